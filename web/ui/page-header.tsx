import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDocumentTitle } from './document-title.ts';

/** Title of a page, also of the browser's tab, with what can be done there at the right. */
export function PageHeader(props: {
  title: string;
  /** For the tab when the title on the page is too long or richer. */
  tabTitle?: string;
  subtitle?: ReactNode;
  before?: ReactNode;
  actions?: ReactNode;
}) {
  useDocumentTitle(props.tabTitle ?? props.title);
  return (
    <Group component="header" justify="space-between" align="flex-start" gap="md" mb="md">
      <Stack gap={0} miw={0} flex="1 1 16rem">
        {props.before}
        <Title order={1}>{props.title}</Title>
        {props.subtitle && (
          <Text component="div" c="dimmed" size="sm">
            {props.subtitle}
          </Text>
        )}
      </Stack>
      {props.actions && <Group gap="sm">{props.actions}</Group>}
    </Group>
  );
}
