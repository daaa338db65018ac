import {
  IconCircleCheck,
  IconClockQuestion,
  IconPlugConnectedX,
  IconZzz,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceCountsQuery } from '../../data/dashboard.ts';
import { CountsList } from './counts-list.tsx';
import { type CardProps, DashboardCard } from './dashboard-card.tsx';

const STATES = [
  { state: 'offline', icon: IconPlugConnectedX, tone: 'warning' },
  { state: 'stale', icon: IconZzz, tone: undefined },
  { state: 'waiting', icon: IconClockQuestion, tone: undefined },
  { state: 'online', icon: IconCircleCheck, tone: undefined },
] as const;

/** Devices by whether they are there; those that are not come first. */
export function DevicesCard({ size }: CardProps) {
  const { t } = useTranslation('dashboard');
  const counts = useQuery(deviceCountsQuery);
  return (
    <DashboardCard card="devices" size={size} query={counts}>
      {(data) => (
        <CountsList
          items={STATES.map(({ state, icon: Icon, tone }) => ({
            key: state,
            mark: <Icon size="1rem" aria-hidden />,
            label: t(`deviceState.${state}`),
            count: data[state] ?? 0,
            tone,
            to: '/devices',
            search: { state },
          }))}
        />
      )}
    </DashboardCard>
  );
}
