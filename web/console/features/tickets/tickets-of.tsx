import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketListQuery } from '../../data/tickets.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { TicketTable } from './ticket-table.tsx';

/** All tickets of a customer, of a contact or about a device, newest first. */
export function TicketsOf(props: { customerId?: number; contactId?: number; deviceId?: number }) {
  const { t } = useTranslation('console');
  const tickets = useInfiniteQuery(
    ticketListQuery({
      customer: props.customerId,
      contact: props.contactId,
      device: props.deviceId,
    }),
  );
  return (
    <RecordList
      list={tickets}
      loading={{ rows: 3 }}
      empty={<Text c="dimmed">{t('tickets.noneHere')}</Text>}
    >
      {(rows) => <TicketTable rows={rows} label={t('tickets.title')} isShort />}
    </RecordList>
  );
}
