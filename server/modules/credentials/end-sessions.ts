import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import { deleteSessions, deleteSessionsAtHost, type Person } from './credentials.queries.ts';

/**
 * Ends the person's sessions, all but one if asked. Requests are refused from the commit on, and
 * every server process closes the person's open event streams at once.
 */
export async function endSessions(
  tx: TenantTx,
  person: Person,
  options: { exceptSessionId?: number | null } = {},
): Promise<number> {
  const ended = await deleteSessions(tx, person, options.exceptSessionId ?? null);
  if (ended > 0) await publish(tx, { kind: 'session', ids: {} });
  return ended;
}

/** Ends everybody's sessions on a host that is the tenant's no longer. */
export async function endSessionsAtHost(tx: TenantTx, host: string): Promise<void> {
  const ended = await deleteSessionsAtHost(tx, host);
  if (ended > 0) await publish(tx, { kind: 'session', ids: {} });
}
