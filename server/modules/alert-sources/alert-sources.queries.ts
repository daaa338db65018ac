import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AlertSourceFormat } from '#shared/alerts.ts';

const sourceRows = (tx: TenantTx) =>
  tx
    .selectFrom('alert_sources as s')
    .leftJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.id', '=', 's.customer_id'),
    )
    .leftJoin('alert_profiles as p', (join) =>
      join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.profile_id'),
    )
    .where('s.removed_at', 'is', null)
    .select([
      's.id',
      's.name',
      's.format',
      's.customer_id',
      'c.name as customer_name',
      's.profile_id',
      'p.name as profile_name',
      'p.is_default as profile_is_default',
      's.last_received_at',
      's.last_error',
      's.created_at',
    ]);
export type SourceRow = Awaited<ReturnType<typeof listSourceRows>>[number];

export const listSourceRows = (tx: TenantTx) =>
  sourceRows(tx).orderBy(sql`lower(s.name)`).orderBy('s.id').execute();

export const findSourceRow = (tx: TenantTx, id: number) =>
  sourceRows(tx).where('s.id', '=', id).executeTakeFirst();

/** Deliveries of one source are taken in one after the other. */
export async function lockSource(tx: TenantTx, id: number, hash: Buffer) {
  return tx
    .selectFrom('alert_sources')
    .where('id', '=', id)
    .where('secret_hash', '=', hash)
    .where('removed_at', 'is', null)
    .select(['id', 'format', 'customer_id', 'profile_id'])
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function insertSource(
  tx: TenantTx,
  source: {
    name: string;
    format: AlertSourceFormat;
    customer_id: number | null;
    profile_id: number | null;
    secret_hash: Buffer;
    created_at: Date;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('alert_sources')
    .values(source)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSource(
  tx: TenantTx,
  id: number,
  changes: {
    name?: string;
    customer_id?: number | null;
    profile_id?: number | null;
    secret_hash?: Buffer;
    removed_at?: Date;
    last_received_at?: Date;
    last_error?: string | null;
  },
): Promise<void> {
  await tx.updateTable('alert_sources').set(changes).where('id', '=', id).execute();
}

/**
 * Devices by the names that other systems may have for them, in small letters. A name that several
 * have says nothing.
 */
export async function findDevicesByNames(
  tx: TenantTx,
  names: readonly string[],
  customerId: number | null,
): Promise<Map<string, { id: number; customer_id: number }>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: number; customer_id: number }>`
    select w.name, min(d.id) as id, min(d.customer_id) as customer_id
    from devices d
    cross join lateral (
      select distinct x as name
      from unnest(array[lower(d.name), lower(d.hostname), host(d.address)]) as x
      where x = any (${[...names]}::text[])) as w
    where d.archived_at is null
      and (${customerId}::bigint is null or d.customer_id = ${customerId})
    group by w.name having count(*) = 1`.execute(tx);
  return new Map(rows.map(({ name, ...device }) => [name, device]));
}

/** Customers by name, in small letters. */
export async function findCustomersByNames(
  tx: TenantTx,
  names: readonly string[],
): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: number }>`
    select lower(name) as name, min(id) as id from customers
    where archived_at is null and lower(name) = any (${[...names]}::text[])
    group by 1 having count(*) = 1`.execute(tx);
  return new Map(rows.map(({ name, id }) => [name, id]));
}
