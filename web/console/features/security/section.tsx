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
