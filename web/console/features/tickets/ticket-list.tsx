import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TICKETS_PER_CHANGE } from '#shared/tickets.ts';
import { ButtonLink } from '#web/ui/links.tsx';
import { useCan } from '../../data/session.ts';
import { ticketListQuery } from '../../data/tickets.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import { isFiltered } from '../../parts/list-address.ts';
import { NothingListed, RecordList, rowsOf } from '../../parts/record-list.tsx';
import { useRowChoice } from '../../parts/use-row-choice.ts';
import { TicketBulkBar } from './ticket-bulk-bar.tsx';
import { TicketFilterBar } from './ticket-filter-bar.tsx';
import { type TicketSearch, toListQuery } from './ticket-filters.ts';
import { TicketTable } from './ticket-table.tsx';
import { TicketViews } from './ticket-views.tsx';

/** The list that a technician works from; its filters are the page's address. */
export function TicketList(props: {
  search: TicketSearch;
  onSearch: (search: TicketSearch) => void;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  const tickets = useInfiniteQuery(ticketListQuery(toListQuery(props.search)));
  const choosing = useRowChoice(rowsOf(tickets), {
    keyOf: ({ number }) => number,
    max: TICKETS_PER_CHANGE,
  });
  const choice = can('tickets.update') ? choosing : undefined;
  useRowKeys(choice);
  return (
    <>
      <TicketViews search={props.search} />
      <TicketFilterBar search={props.search} onSearch={props.onSearch} />
      <TicketBulkBar choice={choosing} />
      <RecordList
        list={tickets}
        loading={{ rows: 10, height: '2.5rem' }}
        empty={
          <NothingListed
            icon={IconInbox}
            isFiltered={isFiltered(props.search)}
            onReset={() => props.onSearch({})}
            none={{
              title: t('tickets.emptyTitle'),
              text: t('tickets.emptyText'),
              action: can('tickets.create') && (
                <ButtonLink to="/tickets/new">{t('tickets.new')}</ButtonLink>
              ),
            }}
            noneFound={{ title: t('tickets.noneFoundTitle'), text: t('tickets.noneFoundText') }}
          />
        }
      >
        {(rows) => <TicketTable rows={rows} label={t('tickets.title')} choice={choice} />}
      </RecordList>
    </>
  );
}
