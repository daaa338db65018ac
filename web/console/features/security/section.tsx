import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of the page: its name, what it is for, and its rows. */
export function Section(props: {
  title: string;
  text: string;
  badge?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Paper component="section" p="lg" radius="md">
      <Group justify="space-between" align="flex-start" mb="md">
        <Stack gap="xs" flex="1 1 18rem">
          <Group gap="sm">
            <Title order={2}>{props.title}</Title>
            {props.badge}
          </Group>
          <Text c="dimmed">{props.text}</Text>
        </Stack>
        {props.action}
      </Group>
      {props.children}
    </Paper>
  );
}

/** One thing of a section, what is known of it, and what can be done with it. */
export function Row(props: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <Group justify="space-between" gap="sm" py="sm">
      <Stack gap={0} flex="1 1 16rem" miw={0}>
        <Text component="div" fw={600}>
          {props.title}
        </Text>
        {props.children && (
          <Text component="div" size="sm" c="dimmed">
            {props.children}
          </Text>
        )}
      </Stack>
      {props.actions && <Group gap="sm">{props.actions}</Group>}
    </Group>
  );
}
