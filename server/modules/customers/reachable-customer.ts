import { reaches } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden, invalid } from '#platform/errors.ts';

/**
 * Whose role is limited to chosen customers leaves nothing without one of them: he would lose sight
 * of it. Throws 400 at `customerId`, the same for none and for one out of reach.
 */
export function requireReachable(
  { actor }: Pick<TenantTx, 'actor'>,
  customerId: number | null,
): void {
  if (actor.kind !== 'technician' || reaches(actor, customerId)) return;
  throw invalid({ field: 'customerId', code: 'customerInReach' });
}

/** A new customer would be out of reach at once for whose role names those that it shows. */
export function requireUnlimited({ actor }: Pick<TenantTx, 'actor'>): void {
  if (actor.kind === 'technician' && actor.customerIds !== null) throw forbidden('limitedRole');
}
