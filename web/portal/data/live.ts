import { useQueryClient } from '@tanstack/react-query';
import { askAgain, askAgainForOlder } from '#web/api/ask-again.ts';
import { useLiveEvents } from '#web/api/live-events.ts';
import { ticketKeys } from './tickets.ts';

/** Keeps what is shown fresh: the server names what changed, the page reads it again. */
export function useLivePortal(): void {
  const client = useQueryClient();
  useLiveEvents('/portal/v1/events', (signal) => {
    if (signal.type === 'listening') askAgainForOlder(client);
    else if (signal.type === 'change' && signal.change.number !== undefined)
      for (const queryKey of ticketKeys(signal.change.number)) askAgain(client, queryKey);
    else askAgain(client);
  });
}
