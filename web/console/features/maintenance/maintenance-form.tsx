import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import {
  type MaintenanceBody,
  type MaintenanceWindow,
  saveMaintenance,
} from '../../data/maintenance.ts';
import { useSession } from '../../data/session.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { DeviceSelect } from '../../parts/device-select.tsx';
import { TimeFields } from './time-fields.tsx';
import { toBody, valuesOf, type WindowValues } from './window-values.ts';

/** A maintenance window to change, or (null) a new one. */
export function MaintenanceForm(props: { window: MaintenanceWindow | null; onClose: () => void }) {
  const { t } = useTranslation(['alerts', 'common']);
  const client = useQueryClient();
  const { technician, isLimitedToCustomers } = useSession();
  const timeZone = technician.timeZone ?? undefined;
  const [problem, setProblem] = useState<unknown>(null);
  const required = t('common:requiredField');
  const form = useForm<WindowValues>({
    initialValues: {
      ...valuesOf(props.window, new Date(), timeZone),
      // Who sees some customers only cannot silence the others.
      ...(isLimitedToCustomers && !props.window && { scope: 'customer' }),
    },
    validate: {
      name: (name) => (name.trim() === '' ? required : null),
      customerId: (id, { scope }) => (scope === 'customer' && id === null ? required : null),
      device: (device, { scope }) => (scope === 'device' && device === null ? required : null),
      startsAt: (at, { kind }) => (kind === 'once' && at === '' ? required : null),
      endsAt: (at, { kind, startsAt }) =>
        kind === 'once' && !(at > startsAt) ? t('maintenance.endsFirst') : null,
      weekdays: (days, { kind }) =>
        kind === 'weekly' && days.length === 0 ? t('maintenance.chooseDay') : null,
      from: (at, { kind }) => (kind === 'weekly' && at === '' ? required : null),
      minutes: (minutes, { kind }) =>
        kind === 'weekly' && (minutes === '' || minutes < 1) ? required : null,
    },
  });
  const saving = useMutation({
    mutationFn: (body: MaintenanceBody) => saveMaintenance(props.window?.id ?? null, body),
    async onSuccess({ name }) {
      await client.invalidateQueries({ queryKey: ['maintenance'] });
      notifyDone(t('maintenance.saved', { name }));
      props.onClose();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  function save(values: WindowValues) {
    const body = toBody(values, timeZone);
    if (body && !saving.isPending) saving.mutate(body);
  }
  const { scope } = form.values;
  const scopes = isLimitedToCustomers
    ? (['customer', 'device'] as const)
    : (['company', 'customer', 'device'] as const);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(props.window ? 'maintenance.edit' : 'maintenance.new')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form noValidate onSubmit={form.onSubmit(save)}>
        <Stack>
          <TextInput
            label={t('maintenance.name')}
            maxLength={LIMITS.nameChars}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Select
            label={t('maintenance.of')}
            allowDeselect={false}
            data={scopes.map((value) => ({ value, label: t(`maintenance.scopes.${value}`) }))}
            {...form.getInputProps('scope')}
          />
          {scope === 'customer' && (
            <CustomerSelect label={t('customer')} {...form.getInputProps('customerId')} />
          )}
          {scope === 'device' && (
            <DeviceSelect
              label={t('device')}
              error={form.errors.device}
              chosen={form.values.device}
              onChoose={(device) => form.setFieldValue('device', device)}
            />
          )}
          <SegmentedControl
            aria-label={t('maintenance.when')}
            data={(['once', 'weekly'] as const).map((value) => ({
              value,
              label: t(`maintenance.kinds.${value}`),
            }))}
            {...form.getInputProps('kind')}
          />
          <TimeFields form={form} />
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
