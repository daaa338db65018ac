import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Technician } from '#web/api/types.ts';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { revokeInvitation } from '../../data/team.ts';

/** Takes an invitation back, for example one to a mistyped address. */
export function RevokeInvitationWindow(props: { technician: Technician; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const { id, firstName, lastName, email } = props.technician;
  const name = `${firstName} ${lastName}`;
  const revoking = useMutation({
    mutationFn: () => revokeInvitation(id),
    onSuccess() {
      void client.invalidateQueries({ queryKey: ['technician'] });
      void client.invalidateQueries({ queryKey: ['role'] });
      notifyDone(t('technicians.revoked', { name }));
      props.onClose();
    },
  });
  return (
    <ConfirmModal
      title={t('technicians.revokeTitle', { name })}
      confirmLabel={t('technicians.revoke')}
      isBusy={revoking.isPending}
      error={revoking.error}
      onConfirm={() => revoking.mutate()}
      onClose={props.onClose}
    >
      <Text>{t('technicians.revokeText', { email })}</Text>
    </ConfirmModal>
  );
}
