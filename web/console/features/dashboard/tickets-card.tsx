import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CardSize } from '#shared/dashboard.ts';
import type { TicketSort } from '#shared/tickets.ts';
import type { TicketRow } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { firstTicketsQuery, ticketFiguresQuery } from '../../data/dashboard.ts';
import classes from './card-grid.module.css';
import { type CardProps, DashboardCard, together } from './dashboard-card.tsx';
import { TicketRows } from './ticket-rows.tsx';

type Which = 'mine' | 'unassigned' | 'waiting';
interface ListSearch {
  assignee?: 'me' | 'none';
  waiting?: 'true';
  sort?: TicketSort;
}

/** The list that the number counts; its first rows are those that the card shows. */
const LISTS: Record<Which, ListSearch> = {
  mine: { assignee: 'me', sort: '-priority' },
  unassigned: { assignee: 'none', sort: 'createdAt' },
  waiting: { waiting: 'true', sort: 'waitingSince' },
};

/** By what each list is sorted, or else when something last happened. */
const TIMES: Record<Which, (row: TicketRow) => string> = {
  mine: (row) => row.updatedAt,
  unassigned: (row) => row.createdAt,
  waiting: (row) => row.waitingSince ?? row.createdAt,
};

const ROWS: Record<CardSize, number> = { small: 3, medium: 5, large: 10 };

/** How many there are, and those that come first. */
export function TicketsCard({ which, size }: CardProps & { which: Which }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const search = LISTS[which];
  const figures = useQuery(ticketFiguresQuery);
  const first = useQuery(
    firstTicketsQuery({ ...search, status: 'open,pending', limit: ROWS[size] }),
  );
  return (
    <DashboardCard card={which} size={size} query={together(figures, first)}>
      {([counts, { items }]) => (
        <>
          <AnchorLink
            to="/tickets"
            search={search}
            className={classes.figure}
            data-zero={counts[which] === 0 || undefined}
            aria-label={t(`figures.${which}`, { count: counts[which] })}
          >
            {formats.number(counts[which])}
          </AnchorLink>
          <TicketRows rows={items} size={size} timeOf={TIMES[which]} />
        </>
      )}
    </DashboardCard>
  );
}
