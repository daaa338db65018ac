import { useDocumentVisibility, useIdle } from '@mantine/hooks';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { notificationsQuery, readNotifications } from '../../data/notifications.ts';

/** Who has not moved for so long may have left a page open that nobody looks at. */
const AWAY_AFTER_MS = 60_000;

/**
 * On a ticket's page: what one was told of the ticket is read by seeing it, also what comes in
 * while one is there. Nothing is shown.
 */
export function ReadOnSight({ ticketNumber }: { ticketNumber: number }) {
  const client = useQueryClient();
  const isVisible = useDocumentVisibility() === 'visible';
  const isAway = useIdle(AWAY_AFTER_MS, { initialState: false });
  const isLookedAt = isVisible && !isAway;
  const { data } = useInfiniteQuery(notificationsQuery);
  const newestUnread = data?.pages
    .flatMap((page) => page.items)
    .find(({ ticket, readAt }) => ticket?.number === ticketNumber && readAt === null)?.id;
  const read = useEffectEvent(() => {
    // Whatever fails: it stays unread, which is no harm, and the next look tries again.
    readNotifications({ ticketNumber }).then(
      () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
      () => undefined,
    );
  });
  // Also without an unread one in the list: it may only wait to be mailed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer one is another reason to read
  useEffect(() => {
    if (isLookedAt) read();
  }, [isLookedAt, ticketNumber, newestUnread]);
  return null;
}
