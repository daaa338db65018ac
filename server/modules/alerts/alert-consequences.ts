import {
  listAllAssignments,
  listProfileRows,
  mostSpecific,
  type ProfileRow,
} from '#modules/alert-profiles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { deviceFacts, type StoredAlert } from './alerts.queries.ts';

/**
 * By alert the profile that says what follows from it: its source's, or that of its device, or the
 * default one.
 */
export async function profilesOf(
  tx: TenantTx,
  alerts: readonly StoredAlert[],
): Promise<Map<number, ProfileRow>> {
  const rows = await listProfileRows(tx);
  const profiles = new Map(rows.map((row) => [row.id, row]));
  const standard = rows.find(({ is_default }) => is_default);
  if (!standard) throw new Error('the company has no default alert profile');
  const assignments = await listAllAssignments(tx);
  const devices = await deviceFacts(
    tx,
    alerts.flatMap(({ device_id }) => device_id ?? []),
  );
  return new Map(
    alerts.map((alert) => {
      const device = alert.device_id === null ? undefined : devices.get(alert.device_id);
      const ofDevice =
        device &&
        mostSpecific(assignments, {
          id: device.id,
          customerId: device.customer_id,
          type: device.type,
        });
      const id = alert.profile_id ?? ofDevice ?? null;
      return [alert.id, (id !== null && profiles.get(id)) || standard];
    }),
  );
}
