import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { firstTicketsQuery } from '../../data/dashboard.ts';
import { type CardProps, DashboardCard } from './dashboard-card.tsx';
import { TicketRows } from './ticket-rows.tsx';
import { ROWS } from './tickets-card.tsx';

/** The tickets on which something happened last, whatever their status. */
export function ActivityCard({ size }: CardProps) {
  const { t } = useTranslation('dashboard');
  const newest = useQuery(firstTicketsQuery({ sort: '-updatedAt', limit: ROWS[size] + 2 }));
  return (
    <DashboardCard
      title={t('cards.activity')}
      size={size}
      query={newest}
      aside={
        <AnchorLink to="/tickets" search={{ status: 'any' }} size="sm">
          {t('all')}
        </AnchorLink>
      }
    >
      {({ items }) => (
        <TicketRows rows={items} size={size} timeOf={(row) => row.updatedAt} hasStatus />
      )}
    </DashboardCard>
  );
}
