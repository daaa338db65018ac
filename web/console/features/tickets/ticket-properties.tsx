import { Button, Select, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  TICKET_IMPACTS,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TICKET_TYPES,
} from '#shared/tickets.ts';
import type { Ticket } from '#web/api/types.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { useCan, useSession } from '../../data/session.ts';
import { assigneesQuery } from '../../data/technicians.ts';
import { CustomerDeviceSelect } from '../../parts/customer-device-select.tsx';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import {
  type SelectablePerson,
  selectable,
  TechnicianSelect,
} from '../../parts/technician-select.tsx';
import type { TicketChanging } from './use-ticket-change.ts';

/** What a ticket is; each choice is saved at once. */
export function TicketProperties(props: { ticket: Ticket; changing: TicketChanging }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const { isLimitedToCustomers } = useSession();
  const { ticket } = props;
  const { change } = props.changing;
  const isLocked = !can('tickets.update');
  return (
    <Stack gap="sm">
      <Title order={2}>{t('tickets.properties')}</Title>
      <Choice
        label={t('tickets.status')}
        options={TICKET_STATUSES.map((value) => ({ value, label: t(`ticketStatus.${value}`) }))}
        value={ticket.status}
        disabled={isLocked}
        onChange={(status) => change({ status })}
      />
      <Assignee ticket={ticket} changing={props.changing} isLocked={isLocked} />
      <Choice
        label={t('tickets.priority')}
        options={TICKET_PRIORITIES.map((value) => ({ value, label: t(`ticketPriority.${value}`) }))}
        value={ticket.priority}
        disabled={isLocked}
        onChange={(priority) => change({ priority })}
      />
      <Choice
        label={t('tickets.impact')}
        options={TICKET_IMPACTS.map((value) => ({ value, label: t(`tickets.impacts.${value}`) }))}
        value={ticket.impact}
        disabled={isLocked}
        onChange={(impact) => change({ impact })}
      />
      <Choice
        label={t('tickets.type')}
        options={TICKET_TYPES.map((value) => ({ value, label: t(`tickets.types.${value}`) }))}
        value={ticket.type}
        disabled={isLocked}
        onChange={(type) => change({ type })}
      />
      <CustomerSelect
        label={t('tickets.customer')}
        placeholder={t('customers.none')}
        value={ticket.customer ? String(ticket.customer.id) : null}
        disabled={isLocked}
        // Without a customer it would be out of his own sight.
        clearable={!isLimitedToCustomers}
        onChange={(id) => change({ customerId: id === null ? null : Number(id) })}
      />
      {(ticket.customer || ticket.device) && (
        <Device ticket={ticket} isLocked={isLocked} onChange={(deviceId) => change({ deviceId })} />
      )}
    </Stack>
  );
}

function Device(props: {
  ticket: Ticket;
  isLocked: boolean;
  onChange: (deviceId: number | null) => void;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  const { customer, device } = props.ticket;
  return (
    <div>
      <CustomerDeviceSelect
        customerId={customer?.id ?? null}
        chosen={device}
        disabled={props.isLocked}
        onChoose={(chosen) => props.onChange(chosen?.id ?? null)}
      />
      {device && can('devices.view') && (
        <AnchorLink to="/devices/$id" params={{ id: String(device.id) }} size="sm">
          {t('tickets.openDevice')}
        </AnchorLink>
      )}
    </div>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  options: { value: Value; label: string }[];
  value: Value;
  disabled: boolean;
  onChange: (value: Value) => void;
}) {
  return (
    <Select
      label={props.label}
      data={props.options}
      value={props.value}
      disabled={props.disabled}
      allowDeselect={false}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.value === value)?.value;
        if (chosen && chosen !== props.value) props.onChange(chosen);
      }}
    />
  );
}

function Assignee(props: { ticket: Ticket; changing: TicketChanging; isLocked: boolean }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const { technician } = useSession();
  const { ticket } = props;
  const technicians = useQuery({
    ...assigneesQuery(ticket.customer?.id ?? null),
    enabled: can('technicians.view'),
  });
  const people = new Map<number, SelectablePerson>(
    [
      ...(ticket.assignee ? [ticket.assignee] : []),
      selectable(technician),
      ...(technicians.data?.items ?? []).map(selectable),
    ].map((person) => [person.id, person]),
  );
  return (
    <div>
      <TechnicianSelect
        id="ticket-assignee"
        label={t('tickets.assignee')}
        placeholder={t('tickets.unassigned')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('tickets.unassign') }}
        nothingFoundMessage={t('search.nothingShort')}
        people={[...people.values()]}
        value={ticket.assignee ? String(ticket.assignee.id) : null}
        disabled={props.isLocked}
        onChange={(id) => props.changing.change({ assigneeId: id === null ? null : Number(id) })}
      />
      {!props.isLocked && ticket.assignee?.id !== technician.id && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          onClick={() => props.changing.change({ assigneeId: technician.id })}
        >
          {t('tickets.assignToMe')}
        </Button>
      )}
    </div>
  );
}
