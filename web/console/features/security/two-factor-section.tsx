import { Badge, Button, Divider, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { Row } from '#web/ui/row.tsx';
import { removeApp, type TwoFactor, twoFactorQuery } from '../../data/two-factor.ts';
import { useProof } from '../../parts/proof.tsx';
import { RecoveryCodesRow } from './recovery-codes-row.tsx';
import { Section } from './section.tsx';
import { SetUpAppModal } from './set-up-app-modal.tsx';
import { useBeginApp } from './use-begin-app.tsx';

/** Whether there is a second step, the authenticator app, and the codes for when it is lost. */
export function TwoFactorSection({ twoFactor }: { twoFactor: TwoFactor }) {
  const { t } = useTranslation('security');
  const { isOn, isRequired, appSetUpAt } = twoFactor;
  const formats = useFormats();
  const setUp = useBeginApp();
  const [isRemoving, setRemoving] = useState(false);
  const hasApp = appSetUpAt !== null;
  const isLast = hasApp && twoFactor.passkeys.length === 0;
  return (
    <Section
      title={t('twoFactor.title')}
      text={t(isOn ? 'twoFactor.textOn' : 'twoFactor.textOff')}
      badge={
        <Badge color={isOn ? 'green' : 'gray'} variant="light">
          {t(isOn ? 'twoFactor.on' : 'twoFactor.off')}
        </Badge>
      }
    >
      {isRequired && (
        <Text size="sm" mb="sm">
          {t('twoFactor.required')}
        </Text>
      )}
      <Divider />
      <Row
        title={t('app.title')}
        actions={
          <>
            <Button variant="default" loading={setUp.isBusy} onClick={setUp.begin}>
              {t(hasApp ? 'app.replace' : 'app.setUp')}
            </Button>
            {hasApp && !(isLast && isRequired) && (
              <Button variant="default" onClick={() => setRemoving(true)}>
                {t('app.remove')}
              </Button>
            )}
          </>
        }
      >
        {hasApp ? t('app.since', { date: formats.date(appSetUpAt) }) : t('app.text')}
      </Row>
      {isOn && (
        <>
          <Divider />
          <RecoveryCodesRow left={twoFactor.recoveryCodesLeft} />
        </>
      )}
      {setUp.proofWindow}
      {setUp.app && <SetUpAppModal app={setUp.app} onClose={setUp.forget} />}
      {isRemoving && <RemoveAppModal isLast={isLast} onClose={() => setRemoving(false)} />}
    </Section>
  );
}

function RemoveAppModal({ isLast, onClose }: { isLast: boolean; onClose: () => void }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const { withProof, proofWindow } = useProof();
  const removing = useMutation({
    mutationFn: () => withProof(removeApp),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: twoFactorQuery.queryKey });
      notifyDone(t('app.removed'));
      onClose();
    },
  });
  return (
    <>
      <ConfirmModal
        title={t('app.removeTitle')}
        confirmLabel={t('app.remove')}
        isBusy={removing.isPending}
        error={removing.error}
        onConfirm={() => removing.mutate()}
        onClose={onClose}
      >
        <Text>{t(isLast ? 'app.removeLastText' : 'app.removeText')}</Text>
      </ConfirmModal>
      {proofWindow}
    </>
  );
}
