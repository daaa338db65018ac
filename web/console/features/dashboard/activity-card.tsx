import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CardSize } from '#shared/dashboard.ts';
import { activityQuery } from '../../data/dashboard.ts';
import classes from './activity-line.module.css';
import { ActivityLine } from './activity-line.tsx';
import { type CardProps, DashboardCard } from './dashboard-card.tsx';

const ENTRIES: Record<CardSize, number> = { small: 3, medium: 5, large: 10 };

/** Who did what last, on tickets, alerts and devices. */
export function ActivityCard({ size }: CardProps) {
  const { t } = useTranslation('dashboard');
  const newest = useQuery(activityQuery(ENTRIES[size]));
  return (
    <DashboardCard card="activity" size={size} query={newest}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('activity.none')}
          </Text>
        ) : (
          <ol className={classes.lines} data-size={size}>
            {items.map((entry) => (
              <ActivityLine key={entry.key} entry={entry} />
            ))}
          </ol>
        )
      }
    </DashboardCard>
  );
}
