import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

const tokenRows = (tx: TenantTx) =>
  tx
    .selectFrom('enrolment_tokens as t')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 't.tenant_id').onRef('c.id', '=', 't.customer_id'),
    )
    .where(inReach(tx.actor, 't.customer_id'))
    .select([
      't.id',
      't.customer_id',
      'c.name as customer_name',
      't.name',
      't.expires_at',
      't.uses_max',
      't.uses',
      't.revoked_at',
      't.created_at',
    ]);
export type TokenRow = Awaited<ReturnType<typeof listTokenRows>>[number];

/** Those that can still be used, the newest first. */
export async function listTokenRows(tx: TenantTx, customerId: number | undefined, now: Date) {
  let query = tokenRows(tx)
    .where('t.revoked_at', 'is', null)
    .where('t.expires_at', '>', now)
    .whereRef('t.uses', '<', 't.uses_max')
    .orderBy('t.id', 'desc');
  if (customerId !== undefined) query = query.where('t.customer_id', '=', customerId);
  return query.execute();
}

export function findTokenRow(tx: TenantTx, id: number) {
  return tokenRows(tx).where('t.id', '=', id).executeTakeFirst();
}

export async function insertToken(
  tx: TenantTx,
  token: {
    customerId: number;
    name: string;
    hash: Buffer;
    createdBy: number;
    expiresAt: Date;
    usesMax: number;
  },
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('enrolment_tokens')
    .values({
      customer_id: token.customerId,
      name: token.name,
      token_hash: token.hash,
      created_by: token.createdBy,
      expires_at: token.expiresAt,
      uses_max: token.usesMax,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function revokeTokenRow(tx: TenantTx, id: number, now: Date): Promise<void> {
  await tx.updateTable('enrolment_tokens').set({ revoked_at: now }).where('id', '=', id).execute();
}

/** Takes one use of a token that is good, or null: of two at the same moment one gets the last. */
export async function takeTokenUse(tx: TenantTx, id: number, hash: Buffer, now: Date) {
  return tx
    .updateTable('enrolment_tokens')
    .set({ uses: sql`uses + 1` })
    .where('id', '=', id)
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .whereRef('uses', '<', 'uses_max')
    .returning(['id', 'customer_id', 'name'])
    .executeTakeFirst();
}

/** The use did not make a device. */
export async function giveTokenUseBack(tx: TenantTx, id: number): Promise<void> {
  await tx
    .updateTable('enrolment_tokens')
    .set({ uses: sql`uses - 1` })
    .where('id', '=', id)
    .execute();
}
