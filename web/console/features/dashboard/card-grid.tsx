import { Button } from '@mantine/core';
import { IconLayoutDashboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DashboardCard, DashboardCardName } from '#shared/dashboard.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { ActivityCard } from './activity-card.tsx';
import { AlertsCard } from './alerts-card.tsx';
import classes from './card-grid.module.css';
import type { CardProps } from './dashboard-card.tsx';
import { DevicesCard } from './devices-card.tsx';
import { MatrixCard } from './matrix-card.tsx';
import { TicketsCard } from './tickets-card.tsx';
import { TrendCard } from './trend-card.tsx';

const CARDS: Record<DashboardCardName, (props: CardProps) => React.ReactNode> = {
  mine: (props) => <TicketsCard {...props} which="mine" />,
  unassigned: (props) => <TicketsCard {...props} which="unassigned" />,
  waiting: (props) => <TicketsCard {...props} which="waiting" />,
  alerts: AlertsCard,
  trend: TrendCard,
  devices: DevicesCard,
  matrix: MatrixCard,
  activity: ActivityCard,
};

export function CardGrid(props: { cards: readonly DashboardCard[]; onEdit: () => void }) {
  const { t } = useTranslation('dashboard');
  if (props.cards.length === 0) {
    return (
      <EmptyState
        icon={IconLayoutDashboard}
        title={t('emptyTitle')}
        action={<Button onClick={props.onEdit}>{t('edit.open')}</Button>}
      >
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={classes.grid}>
      {props.cards.map(({ card, size }) => {
        const Card = CARDS[card];
        return <Card key={card} size={size} />;
      })}
    </div>
  );
}
