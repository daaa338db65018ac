import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { type AlertChange, changeAlerts } from '../../data/alerts.ts';

/** Changes alerts and says what came of it; what can be taken back offers so. */
export function useAlertChanges(onDone?: () => void) {
  const { t } = useTranslation('alerts');
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: changeAlerts,
    async onSuccess({ changed, missing }, { state }) {
      await client.invalidateQueries({ queryKey: ['alert'] });
      onDone?.();
      const texts = [
        changed.length > 0 && t(`done.${state}`, { count: changed.length }),
        missing.length > 0 && t('missing', { count: missing.length }),
      ].filter((text) => text !== false);
      const canBeUndone = changed.length > 0 && (state === 'acknowledged' || state === 'snoozed');
      notifyDone(
        <Group justify="space-between" wrap="nowrap">
          {texts.join(' ')}
          {canBeUndone && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => changing.mutate({ ids: changed, state: 'open' })}
            >
              {t('undo')}
            </Button>
          )}
        </Group>,
      );
    },
    onError: notifyProblem,
  });
  return {
    isBusy: changing.isPending,
    change(change: AlertChange) {
      if (!changing.isPending) changing.mutate(change);
    },
  };
}
