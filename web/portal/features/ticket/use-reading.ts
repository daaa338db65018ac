import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { type PortalTicketPage, useMarkRead } from '../../data/tickets.ts';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/**
 * Takes the mark of what is new from a ticket once its newest message is shown in a window that
 * somebody looks at; a tab in the background reads nothing.
 */
export function useReading(ticket: PortalTicketPage, newestMessageId: number | undefined): void {
  const mark = useMarkRead(ticket.number);
  const isSeen = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
  const read = useEffectEvent((messageId: number) => mark.mutate(messageId));
  useEffect(() => {
    if (ticket.isUnread && isSeen && newestMessageId !== undefined) read(newestMessageId);
  }, [ticket.isUnread, isSeen, newestMessageId]);
}
