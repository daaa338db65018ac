import { findMaintenance } from '#modules/maintenance/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { lockDue, updateAlerts } from './alerts.queries.ts';
import { orderFollowUp } from './follow-up-order.ts';
import { announceAlerts, noteAlerts } from './note-alert.ts';

/**
 * Snoozed alerts come back: those whose time is over, or (`silenced`) all that maintenance windows
 * silence, because those are not as they were. What a window still covers sleeps on until its end.
 */
export async function wakeAlerts(tx: TenantTx, which: 'waking' | 'silenced'): Promise<void> {
  const now = clock.now();
  const awake = [];
  for (const alert of await lockDue(tx, which, now)) {
    const silence = await findMaintenance(tx, {
      deviceId: alert.device_id,
      customerId: alert.customer_id,
    });
    if (!silence) awake.push(alert);
    else if (silence.until.getTime() !== alert.snoozed_until?.getTime()) {
      const asleep = { snoozed_until: silence.until, is_silenced: true };
      await updateAlerts(tx, [alert.id], asleep);
      if (!alert.is_silenced) await noteAlerts(tx, [alert], 'silenced', silence);
      await announceAlerts(tx, [alert]);
    }
  }
  if (awake.length === 0) return;
  await updateAlerts(
    tx,
    awake.map(({ id }) => id),
    {
      state: 'open',
      snoozed_until: null,
      is_silenced: false,
      follow_up_at: now,
      updated_at: now,
    },
  );
  await noteAlerts(tx, awake, 'woken');
  await announceAlerts(tx, awake);
  await orderFollowUp(tx);
}
