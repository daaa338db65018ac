import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { ticketListQuery } from '../../data/tickets.ts';
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
  if (tickets.isPending) return <LoadingRows rows={3} />;
  if (tickets.isError) {
    return <ErrorState error={tickets.error} onRetry={() => tickets.refetch()} />;
  }
  const rows = tickets.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Text c="dimmed">{t('tickets.noneHere')}</Text>;
  return (
    <>
      <TicketTable rows={rows} label={t('tickets.title')} isShort />
      <LoadMore
        hasMore={tickets.hasNextPage}
        isLoading={tickets.isFetchingNextPage}
        onLoad={() => void tickets.fetchNextPage()}
      />
    </>
  );
}
