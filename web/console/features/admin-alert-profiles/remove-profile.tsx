import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { type AlertProfile, removeAlertProfile } from '../../data/alert-profiles.ts';

export function RemoveProfileButton({ profile }: { profile: AlertProfile }) {
  const { t } = useTranslation('alerts');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, asking] = useDisclosure(false);
  const { id, name } = profile;
  const removing = useMutation({
    mutationFn: () => removeAlertProfile(id),
    async onSuccess() {
      notifyDone(t('profiles.removed', { name }));
      await navigate({ to: '/admin/thresholds', ignoreBlocker: true });
      await client.invalidateQueries({ queryKey: ['alertProfile'] });
    },
  });
  return (
    <>
      <Button variant="default" onClick={asking.open}>
        {t('profiles.remove')}
      </Button>
      {isAsking && (
        <ConfirmModal
          title={t('profiles.removeTitle', { name })}
          confirmLabel={t('profiles.remove')}
          isBusy={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate()}
          onClose={asking.close}
        >
          <Text>{t('profiles.removeText')}</Text>
        </ConfirmModal>
      )}
    </>
  );
}
