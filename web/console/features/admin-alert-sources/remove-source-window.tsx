import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { type AlertSourceSystem, removeAlertSource } from '../../data/alert-sources.ts';

export function RemoveSourceWindow(props: { source: AlertSourceSystem; onClose: () => void }) {
  const { t } = useTranslation('alerts');
  const client = useQueryClient();
  const { id, name } = props.source;
  const removing = useMutation({
    mutationFn: () => removeAlertSource(id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['alertSource'] });
      notifyDone(t('alertSources.removed', { name }));
      props.onClose();
    },
  });
  return (
    <ConfirmModal
      title={t('alertSources.removeTitle', { name })}
      confirmLabel={t('alertSources.remove')}
      isBusy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate()}
      onClose={props.onClose}
    >
      <Text>{t('alertSources.removeText')}</Text>
    </ConfirmModal>
  );
}
