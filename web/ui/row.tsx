import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One of several things, what is known of it, and what can be done with it. */
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
