import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { type AlertChange, changeAlerts } from '../../data/alerts.ts';
import { notifyUndoable } from '../../parts/notify-undoable.tsx';

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
      const text = texts.join(' ');
      if (changed.length > 0 && (state === 'acknowledged' || state === 'snoozed'))
        notifyUndoable(text, () => changing.mutate({ ids: changed, state: 'open' }));
      else notifyDone(text);
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
