import type { TechnicianActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import { updateTechnician } from './technicians.queries.ts';

/** What everybody may change about himself, whatever his role. */
export async function changeOwnPreferences(
  tx: TenantTx & { readonly actor: TechnicianActor },
  changes: { language?: Language; timeZone?: string },
): Promise<void> {
  const { language, timeZone } = changes;
  if (language === undefined && timeZone === undefined) return;
  await updateTechnician(tx, tx.actor.technicianId, {
    ...(language && { language }),
    ...(timeZone && { time_zone: timeZone }),
  });
}
