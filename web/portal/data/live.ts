import { useQueryClient } from '@tanstack/react-query';
import { useLiveEvents } from '#web/api/live-events.ts';
import { refetchTicket } from './tickets.ts';

/** Keeps what is shown fresh: the server names what changed, the page reads it again. */
export function useLivePortal(): void {
  const client = useQueryClient();
  useLiveEvents('/portal/v1/events', (signal) => {
    if (signal.type === 'change' && signal.change.number !== undefined)
      void refetchTicket(client, signal.change.number);
    else void client.invalidateQueries();
  });
}
