import { sql } from 'kysely';
import { limitOfRole } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { lacksRequiredTwoFactor } from './second-factors.queries.ts';
import type { Audience } from './session-cookie.ts';

export interface NewSession {
  audience: Audience;
  host: string;
  technicianId: number | null;
  contactId: number | null;
  /** Opened by a link that was mailed, without a password. */
  isByLink: boolean;
  tokenHash: Buffer;
  userAgent: string | null;
  ip: string;
  now: Date;
  expiresAt: Date;
}

export async function insertSession(tx: TenantTx, session: NewSession): Promise<number> {
  const { id } = await tx
    .insertInto('sessions')
    .values({
      audience: session.audience,
      host: session.host,
      technician_id: session.technicianId,
      contact_id: session.contactId,
      is_by_link: session.isByLink,
      token_hash: session.tokenHash,
      user_agent: session.userAgent,
      ip: session.ip,
      created_at: session.now,
      last_seen_at: session.now,
      proved_at: session.now,
      expires_at: session.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** When its holder last showed that he knows the password. */
export async function findProvedAt(tx: TenantTx, id: number): Promise<Date | null> {
  const row = await tx
    .selectFrom('sessions')
    .select('proved_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.proved_at ?? null;
}

export async function noteProof(tx: TenantTx, id: number, now: Date): Promise<void> {
  await tx.updateTable('sessions').set({ proved_at: now }).where('id', '=', id).execute();
}

/** True when it was there. */
export async function deleteSession(tx: TenantTx, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** True when it was there. */
export async function deleteSessionByToken(tx: TenantTx, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Does not wait when another request is noting the same. */
export async function touchSession(tx: TenantTx, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_seen_at: now })
    .where('id', 'in', (query) =>
      query.selectFrom('sessions').select('id').where('id', '=', id).forUpdate().skipLocked(),
    )
    .execute();
}

/**
 * Sessions and sign-ins on their way that nobody can use any more, and links that ended before
 * `linksUntil`.
 */
export async function deleteEndedSessions(
  tx: TenantTx,
  limits: { now: Date; lastSeenAt: Date; linksUntil: Date },
): Promise<number> {
  await tx.deleteFrom('single_use_tokens').where('expires_at', '<', limits.linksUntil).execute();
  await tx.deleteFrom('pending_sign_ins').where('expires_at', '<=', limits.now).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where((eb) =>
      eb.or([eb('expires_at', '<=', limits.now), eb('last_seen_at', '<', limits.lastSeenAt)]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export interface RightsOfSession {
  built_in: string | null;
  permissions: string[] | null;
  customer_ids: number[] | null;
  /** Of a contact: whose it is, and whether it sees all of that customer's. */
  customer_id: number | null;
  is_main_contact: boolean | null;
}

/**
 * What the session's holder may right now, without counting as use; undefined when it is over. A
 * contact has no role.
 */
export async function findOpenSession(
  tx: TenantTx,
  id: number,
  now: Date,
  idleMs: number,
): Promise<RightsOfSession | undefined> {
  return (
    tx
      .selectFrom('sessions as s')
      .leftJoin('technicians as t', (join) =>
        join.onRef('t.tenant_id', '=', 's.tenant_id').onRef('t.id', '=', 's.technician_id'),
      )
      .leftJoin('roles as r', (join) =>
        join.onRef('r.tenant_id', '=', 't.tenant_id').onRef('r.id', '=', 't.role_id'),
      )
      .leftJoin('contacts as c', (join) =>
        join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.id', '=', 's.contact_id'),
      )
      .leftJoin('customers as k', (join) =>
        join.onRef('k.tenant_id', '=', 'c.tenant_id').onRef('k.id', '=', 'c.customer_id'),
      )
      .where('s.id', '=', id)
      .where('s.expires_at', '>', now)
      .where('s.last_seen_at', '>=', new Date(now.getTime() - idleMs))
      .where('t.disabled_at', 'is', null)
      .where('c.archived_at', 'is', null)
      .where('k.archived_at', 'is', null)
      .where((eb) => eb.or([eb('c.id', 'is', null), eb('c.has_portal_access', '=', true)]))
      // Who has to set up two-factor sign-in hears nothing before.
      .where(sql<boolean>`${lacksRequiredTwoFactor} is not true`)
      .select([
        'r.built_in',
        'r.permissions',
        limitOfRole('r').as('customer_ids'),
        'c.customer_id',
        'c.is_main_contact',
      ])
      .executeTakeFirst()
  );
}
