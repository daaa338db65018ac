import { Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { type Passkey, removePasskey, twoFactorQuery } from '../../data/two-factor.ts';
import { useProof } from '../../parts/proof.tsx';

export function RemovePasskeyModal(props: {
  passkey: Passkey;
  /** Two-factor sign-in is off without it. */
  isLast: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const { withProof, proofWindow } = useProof();
  const { id, name } = props.passkey;
  const removing = useMutation({
    mutationFn: () => withProof(() => removePasskey(id)),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: twoFactorQuery.queryKey });
      notifyDone(t('passkeys.removed', { name }));
      props.onClose();
    },
  });
  return (
    <>
      <ConfirmModal
        title={t('passkeys.removeTitle', { name })}
        confirmLabel={t('passkeys.remove')}
        isBusy={removing.isPending}
        error={removing.error}
        onConfirm={() => removing.mutate()}
        onClose={props.onClose}
      >
        <Stack gap="sm">
          <Text>{t('passkeys.removeText')}</Text>
          {props.isLast && <Text>{t('app.removeLastText')}</Text>}
        </Stack>
      </ConfirmModal>
      {proofWindow}
    </>
  );
}
