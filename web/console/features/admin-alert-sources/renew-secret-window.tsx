import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { type AlertSourceSystem, renewAlertSecret } from '../../data/alert-sources.ts';
import { SourceSecretWindow } from './source-secret-window.tsx';

export function RenewSecretWindow(props: { source: AlertSourceSystem; onClose: () => void }) {
  const { t } = useTranslation('alerts');
  const client = useQueryClient();
  const { id, name } = props.source;
  const renewing = useMutation({
    mutationFn: () => renewAlertSecret(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['alertSource'] }),
  });
  if (renewing.data) return <SourceSecretWindow secret={renewing.data} onClose={props.onClose} />;
  return (
    <ConfirmModal
      title={t('alertSources.renewTitle', { name })}
      confirmLabel={t('alertSources.renew')}
      isBusy={renewing.isPending}
      error={renewing.error}
      onConfirm={() => renewing.mutate()}
      onClose={props.onClose}
    >
      <Text>{t('alertSources.renewText')}</Text>
    </ConfirmModal>
  );
}
