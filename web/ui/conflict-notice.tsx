import { Alert, Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Somebody else was faster: says so, and lets the reader decide; nothing was overwritten. */
export function ConflictNotice(props: {
  /** Where it was not somebody else. */
  title?: string;
  children?: ReactNode;
  onKeepMine?: () => void;
  onTakeTheirs: () => void;
}) {
  const { t } = useTranslation('common');
  return (
    <Alert
      color="amber"
      icon={<IconUsers aria-hidden />}
      title={props.title ?? t('conflict.title')}
      role="alert"
      mb="md"
    >
      {props.children ?? t('conflict.text')}
      <Group gap="sm" mt="sm">
        {props.onKeepMine && (
          <Button size="compact-sm" color="amber" onClick={props.onKeepMine}>
            {t('conflict.keepMine')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={props.onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
