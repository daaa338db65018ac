import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { answer, api } from '#web/api/client.ts';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { keepSession, useMember } from '../../data/session.ts';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';

/** What a contact may change about himself, and what only the support may. */
export function AboutForm() {
  const { t, i18n } = useTranslation('portal');
  const client = useQueryClient();
  const { contact, customerName } = useMember();
  const saved = {
    firstName: contact.firstName,
    lastName: contact.lastName,
    phone: contact.phone ?? '',
    language: contact.language,
  };
  const [changes, setChanges] = useState<Partial<typeof saved>>({});
  const values = { ...saved, ...changes };
  const isDirty = JSON.stringify(values) !== JSON.stringify(saved);
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/portal/v1/me', { body: { ...values, phone: values.phone.trim() || null } }),
      ),
    async onSuccess(session) {
      keepSession(client, session);
      setChanges({});
      await changeLanguage(session.contact.language);
      // In the language that was just chosen, not in the one before.
      notifyDone(i18n.t('portal:profile.saved'));
    },
  });
  const fields = fieldsOf(save.error);
  const change = (part: Partial<typeof saved>) => setChanges({ ...changes, ...part });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isDirty && !save.isPending) save.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <UnsavedGuard isDirty={isDirty} />
      <Stack>
        <Group grow align="flex-start">
          <TextInput
            label={t('profile.firstName')}
            autoComplete="given-name"
            size="md"
            maxLength={LIMITS.nameChars}
            value={values.firstName}
            error={fields.firstName}
            onChange={(event) => change({ firstName: event.currentTarget.value })}
          />
          <TextInput
            label={t('profile.lastName')}
            autoComplete="family-name"
            size="md"
            maxLength={LIMITS.nameChars}
            value={values.lastName}
            error={fields.lastName}
            onChange={(event) => change({ lastName: event.currentTarget.value })}
          />
        </Group>
        <TextInput
          label={t('profile.phone')}
          description={t('profile.phoneHint')}
          type="tel"
          autoComplete="tel"
          size="md"
          value={values.phone}
          error={fields.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('profile.language')}
          description={t('profile.languageHint')}
          size="md"
          value={values.language}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={({ currentTarget: { value } }) => {
            if (isLanguage(value)) change({ language: value });
          }}
        />
        <Fixed label={t('profile.email')} value={contact.email} />
        <Fixed label={t('profile.username')} value={contact.username} />
        {customerName !== null && <Fixed label={t('profile.customer')} value={customerName} />}
        <Text size="sm" c="dimmed">
          {t('profile.emailHint')}
        </Text>
        <ProblemAlert error={generalOf(save.error, 'firstName', 'lastName', 'phone', 'language')} />
        <Group>
          <Button type="submit" size="md" disabled={!isDirty} loading={save.isPending}>
            {t('profile.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Fixed(props: { label: string; value: string }) {
  return (
    <div>
      <Text fw={500}>{props.label}</Text>
      <Text c="dimmed">{props.value}</Text>
    </div>
  );
}
