import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '#web/ui/notify.ts';
import { twoFactorQuery } from '../../data/two-factor.ts';
import { AddPasskey } from './add-passkey.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export function AddPasskeyModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['security', 'common']);
  const client = useQueryClient();
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(codes ? 'codes.newTitle' : 'passkeys.add')}
      closeOnClickOutside={!codes}
      closeOnEscape={!codes}
      withCloseButton={!codes}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onDone={onClose} />
      ) : (
        <AddPasskey
          cancelLabel={t('common:cancel')}
          onCancel={onClose}
          onDone={({ recoveryCodes }, name) => {
            void client.invalidateQueries({ queryKey: twoFactorQuery.queryKey });
            notifyDone(t('passkeys.added', { name }));
            if (recoveryCodes) setCodes(recoveryCodes);
            else onClose();
          }}
        />
      )}
    </Modal>
  );
}
