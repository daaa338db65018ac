import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { messagesQuery } from '../../data/tickets.ts';
import { MessageCard } from './message-card.tsx';
import { useSoughtMessage } from './use-sought-message.ts';

/** Everything that was said on a ticket, oldest first. */
export function Conversation({
  number,
  tools,
}: {
  number: number;
  /** What can be done with a message. */
  tools: (messageId: number) => ReactNode;
}) {
  const { t } = useTranslation('console');
  const messages = useInfiniteQuery(messagesQuery(number));
  const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
  const soughtId = useSoughtMessage(
    items.map(({ id }) => id),
    {
      hasMore: messages.hasNextPage,
      isLoading: messages.isFetching,
      load: messages.fetchNextPage,
    },
  );
  if (messages.isPending) return <LoadingRows rows={3} height="6rem" />;
  if (messages.isError) {
    return <ErrorState error={messages.error} onRetry={() => messages.refetch()} />;
  }
  return (
    <Stack component="section" gap="md" mb="md" aria-label={t('tickets.conversation')}>
      {items.map((message) => (
        <MessageCard
          key={message.id}
          message={message}
          isSought={message.id === soughtId}
          tools={tools(message.id)}
        />
      ))}
      <LoadMore
        hasMore={messages.hasNextPage}
        isLoading={messages.isFetchingNextPage}
        onLoad={() => void messages.fetchNextPage()}
      />
    </Stack>
  );
}
