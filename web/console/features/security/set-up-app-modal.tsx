import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '#web/ui/notify.ts';
import { type NewApp, type NewFactor, twoFactorQuery } from '../../data/two-factor.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpApp } from './set-up-app.tsx';

export function SetUpAppModal({ app, onClose }: { app: NewApp; onClose: () => void }) {
  const { t } = useTranslation(['security', 'common']);
  const client = useQueryClient();
  const [codes, setCodes] = useState<string[] | null>(null);

  function finish({ recoveryCodes }: NewFactor) {
    void client.invalidateQueries({ queryKey: twoFactorQuery.queryKey });
    notifyDone(t('app.done'));
    if (recoveryCodes) setCodes(recoveryCodes);
    else onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(codes ? 'codes.newTitle' : 'app.title')}
      closeOnClickOutside={false}
      closeOnEscape={!codes}
      withCloseButton={!codes}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onDone={onClose} />
      ) : (
        <SetUpApp app={app} cancelLabel={t('common:cancel')} onDone={finish} onCancel={onClose} />
      )}
    </Modal>
  );
}
