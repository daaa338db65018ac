import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketChange } from '#web/api/types.ts';
import { LoadMore } from '#web/ui/load-more.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { historyQuery } from '../../data/tickets.ts';
import { useChangeText } from './use-change-text.ts';

/** Who changed what, and when. */
export function TicketHistory({ number }: { number: number }) {
  const { t } = useTranslation('console');
  const history = useInfiniteQuery(historyQuery(number));
  if (history.isPending) return <LoadingRows rows={5} height="1.5rem" />;
  if (history.isError) {
    return <ErrorState error={history.error} onRetry={() => history.refetch()} />;
  }
  return (
    <Stack component="section" gap="sm" aria-label={t('tickets.history')}>
      {history.data.pages.flatMap((page) =>
        page.items.map((change) => <ChangeLine key={change.id} change={change} />),
      )}
      <LoadMore
        hasMore={history.hasNextPage}
        isLoading={history.isFetchingNextPage}
        onLoad={() => void history.fetchNextPage()}
      />
    </Stack>
  );
}

function ChangeLine({ change }: { change: TicketChange }) {
  const { t } = useTranslation('console');
  const describe = useChangeText();
  const actor = personOf(change) ?? t(isByMail(change) ? 'tickets.anEmail' : 'tickets.system');
  return (
    <Text size="sm">
      <Text span inherit fw={600}>
        {actor}
      </Text>{' '}
      {describe(change)} · <RelativeTime at={change.createdAt} c="dimmed" />
    </Text>
  );
}

// What acts by itself has names for the log only ("mailroom", "search").
const personOf = ({ actor }: TicketChange) => (actor.kind === 'system' ? null : actor.name || null);
const isByMail = ({ actor, field }: TicketChange) =>
  actor.kind === 'system' && actor.name === 'mailroom' && !field.startsWith('mail');
