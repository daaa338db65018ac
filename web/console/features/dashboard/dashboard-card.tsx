import { Group, Paper, Skeleton, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { CardSize } from '#shared/dashboard.ts';
import { ErrorState } from '#web/ui/states.tsx';
import classes from './card-grid.module.css';

export interface CardProps {
  size: CardSize;
}

/** A card with its title; what it shows of a query comes once that has answered. */
export function DashboardCard<Data>(props: {
  title: string;
  size: CardSize;
  aside?: ReactNode;
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  const id = useId();
  const { query } = props;
  return (
    <Paper component="section" className={classes.card} data-size={props.size} aria-labelledby={id}>
      <Group justify="space-between" gap="sm">
        <Title order={2} id={id}>
          {props.title}
        </Title>
        {props.aside}
      </Group>
      {query.isPending && <Skeleton height="6rem" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && props.children(query.data)}
    </Paper>
  );
}
