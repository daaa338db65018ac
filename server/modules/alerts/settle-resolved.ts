import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { noteSolvedOnTickets } from './alert-tickets.ts';
import { type StoredAlert, updateAlerts } from './alerts.queries.ts';
import { announceAlerts, noteAlerts } from './note-alert.ts';

/** Alerts are over: their histories, their tickets and open pages learn of it. */
export async function settleResolved(
  tx: TenantTx,
  alerts: readonly StoredAlert[],
  by: 'person' | 'source' | 'ticket' | 'system',
  details: Record<string, unknown> = {},
): Promise<void> {
  const unresolved = alerts.filter(({ state }) => state !== 'resolved');
  if (unresolved.length === 0) return;
  const now = clock.now();
  await updateAlerts(
    tx,
    unresolved.map(({ id }) => id),
    {
      state: 'resolved',
      resolved_at: now,
      resolved_by: by,
      resolves_at: null,
      is_flapping: false,
      is_silenced: false,
      snoozed_until: null,
      follow_up_at: null,
      updated_at: now,
    },
  );
  await noteAlerts(tx, unresolved, 'resolved', { by, ...details });
  await announceAlerts(tx, unresolved);
  if (by !== 'ticket') await noteSolvedOnTickets(tx, unresolved);
}
