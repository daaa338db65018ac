import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { type MaintenanceWindow, removeMaintenance } from '../../data/maintenance.ts';

export function RemoveMaintenance(props: { window: MaintenanceWindow; onClose: () => void }) {
  const { t } = useTranslation('alerts');
  const client = useQueryClient();
  const { id, name } = props.window;
  const removing = useMutation({
    mutationFn: () => removeMaintenance(id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['maintenance'] });
      notifyDone(t('maintenance.removed', { name }));
      props.onClose();
    },
  });
  return (
    <ConfirmModal
      title={t('maintenance.removeTitle', { name })}
      confirmLabel={t('maintenance.remove')}
      isBusy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate()}
      onClose={props.onClose}
    >
      <Text>{t('maintenance.removeText')}</Text>
    </ConfirmModal>
  );
}
