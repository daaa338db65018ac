import { Button, Fieldset, Select, Stack, Switch, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { languageOptions } from '#web/ui/language-switch.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import {
  changeSettings,
  type Settings,
  type SettingsPatch,
  settingsQuery,
} from '../../data/settings.ts';
import { NewContactFields } from './new-contact-fields.tsx';
import { TicketRuleFields } from './ticket-rule-fields.tsx';

const FORM_ID = 'settings-form';
const TIME_ZONES = Intl.supportedValuesOf('timeZone');

export type SettingsValues = Omit<Settings, 'version'>;

export function valuesOf({ version: _version, ...values }: Settings): SettingsValues {
  return values;
}

export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const [known, setKnown] = useState(settings);
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm<SettingsValues>({
    initialValues: valuesOf(settings),
    validate: { companyName: isNotEmpty(t('common:requiredField')) },
  });
  const take = (fresh: Settings) => {
    client.setQueryData(settingsQuery.queryKey, fresh);
    setKnown(fresh);
    setProblem(null);
    form.setInitialValues(valuesOf(fresh));
  };
  const saving = useMutation({
    mutationFn: (body: SettingsPatch) => changeSettings(body),
    onSuccess(fresh) {
      take(fresh);
      form.setValues(valuesOf(fresh));
      notifyDone(t('settings.saved'));
      // The company's name stands in the session, too.
      void client.invalidateQueries({ queryKey: ['session'] });
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const current = isApiError(problem, 'conflict') ? (problem.current as Settings) : null;
  /** Only what was changed here: what somebody else changed beside it stays. */
  function save(values: SettingsValues, { version }: Settings) {
    const changes = Object.entries(values).filter(
      ([name, value]) => value !== known[name as keyof SettingsValues],
    );
    if (!saving.isPending) saving.mutate({ ...Object.fromEntries(changes), version });
  }
  const zones = TIME_ZONES.includes(form.values.timeZone)
    ? TIME_ZONES
    : [form.values.timeZone, ...TIME_ZONES];

  return (
    <form id={FORM_ID} noValidate onSubmit={form.onSubmit((values) => save(values, known))}>
      <UnsavedGuard isDirty={form.isDirty()} />
      <PageHeader
        title={t('settings.title')}
        actions={
          <Button type="submit" loading={saving.isPending} disabled={!form.isDirty()}>
            {t('common:save')}
          </Button>
        }
      />
      <Stack maw="var(--portico-form-width)" gap="lg">
        {current ? (
          <ConflictNotice
            onKeepMine={() => save(form.values, current)}
            onTakeTheirs={() => {
              take(current);
              form.setValues(valuesOf(current));
            }}
          />
        ) : (
          <ProblemAlert error={problem} />
        )}
        <Fieldset legend={t('settings.company')}>
          <Stack>
            <TextInput
              label={t('settings.companyName')}
              description={t('settings.companyNameHint')}
              maxLength={LIMITS.nameChars}
              {...form.getInputProps('companyName')}
            />
            <Select
              label={t('settings.timeZone')}
              description={t('settings.timeZoneHint')}
              data={zones}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t('settings.timeZoneNothing')}
              {...form.getInputProps('timeZone')}
            />
            <Select
              label={t('settings.language')}
              description={t('settings.languageHint')}
              data={languageOptions}
              allowDeselect={false}
              {...form.getInputProps('language')}
            />
          </Stack>
        </Fieldset>
        <NewContactFields form={form} />
        <Fieldset legend={t('settings.tickets')}>
          <Switch
            label={t('settings.confirmation')}
            description={t('settings.confirmationHint')}
            {...form.getInputProps('confirmationMailEnabled', { type: 'checkbox' })}
          />
        </Fieldset>
        <TicketRuleFields form={form} />
      </Stack>
    </form>
  );
}
