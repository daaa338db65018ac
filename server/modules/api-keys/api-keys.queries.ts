import { limitOfRole } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

const keysWithRole = (tx: TenantTx) =>
  tx
    .selectFrom('api_keys as k')
    .innerJoin('roles as r', 'r.id', 'k.role_id')
    .select([
      'k.id',
      'k.name',
      'k.prefix',
      'k.expires_at',
      'k.last_used_at',
      'k.created_at',
      'k.role_id',
      'r.name as role_name',
      'r.built_in as role_built_in',
      'r.permissions as role_permissions',
    ])
    .where('k.revoked_at', 'is', null);

/** Those that were not revoked, the newest first. */
export async function listApiKeyRows(tx: TenantTx) {
  return keysWithRole(tx).orderBy('k.id', 'desc').execute();
}
export type ApiKeyRow = Awaited<ReturnType<typeof listApiKeyRows>>[number];

export async function findApiKeyRow(tx: TenantTx, id: number): Promise<ApiKeyRow | undefined> {
  return keysWithRole(tx).where('k.id', '=', id).executeTakeFirst();
}

export async function insertApiKey(
  tx: TenantTx,
  key: {
    name: string;
    prefix: string;
    hash: Buffer;
    roleId: number;
    createdBy: number;
    expiresAt: Date | null;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('api_keys')
    .values({
      name: key.name,
      prefix: key.prefix,
      key_hash: key.hash,
      role_id: key.roleId,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function revokeApiKeyRow(tx: TenantTx, id: number, now: Date): Promise<void> {
  await tx.updateTable('api_keys').set({ revoked_at: now }).where('id', '=', id).execute();
}

/**
 * The key with what its actor needs, in one query. The technicians table is read here because a
 * key acts in the name of who made it.
 */
export async function findKeyInUse(tx: TenantTx, id: number, hash: Buffer, now: Date) {
  return tx
    .selectFrom('api_keys as k')
    .innerJoin('technicians as t', (join) =>
      join.onRef('t.tenant_id', '=', 'k.tenant_id').onRef('t.id', '=', 'k.created_by'),
    )
    .innerJoin('roles as r', (join) =>
      join.onRef('r.tenant_id', '=', 'k.tenant_id').onRef('r.id', '=', 'k.role_id'),
    )
    .where('k.id', '=', id)
    .where('k.key_hash', '=', hash)
    .where('k.revoked_at', 'is', null)
    .where('t.disabled_at', 'is', null)
    .where((eb) => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', now)]))
    .select([
      'k.id',
      'k.name',
      'k.last_used_at',
      't.id as technician_id',
      't.email',
      't.language',
      'r.built_in',
      'r.permissions',
      limitOfRole('r').as('customer_ids'),
    ])
    .executeTakeFirst();
}

export async function touchApiKey(tx: TenantTx, id: number, now: Date): Promise<void> {
  await tx.updateTable('api_keys').set({ last_used_at: now }).where('id', '=', id).execute();
}
