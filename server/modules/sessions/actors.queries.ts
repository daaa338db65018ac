import { sql } from 'kysely';
import { limitOfRole } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { normaliseAddress } from '#platform/mail/mail-address.ts';
import type { Language } from '#shared/languages.ts';
import { lacksRequiredTwoFactor } from './second-factors.queries.ts';

/*
 * Each request asks one of these: the session and everything that decides what its holder may, in
 * one query. They read technicians, roles, contacts and customers, because a second round trip
 * on every request is what the doors of those modules would cost.
 */

/** What a session is looked for by; all of it has to fit. */
export interface SessionKey {
  sessionId: number;
  tokenHash: Buffer;
  host: string;
}

export interface TechnicianOfSession {
  last_seen_at: Date;
  expires_at: Date;
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  language: Language;
  built_in: string | null;
  permissions: string[];
  must_set_up_two_factor: boolean;
  customer_ids: number[] | null;
}

/** Written out, as the one query of every request: building it took longer than its answer. */
export async function findTechnicianOfSession(
  tx: TenantTx,
  key: SessionKey,
): Promise<TechnicianOfSession | undefined> {
  const { rows } = await sql<TechnicianOfSession>`
    select s.last_seen_at, s.expires_at, t.id, t.email, t.first_name, t.last_name, t.language,
      r.built_in, r.permissions, ${limitOfRole('r')} as customer_ids,
      ${lacksRequiredTwoFactor} as must_set_up_two_factor
    from sessions s
    join technicians t on t.tenant_id = s.tenant_id and t.id = s.technician_id
    join roles r on r.tenant_id = t.tenant_id and r.id = t.role_id
    where s.id = ${key.sessionId} and s.token_hash = ${key.tokenHash} and s.host = ${key.host}
      and s.audience = 'console' and t.disabled_at is null`.execute(tx);
  return rows[0];
}

export async function findContactOfSession(tx: TenantTx, key: SessionKey) {
  return contactsWhoMayEnter(tx)
    .innerJoin('sessions as s', (join) =>
      join.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.contact_id', '=', 'c.id'),
    )
    .where('s.id', '=', key.sessionId)
    .where('s.token_hash', '=', key.tokenHash)
    .where('s.host', '=', key.host)
    .where('s.audience', '=', 'portal')
    .select([
      's.last_seen_at',
      's.expires_at',
      's.is_by_link',
      'c.id',
      'c.email',
      'c.first_name',
      'c.last_name',
      'c.language',
      'c.customer_id',
      'c.is_main_contact',
      'c.is_password_generated',
    ])
    .executeTakeFirst();
}

/** By user name or e-mail address; only who has portal access and is not archived, nor his customer. */
export async function findContactForSignIn(tx: TenantTx, typed: string) {
  const login = normaliseAddress(typed) ?? typed.toLowerCase();
  return contactsWhoMayEnter(tx)
    .where((eb) => eb.or([eb('c.portal_username', '=', login), eb('c.email', '=', login)]))
    .orderBy((eb) => eb('c.portal_username', '=', login), 'desc')
    .select([
      'c.id',
      'c.email',
      'c.first_name',
      'c.last_name',
      'c.language',
      'c.portal_username',
      'c.password_hash',
    ])
    .limit(1)
    .executeTakeFirst();
}

/** `isLocked`: nobody changes the password until the transaction ends. */
export async function findContactWhoMayEnter(tx: TenantTx, id: number, { isLocked = false } = {}) {
  return contactsWhoMayEnter(tx)
    .where('c.id', '=', id)
    .$if(isLocked, (query) => query.forUpdate('c'))
    .select([
      'c.id',
      'c.email',
      'c.first_name',
      'c.last_name',
      'c.phone',
      'c.language',
      'c.is_main_contact',
      'c.portal_username',
      'c.is_password_generated',
      'c.password_hash',
      'c.unwanted_mails',
      'c.version',
      'k.name as customer_name',
    ])
    .executeTakeFirst();
}

function contactsWhoMayEnter(tx: TenantTx) {
  return tx
    .selectFrom('contacts as c')
    .leftJoin('customers as k', (join) =>
      join.onRef('k.tenant_id', '=', 'c.tenant_id').onRef('k.id', '=', 'c.customer_id'),
    )
    .where('c.has_portal_access', '=', true)
    .where('c.archived_at', 'is', null)
    .where('k.archived_at', 'is', null);
}
