import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import { deleteSession } from './sessions.queries.ts';

/** Ends this one session; every server process closes its event stream. */
export async function signOut(tx: TenantTx, sessionId: number): Promise<void> {
  if (await deleteSession(tx, sessionId)) await publish(tx, { kind: 'session', ids: {} });
}
