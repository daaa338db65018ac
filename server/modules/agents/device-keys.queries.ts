import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** The key with its device, when it is good: not revoked, and its device not archived. */
export async function findGoodKey(tx: TenantTx, id: number, hash: Buffer) {
  return tx
    .selectFrom('device_keys as k')
    .innerJoin('devices as d', (join) =>
      join.onRef('d.tenant_id', '=', 'k.tenant_id').onRef('d.id', '=', 'k.device_id'),
    )
    .where('k.id', '=', id)
    .where('k.key_hash', '=', hash)
    .where('k.revoked_at', 'is', null)
    .where('d.archived_at', 'is', null)
    .select(['k.id', 'k.device_id', 'k.created_at', 'k.first_used_at'])
    .executeTakeFirst();
}

export async function insertKey(
  tx: TenantTx,
  key: { deviceId: number; hash: Buffer },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('device_keys')
    .values({ device_id: key.deviceId, key_hash: key.hash, created_at: now })
    .execute();
}

/** The first use of a key that took another's place ends the other. */
export async function noteFirstUse(
  tx: TenantTx,
  key: { id: number; device_id: number },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('device_keys')
    .set({ first_used_at: now })
    .where('id', '=', key.id)
    .execute();
  await tx
    .updateTable('device_keys')
    .set({ revoked_at: now })
    .where('device_id', '=', key.device_id)
    .where('id', '<', key.id)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function listKeys(tx: TenantTx, deviceId: number) {
  return tx
    .selectFrom('device_keys')
    .where('device_id', '=', deviceId)
    .where('revoked_at', 'is', null)
    .select(['id', 'created_at', 'first_used_at'])
    .orderBy('id')
    .execute();
}

export async function revokeUnusedKeys(tx: TenantTx, deviceId: number, now: Date): Promise<void> {
  await tx
    .updateTable('device_keys')
    .set({ revoked_at: now })
    .where('device_id', '=', deviceId)
    .where('first_used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function revokeKeys(tx: TenantTx, deviceId: number, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('device_keys')
    .set({ revoked_at: now })
    .where('device_id', '=', deviceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
