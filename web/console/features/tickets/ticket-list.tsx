import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#web/ui/links.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { ticketListQuery } from '../../data/tickets.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import { TicketFilterBar } from './ticket-filter-bar.tsx';
import { isFiltered, type TicketSearch, toListQuery } from './ticket-filters.ts';
import { TicketTable } from './ticket-table.tsx';
import { TicketViews } from './ticket-views.tsx';

/** The list that a technician works from; its filters are the page's address. */
export function TicketList(props: {
  search: TicketSearch;
  onSearch: (search: TicketSearch) => void;
}) {
  const { t } = useTranslation('console');
  const tickets = useInfiniteQuery(ticketListQuery(toListQuery(props.search)));
  const rows = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  useRowKeys();
  return (
    <>
      <TicketViews search={props.search} />
      <TicketFilterBar search={props.search} onSearch={props.onSearch} />
      {tickets.isPending && <LoadingRows rows={10} height="2.5rem" />}
      {tickets.isError && <ErrorState error={tickets.error} onRetry={() => tickets.refetch()} />}
      {tickets.isSuccess && rows.length === 0 && (
        <NoTickets isFiltered={isFiltered(props.search)} onReset={() => props.onSearch({})} />
      )}
      {rows.length > 0 && (
        <div aria-busy={tickets.isPlaceholderData}>
          <TicketTable rows={rows} label={t('tickets.title')} />
        </div>
      )}
      <LoadMore
        hasMore={tickets.hasNextPage}
        isLoading={tickets.isFetchingNextPage}
        onLoad={() => void tickets.fetchNextPage()}
      />
    </>
  );
}

function NoTickets(props: { isFiltered: boolean; onReset: () => void }) {
  const { t } = useTranslation('console');
  const can = useCan();
  if (props.isFiltered) {
    return (
      <EmptyState
        icon={IconInbox}
        title={t('tickets.noneFoundTitle')}
        action={
          <Button variant="default" onClick={props.onReset}>
            {t('tickets.resetFilters')}
          </Button>
        }
      >
        {t('tickets.noneFoundText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconInbox}
      title={t('tickets.emptyTitle')}
      action={
        can('tickets.create') && <ButtonLink to="/tickets/new">{t('tickets.new')}</ButtonLink>
      }
    >
      {t('tickets.emptyText')}
    </EmptyState>
  );
}
