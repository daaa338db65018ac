import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './card-page.module.css';
import { usePortalTitle } from './portal-title.ts';

/** One small task in the middle of the page: signing in, choosing a password. */
export function CardPage(props: { title: string; lead?: ReactNode; children: ReactNode }) {
  usePortalTitle(props.title);
  return (
    <Paper radius="lg" className={classes.card}>
      <Title order={1} size="h2">
        {props.title}
      </Title>
      {props.lead && (
        <Text c="dimmed" mt="xs">
          {props.lead}
        </Text>
      )}
      <div className={classes.content}>{props.children}</div>
    </Paper>
  );
}
