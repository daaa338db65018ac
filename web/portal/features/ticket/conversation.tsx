import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { messagesQuery, type PortalTicketPage } from '../../data/tickets.ts';
import { MessageCard } from './message-card.tsx';
import { useReading } from './use-reading.ts';

/** Everything that was said, the oldest first. */
export function Conversation({ ticket }: { ticket: PortalTicketPage }) {
  const { number } = ticket;
  const { t } = useTranslation('portal');
  const messages = useInfiniteQuery(messagesQuery(number));
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = messages;
  useEffect(() => {
    // A conversation is read whole; the newest message is at its end.
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);

  const newest = messages.data?.pages.at(-1)?.items.at(-1)?.id;
  useReading(ticket, hasNextPage ? undefined : newest);

  if (messages.isPending) return <LoadingRows rows={3} height="7rem" />;
  if (!messages.data)
    return <ErrorState error={messages.error} onRetry={() => void messages.refetch()} />;
  const items = messages.data.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="conversation">
      <VisuallyHidden>
        <h2 id="conversation">{t('ticket.conversation')}</h2>
      </VisuallyHidden>
      {items.length === 0 && <Text c="dimmed">{t('ticket.noMessages')}</Text>}
      <Stack gap="md">
        {items.map((message) => (
          <MessageCard key={message.id} message={message} />
        ))}
      </Stack>
      {isFetchingNextPage && <LoadingRows rows={2} height="7rem" />}
      {isError && (
        <ErrorState error={messages.error} onRetry={() => void messages.fetchNextPage()} />
      )}
    </section>
  );
}
