import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alertCountsQuery } from '../../data/dashboard.ts';
import { CountsList } from './counts-list.tsx';
import { type CardProps, DashboardCard } from './dashboard-card.tsx';

const SEVERITIES = [
  { severity: 'critical', icon: IconAlertOctagon, tone: 'bad' },
  { severity: 'warning', icon: IconAlertTriangle, tone: 'warning' },
  { severity: 'information', icon: IconInfoCircle, tone: undefined },
] as const;

/** What waits for somebody, by how bad it is. */
export function AlertsCard({ size }: CardProps) {
  const { t } = useTranslation('dashboard');
  const counts = useQuery(alertCountsQuery);
  return (
    <DashboardCard card="alerts" size={size} query={counts}>
      {(data) => (
        <CountsList
          items={SEVERITIES.map(({ severity, icon: Icon, tone }) => ({
            key: severity,
            mark: <Icon size="1rem" aria-hidden />,
            label: t(`severity.${severity}`),
            count: data[severity],
            tone,
            to: '/alerts',
            search: { state: 'open,acknowledged', severity },
          }))}
        />
      )}
    </DashboardCard>
  );
}
