import { Button, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { Row } from '#web/ui/row.tsx';
import { renewRecoveryCodes, twoFactorQuery } from '../../data/two-factor.ts';
import { useProof } from '../../parts/proof.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** With fewer than this it is time for new ones. */
const FEW = 4;

/** How many codes are left, and new ones. */
export function RecoveryCodesRow({ left }: { left: number }) {
  const { t } = useTranslation('security');
  const [isRenewing, setRenewing] = useState(false);
  return (
    <>
      <Row
        title={t('codes.title')}
        actions={
          <Button variant="default" onClick={() => setRenewing(true)}>
            {t('codes.renew')}
          </Button>
        }
      >
        {t('codes.text')} {t('codes.left', { count: left })}.{' '}
        {left < FEW && (
          <Text span inherit c="var(--mantine-color-error)">
            {t('codes.few')}
          </Text>
        )}
      </Row>
      {isRenewing && <RenewModal onClose={() => setRenewing(false)} />}
    </>
  );
}

function RenewModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const { withProof, proofWindow } = useProof();
  const renewing = useMutation({
    mutationFn: () => withProof(renewRecoveryCodes),
    onSuccess: () => client.invalidateQueries({ queryKey: twoFactorQuery.queryKey }),
  });
  if (renewing.data) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={t('codes.newTitle')}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        <RecoveryCodes codes={renewing.data.recoveryCodes} onDone={onClose} />
      </Modal>
    );
  }
  return (
    <>
      <ConfirmModal
        title={t('codes.renewTitle')}
        confirmLabel={t('codes.renew')}
        isBusy={renewing.isPending}
        error={renewing.error}
        onConfirm={() => renewing.mutate()}
        onClose={onClose}
      >
        <Text>{t('codes.renewText')}</Text>
      </ConfirmModal>
      {proofWindow}
    </>
  );
}
