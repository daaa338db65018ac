import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconMail } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/api/types.ts';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { contactName, contactQuery, resetPassword, sendWelcomeMail } from '../../data/contacts.ts';

/** A new password for the contact, and the mail that tells it. */
export function CredentialActions({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  const queryClient = useQueryClient();
  const [isAsking, asking] = useDisclosure(false);
  const resetting = useMutation({
    mutationFn: () => resetPassword(contact.id),
    onSuccess: (saved) => {
      asking.close();
      queryClient.setQueryData(contactQuery(contact.id).queryKey, saved);
      notifyDone(t('contacts.passwordReset'));
    },
  });
  const welcoming = useMutation({
    mutationFn: () => sendWelcomeMail(contact.id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: contactQuery(contact.id).queryKey });
      notifyDone(t('contacts.welcomeSent', { email: contact.email }));
    },
    onError: notifyProblem,
  });
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<IconKey size="1rem" aria-hidden />}
        onClick={asking.open}
      >
        {t('contacts.resetPassword')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconMail size="1rem" aria-hidden />}
        loading={welcoming.isPending}
        onClick={() => welcoming.mutate()}
      >
        {t('contacts.sendWelcome')}
      </Button>
      {isAsking && (
        <ConfirmModal
          title={t('contacts.resetPassword')}
          confirmLabel={t('contacts.resetPassword')}
          isBusy={resetting.isPending}
          error={resetting.error}
          onConfirm={() => resetting.mutate()}
          onClose={asking.close}
        >
          {t('contacts.resetAsk', { name: contactName(contact) })}
        </ConfirmModal>
      )}
    </Group>
  );
}
