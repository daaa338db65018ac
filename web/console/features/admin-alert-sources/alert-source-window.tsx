import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_SOURCE_FORMATS, type AlertSourceFormat } from '#shared/alerts.ts';
import { LIMITS } from '#shared/limits.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { alertProfilesQuery } from '../../data/alert-profiles.ts';
import {
  type AlertSourceSecret,
  type AlertSourceSystem,
  addAlertSource,
  changeAlertSource,
} from '../../data/alert-sources.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { useProfileName } from '../../parts/profile-name.ts';
import { SourceSecretWindow } from './source-secret-window.tsx';

/** Changes a system that sends alerts; or adds one, and then shows how it is connected. */
export function AlertSourceWindow(props: {
  source: AlertSourceSystem | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(['alerts', 'common']);
  const client = useQueryClient();
  const { source } = props;
  const profiles = useQuery(alertProfilesQuery);
  const nameOf = useProfileName();
  const [problem, setProblem] = useState<unknown>(null);
  const [secret, setSecret] = useState<AlertSourceSecret | null>(null);
  const form = useForm({
    initialValues: {
      name: source?.name ?? '',
      format: (source?.format ?? 'alertmanager') as AlertSourceFormat,
      customerId: source?.customer ? String(source.customer.id) : null,
      profileId: source?.profile ? String(source.profile.id) : null,
    },
    validate: { name: isNotEmpty(t('common:requiredField')) },
  });
  const saving = useMutation({
    async mutationFn({ format, ...values }: typeof form.values) {
      const body = {
        name: values.name,
        customerId: values.customerId === null ? null : Number(values.customerId),
        profileId: values.profileId === null ? null : Number(values.profileId),
      };
      if (source) await changeAlertSource(source.id, body);
      else setSecret(await addAlertSource({ ...body, format }));
    },
    async onSuccess(_, { name }) {
      await client.invalidateQueries({ queryKey: ['alertSource'] });
      if (!source) return;
      notifyDone(t('alertSources.saved', { name }));
      props.onClose();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  if (secret) return <SourceSecretWindow secret={secret} onClose={props.onClose} />;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(source ? 'alertSources.edit' : 'alertSources.new')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!saving.isPending) saving.mutate(values);
        })}
      >
        <Stack>
          <TextInput
            label={t('alertSources.name')}
            maxLength={LIMITS.nameChars}
            data-autofocus
            {...form.getInputProps('name')}
          />
          {!source && (
            <Select
              label={t('alertSources.format')}
              allowDeselect={false}
              data={ALERT_SOURCE_FORMATS.map((value) => ({
                value,
                label: t(`alertSources.formats.${value}`),
              }))}
              {...form.getInputProps('format')}
            />
          )}
          <CustomerSelect
            label={t('alertSources.customer')}
            placeholder={t('alertSources.byLabels')}
            {...form.getInputProps('customerId')}
          />
          <Select
            label={t('alertSources.profile')}
            description={t('alertSources.profileHint')}
            placeholder={t('alertSources.profileOfDevice')}
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            data={(profiles.data?.items ?? []).map((profile) => ({
              value: String(profile.id),
              label: nameOf(profile),
            }))}
            {...form.getInputProps('profileId')}
          />
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {source ? t('common:save') : t('alertSources.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
