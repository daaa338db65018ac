import { Group } from '@mantine/core';
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
  { state: 'offline', icon: IconPlugConnectedX },
  { state: 'stale', icon: IconZzz },
  { state: 'waiting', icon: IconClockQuestion },
  { state: 'online', icon: IconCircleCheck },
] as const;

/** Devices by whether they are there; those that are not come first. */
export function DevicesCard({ size }: CardProps) {
  const { t } = useTranslation('dashboard');
  const counts = useQuery(deviceCountsQuery);
  return (
    <DashboardCard title={t('cards.devices')} size={size} query={counts}>
      {(data) => (
        <CountsList
          items={STATES.map(({ state, icon: Icon }) => ({
            key: state,
            label: (
              <Group gap="xs" wrap="nowrap" component="span">
                <Icon size="1rem" aria-hidden />
                {t(`deviceState.${state}`)}
              </Group>
            ),
            count: data[state] ?? 0,
            to: '/devices',
            search: { state },
          }))}
        />
      )}
    </DashboardCard>
  );
}
