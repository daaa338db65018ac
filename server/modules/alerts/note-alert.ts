import { describeActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { AlertEventKind } from '#shared/alerts.ts';
import { insertEvents, type StoredAlert } from './alerts.queries.ts';

/** Writes the same into the histories of alerts. */
export async function noteAlerts(
  tx: TenantTx,
  alerts: readonly Pick<StoredAlert, 'id'>[],
  kind: AlertEventKind,
  details: Record<string, unknown> = {},
): Promise<void> {
  const actor = describeActor(tx.actor);
  const events = alerts.map(({ id }) => ({ alertId: id, kind, actor, details }));
  await insertEvents(tx, events, clock.now());
}

/** Tells open pages of it: once, however many there are; each asks for what it shows. */
export async function announceAlerts(
  tx: TenantTx,
  alerts: readonly Pick<StoredAlert, 'id' | 'device_id' | 'customer_id'>[],
): Promise<void> {
  if (alerts.length === 0) return;
  const [one] = alerts;
  const customers = [...new Set(alerts.flatMap(({ customer_id }) => customer_id ?? []))];
  await publish(tx, {
    kind: 'alert',
    ids: alerts.length === 1 && one ? { id: one.id } : {},
    ofCustomers: customers,
  });
  const devices = new Map(
    alerts.flatMap(({ device_id, customer_id }) =>
      device_id === null || customer_id === null ? [] : [[device_id, customer_id] as const],
    ),
  );
  const [device] = devices;
  if (!device) return;
  await publish(tx, {
    kind: 'device',
    ids: devices.size === 1 ? { id: device[0] } : {},
    ofCustomers: customers,
  });
}
