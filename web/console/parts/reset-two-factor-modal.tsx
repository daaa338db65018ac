import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { LoadingRows } from '#web/ui/states.tsx';
import { resetTwoFactor, twoFactorStateQuery } from '../data/two-factor.ts';
import { useProof } from './proof.tsx';

/** For a technician who has lost phone and codes. Says so when there is nothing to reset. */
export function ResetTwoFactorModal(props: { id: number; name: string; onClose: () => void }) {
  const { t } = useTranslation(['security', 'common']);
  const { id, name, onClose } = props;
  const client = useQueryClient();
  const { withProof, proofWindow } = useProof();
  const state = useQuery(twoFactorStateQuery(id));
  const resetting = useMutation({
    mutationFn: () => withProof(() => resetTwoFactor(id)),
    onSuccess() {
      void client.invalidateQueries({ queryKey: ['twoFactor'] });
      notifyDone(t('reset.done', { name }));
      onClose();
    },
  });
  if (!state.data?.isOn) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={t('reset.action')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack>
          {state.isPending && <LoadingRows rows={1} />}
          <ProblemAlert error={state.error} />
          {state.data && <Text>{t('reset.off', { name })}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('common:close')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <>
      <ConfirmModal
        title={t('reset.title', { name })}
        confirmLabel={t('reset.confirm')}
        isBusy={resetting.isPending}
        error={resetting.error}
        onConfirm={() => resetting.mutate()}
        onClose={onClose}
      >
        <Text>{t('reset.text', { name })}</Text>
      </ConfirmModal>
      {proofWindow}
    </>
  );
}
