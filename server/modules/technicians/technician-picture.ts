import { assertMayGrant } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { lockTechnician, updateTechnician } from './technicians.queries.ts';
import { getTechnician, type Technician } from './technicians.ts';

/**
 * Gives the technician another picture, or none. Nobody touches one who may more than he himself.
 * Of two at the same moment the second waits for the first.
 * @returns the technician as he was before
 */
export async function changePictureKey(
  tx: TenantTx,
  id: number,
  pictureKey: string | null,
): Promise<Technician> {
  await lockTechnician(tx, id);
  const technician = await getTechnician(tx, id);
  assertMayGrant(tx.actor, technician);
  await updateTechnician(tx, id, { picture_key: pictureKey });
  return technician;
}
