import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import classes from './bulk-bar.module.css';
import type { RowChoice } from './use-row-choice.ts';

/** What can be done with the rows that are ticked; nothing while none is. */
export function BulkBar<Row>(props: {
  label: string;
  choice: RowChoice<Row>;
  children: ReactNode;
}) {
  const { t } = useTranslation('console');
  const formats = useFormats();
  const { chosen, clear } = props.choice;
  if (chosen.length === 0) return null;
  return (
    <Group gap="sm" className={classes.bar} role="toolbar" aria-label={props.label}>
      <Text size="sm" fw={600} role="status">
        {t('list.selected', { number: formats.number(chosen.length) })}
      </Text>
      <div className={classes.actions}>{props.children}</div>
      <Button variant="subtle" color="gray" onClick={clear}>
        {t('list.unselect')}
      </Button>
    </Group>
  );
}
