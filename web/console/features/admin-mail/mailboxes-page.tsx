import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { mailboxesQuery } from '../../data/mail.ts';
import { AddMailboxForm } from './add-mailbox-form.tsx';
import { MailboxCard } from './mailbox-card.tsx';

/** Admin > E-mail > Addresses: what we take mail for, which one answers, what DNS needs. */
export function MailboxesPage() {
  const { t } = useTranslation('admin');
  const mailboxes = useQuery(mailboxesQuery);
  if (mailboxes.isPending) return <LoadingRows rows={3} height="5rem" />;
  if (mailboxes.isError)
    return <ErrorState error={mailboxes.error} onRetry={() => void mailboxes.refetch()} />;
  return (
    <Stack maw="60rem">
      <Text c="dimmed">{t('mailboxes.lead')}</Text>
      {mailboxes.data.items.map((mailbox) => (
        <MailboxCard key={mailbox.id} mailbox={mailbox} />
      ))}
      <AddMailboxForm />
    </Stack>
  );
}
