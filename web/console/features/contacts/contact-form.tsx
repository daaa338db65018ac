import { Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { isEmail, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import type { Contact } from '#web/api/types.ts';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { languageOptions } from '#web/ui/language-switch.tsx';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { changeContact, contactQuery, createContact } from '../../data/contacts.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';

/** Makes a contact, or changes one. */
export function ContactForm(props: {
  contact?: Contact;
  customerId?: number;
  onSaved: (contact: Contact) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('console');
  const { contact } = props;
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: contact ? valuesOf(contact) : emptyFor(props.customerId),
    validate: { email: isEmail(t('invalidEmail')) },
  });
  const saving = useMutation({
    mutationFn: ({ version }: { version: number }) => {
      const { customerId, phone, jobTitle, ...rest } = form.getValues();
      const fields = {
        ...rest,
        email: rest.email.trim(),
        customerId: customerId === null ? null : Number(customerId),
        phone: phone.trim() || null,
        jobTitle: jobTitle.trim() || null,
      };
      return contact ? changeContact(contact.id, { ...fields, version }) : createContact(fields);
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(contactQuery(saved.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['contact', 'list'] });
      void queryClient.invalidateQueries({ queryKey: ['customer'] });
      props.onSaved(saved);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const current = isApiError(saving.error, 'conflict')
    ? (saving.error.current as Contact | undefined)
    : undefined;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(() => saving.mutate({ version: contact?.version ?? 0 }))}
    >
      <Stack>
        {current ? (
          <ConflictNotice
            onKeepMine={() => saving.mutate({ version: current.version })}
            onTakeTheirs={() => {
              form.setValues(valuesOf(current));
              queryClient.setQueryData(contactQuery(current.id).queryKey, current);
              saving.reset();
            }}
          />
        ) : (
          <ProblemAlert error={saving.error} />
        )}
        <Group grow align="flex-start">
          <TextInput
            label={t('firstName')}
            data-autofocus
            maxLength={LIMITS.nameChars}
            {...form.getInputProps('firstName')}
          />
          <TextInput
            label={t('lastName')}
            maxLength={LIMITS.nameChars}
            {...form.getInputProps('lastName')}
          />
        </Group>
        <TextInput label={t('email')} type="email" required {...form.getInputProps('email')} />
        <CustomerSelect
          label={t('tickets.customer')}
          placeholder={t('customers.none')}
          {...form.getInputProps('customerId')}
        />
        <Group grow align="flex-start">
          <TextInput label={t('phone')} type="tel" {...form.getInputProps('phone')} />
          <TextInput label={t('contacts.jobTitle')} {...form.getInputProps('jobTitle')} />
        </Group>
        <Select
          label={t('language')}
          description={t('contacts.languageHint')}
          data={languageOptions}
          allowDeselect={false}
          {...form.getInputProps('language')}
          onChange={(value) => isLanguage(value) && form.setFieldValue('language', value)}
        />
        <Switch
          label={t('contacts.mainContact')}
          description={t('contacts.mainContactHint')}
          {...form.getInputProps('isMainContact', { type: 'checkbox' })}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t(contact ? 'save' : 'contacts.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function valuesOf(contact: Contact) {
  return {
    firstName: contact.firstName,
    lastName: contact.lastName,
    email: contact.email,
    customerId: contact.customer ? String(contact.customer.id) : null,
    phone: contact.phone ?? '',
    jobTitle: contact.jobTitle ?? '',
    language: contact.language,
    isMainContact: contact.isMainContact,
  };
}

function emptyFor(customerId: number | undefined): ReturnType<typeof valuesOf> {
  return {
    firstName: '',
    lastName: '',
    email: '',
    customerId: customerId === undefined ? null : String(customerId),
    phone: '',
    jobTitle: '',
    language: currentLanguage(),
    isMainContact: false,
  };
}
