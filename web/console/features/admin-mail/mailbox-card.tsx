import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { checkMailboxProof, chooseFrom, type Mailbox, removeMailbox } from '../../data/mail.ts';
import { DnsRecords } from './dns-records.tsx';

export function MailboxCard({ mailbox }: { mailbox: Mailbox }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const [isShown, { toggle }] = useDisclosure(mailbox.waitsForProof);
  const [isRemoving, setRemoving] = useState(false);
  const { id, address, isFrom, isGenerated, waitsForProof, retiresAt, records } = mailbox;
  const formats = useFormats();
  const choosing = useMutation({
    mutationFn: () => chooseFrom(id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['mail', 'mailboxes'] });
      notifyDone(t('mailboxes.madeFrom', { address }));
    },
    onError: notifyProblem,
  });
  const checking = useMutation({
    mutationFn: () => checkMailboxProof(id),
    // What was seen comes with the live events.
    onError: notifyProblem,
    onSuccess: () => notifyDone(t('mailboxes.checkAsked')),
  });
  return (
    <Paper p="md">
      <Group justify="space-between" gap="md">
        <Group gap="sm">
          <Text fw={600}>{address}</Text>
          {isFrom && (
            <Badge variant="light" tt="none">
              {t('mailboxes.isFrom')}
            </Badge>
          )}
          {waitsForProof && (
            <Badge variant="light" color="red" tt="none">
              {t('mailboxes.waits')}
            </Badge>
          )}
          {isGenerated && (
            <Badge variant="light" color="gray" tt="none">
              {t('mailboxes.generated')}
            </Badge>
          )}
        </Group>
        <Group gap="sm">
          {waitsForProof && (
            <Button
              size="compact-sm"
              variant="default"
              loading={checking.isPending}
              onClick={() => checking.mutate()}
            >
              {t('mailboxes.check')}
            </Button>
          )}
          {!isFrom && !waitsForProof && !retiresAt && (
            <Button
              size="compact-sm"
              variant="default"
              loading={choosing.isPending}
              onClick={() => choosing.mutate()}
            >
              {t('mailboxes.makeFrom')}
            </Button>
          )}
          {!isFrom && !isGenerated && (
            <Button size="compact-sm" variant="default" onClick={() => setRemoving(true)}>
              {t('mailboxes.remove')}
            </Button>
          )}
          {records.length > 0 && (
            <Button size="compact-sm" variant="default" aria-expanded={isShown} onClick={toggle}>
              {t(isShown ? 'mailboxes.hide' : 'mailboxes.show')}
            </Button>
          )}
        </Group>
      </Group>
      {waitsForProof && (
        <Text size="sm" mt="xs">
          {t('mailboxes.waitsText')}
        </Text>
      )}
      {retiresAt && (
        <Text size="sm" mt="xs">
          {t('mailboxes.retires', { date: formats.date(retiresAt) })}
        </Text>
      )}
      {isGenerated && !retiresAt && (
        <Text size="sm" c="dimmed" mt="xs">
          {t(records.length === 0 ? 'mailboxes.noRecords' : 'mailboxes.operatorRecords')}
        </Text>
      )}
      {isShown && <DnsRecords address={address} records={records} />}
      {isRemoving && <RemoveMailbox mailbox={mailbox} onClose={() => setRemoving(false)} />}
    </Paper>
  );
}

function RemoveMailbox({ mailbox, onClose }: { mailbox: Mailbox; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const { id, address } = mailbox;
  const removing = useMutation({
    mutationFn: () => removeMailbox(id),
    onSuccess() {
      notifyDone(t('mailboxes.removed', { address }));
      onClose();
      void client.invalidateQueries({ queryKey: ['mail', 'mailboxes'] });
    },
  });
  return (
    <ConfirmModal
      title={t('mailboxes.removeTitle', { address })}
      confirmLabel={t('mailboxes.remove')}
      isBusy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate()}
      onClose={onClose}
    >
      <Text>{t('mailboxes.removeText')}</Text>
    </ConfirmModal>
  );
}
