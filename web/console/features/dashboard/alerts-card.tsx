import { Group } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alertCountsQuery } from '../../data/dashboard.ts';
import { CountsList } from './counts-list.tsx';
import { type CardProps, DashboardCard } from './dashboard-card.tsx';

const SEVERITIES = [
  { severity: 'critical', icon: IconAlertOctagon, color: 'var(--mantine-color-error)' },
  {
    severity: 'warning',
    icon: IconAlertTriangle,
    color: 'light-dark(var(--mantine-color-amber-7), var(--mantine-color-amber-3))',
  },
  { severity: 'information', icon: IconInfoCircle, color: 'var(--mantine-color-anchor)' },
] as const;

/** What waits for somebody, by how bad it is. */
export function AlertsCard({ size }: CardProps) {
  const { t } = useTranslation('dashboard');
  const counts = useQuery(alertCountsQuery);
  return (
    <DashboardCard title={t('cards.alerts')} size={size} query={counts}>
      {(data) => (
        <CountsList
          items={SEVERITIES.map(({ severity, icon: Icon, color }) => ({
            key: severity,
            label: (
              <Group gap="xs" wrap="nowrap" component="span">
                <Icon size="1rem" color={color} aria-hidden />
                {t(`severity.${severity}`)}
              </Group>
            ),
            count: data[severity],
            to: '/alerts',
            search: { state: 'open,acknowledged', severity },
          }))}
        />
      )}
    </DashboardCard>
  );
}
