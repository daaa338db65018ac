import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Long enough to read it, and to think again. */
const SHOWN_MS = 15_000;

/** A toast that says what happened and takes it back, once. */
export function notifyUndoable(message: string, onUndo: () => void): void {
  const id = notifications.show({
    color: 'green',
    autoClose: SHOWN_MS,
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {i18next.t('console:undo')}
        </Button>
      </Group>
    ),
  });
}
