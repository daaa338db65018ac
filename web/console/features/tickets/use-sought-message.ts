import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

export const messageElementId = (id: number) => `message-${id}`;

/**
 * The message that the address names (`#message-7`), as a link in a notification does: further
 * pages of the conversation are fetched until it is there, then it comes into view. Once each time
 * that such a link is followed, so that nobody is drawn back to it.
 */
export function useSoughtMessage(
  messageIds: readonly number[],
  more: { hasMore: boolean; isLoading: boolean; load: () => void },
): number | null {
  const location = useRouterState({ select: (state) => state.location });
  const sought = Number(/^message-(\d{1,15})$/.exec(location.hash)?.[1] ?? 0);
  const isThere = messageIds.includes(sought);
  const shownFor = useRef<unknown>(null);
  const { hasMore, isLoading, load } = more;
  useEffect(() => {
    if (sought === 0 || shownFor.current === location.state.__TSR_key) return;
    if (!isThere) {
      if (hasMore && !isLoading) load();
      return;
    }
    shownFor.current = location.state.__TSR_key;
    const element = document.getElementById(messageElementId(sought));
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'start' });
  }, [sought, isThere, hasMore, isLoading, load, location]);
  return isThere ? sought : null;
}
