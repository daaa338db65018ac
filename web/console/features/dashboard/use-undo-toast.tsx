import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

const SHOWN_MS = 12_000;
const ID = 'dashboard-undo';

export function hideUndoToast(): void {
  notifications.hide(ID);
}

/** A toast that says what happened and takes it back. */
export function useUndoToast(): (message: string, undo: () => unknown) => void {
  const { t } = useTranslation(['dashboard', 'common']);
  return (message, undo) => {
    hideUndoToast();
    notifications.show({
      id: ID,
      autoClose: SHOWN_MS,
      closeButtonProps: { 'aria-label': t('common:close') },
      message: (
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              hideUndoToast();
              undo();
            }}
          >
            {t('edit.undo')}
          </Button>
        </Group>
      ),
    });
  };
}
