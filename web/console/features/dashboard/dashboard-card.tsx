import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardSize, DashboardCardName } from '#shared/dashboard.ts';
import classes from './card-grid.module.css';
import { CardProblem } from './card-problem.tsx';
import { CardSkeleton } from './card-skeleton.tsx';

export interface CardProps {
  size: CardSize;
}

/** As much of a query's result as a card needs, so that two of them can be taken for one. */
export interface CardData<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Comes when both have: a card that shows its parts one after the other jumps. */
export function together<One, Other>(
  one: CardData<One>,
  other: CardData<Other>,
): CardData<readonly [One, Other]> {
  return {
    data: one.data && other.data && [one.data, other.data],
    error: one.error ?? other.error,
    refetch: () => [one, other].filter(({ error }) => error).map((each) => each.refetch()),
  };
}

/** A card with its title. What it showed stays while it is asked again, also when that fails. */
export function DashboardCard<Data>(props: {
  card: DashboardCardName;
  size: CardSize;
  aside?: (data: Data) => ReactNode;
  query: CardData<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { t } = useTranslation('dashboard');
  const id = useId();
  const { data, error, refetch } = props.query;
  return (
    <Paper
      component="section"
      className={classes.card}
      data-size={props.size}
      data-card={props.card}
      aria-labelledby={id}
      aria-busy={data === undefined && !error}
    >
      <Group justify="space-between" gap="sm" wrap="nowrap" className={classes.head}>
        <Title order={2} id={id} className={classes.title}>
          {t(`cards.${props.card}`)}
        </Title>
        {data !== undefined && props.aside?.(data)}
      </Group>
      <div className={classes.body}>
        {data !== undefined ? (
          props.children(data)
        ) : error ? (
          <CardProblem error={error} onRetry={() => void refetch()} />
        ) : (
          <CardSkeleton />
        )}
      </div>
    </Paper>
  );
}
