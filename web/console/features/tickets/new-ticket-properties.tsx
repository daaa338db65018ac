import { Select, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TICKET_IMPACTS, TICKET_PRIORITIES, TICKET_TYPES } from '#shared/tickets.ts';
import { useCan } from '../../data/session.ts';
import { assigneesQuery } from '../../data/technicians.ts';
import { CustomerDeviceSelect } from '../../parts/customer-device-select.tsx';
import { selectable, TechnicianSelect } from '../../parts/technician-select.tsx';
import type { NewTicketValues } from './new-ticket-values.ts';

export function NewTicketProperties(props: {
  form: UseFormReturnType<NewTicketValues>;
  /** Whose ticket it will be, as far as that is known yet. */
  customerId: number | null;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  const technicians = useQuery({
    ...assigneesQuery(props.customerId),
    enabled: can('technicians.view'),
  });
  const people = technicians.data?.items ?? [];
  const { form } = props;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <Select
        label={t('tickets.priority')}
        allowDeselect={false}
        data={TICKET_PRIORITIES.map((value) => ({ value, label: t(`ticketPriority.${value}`) }))}
        {...form.getInputProps('priority')}
      />
      <TechnicianSelect
        label={t('tickets.assignee')}
        placeholder={t('tickets.unassigned')}
        clearable
        clearButtonProps={{ 'aria-label': t('tickets.unassign') }}
        people={people.map(selectable)}
        {...form.getInputProps('assigneeId')}
      />
      <Select
        label={t('tickets.type')}
        allowDeselect={false}
        data={TICKET_TYPES.map((value) => ({ value, label: t(`tickets.types.${value}`) }))}
        {...form.getInputProps('type')}
      />
      <Select
        label={t('tickets.impact')}
        allowDeselect={false}
        data={TICKET_IMPACTS.map((value) => ({ value, label: t(`tickets.impacts.${value}`) }))}
        {...form.getInputProps('impact')}
      />
      <CustomerDeviceSelect
        customerId={props.customerId}
        chosen={form.values.device}
        error={form.errors.deviceId}
        onChoose={(device) => form.setFieldValue('device', device)}
      />
    </SimpleGrid>
  );
}
