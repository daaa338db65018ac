import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import { countUse } from './rate-limit.ts';

/**
 * The short list of questions that come before the tenant is known. Each is a SECURITY DEFINER
 * function (db/migrations/0007_lookups.sql, 0012_two_factor.sql, 0016_portal_addresses.sql) that takes one exact key and returns ids only.
 */
export interface Lookups {
  /** Whose a slug is, also one that was given up and still redirects. */
  tenantIdBySlug(slug: string): Promise<number | null>;
  /** Whose portal a slug leads to, and what its slug is today. */
  portalBySlug(slug: string): Promise<{ tenantId: number; slug: string } | null>;
  /** Whose portal a domain leads to: only of the tenant that has proven it. */
  portalByDomain(domain: string): Promise<{ tenantId: number; slug: string } | null>;
  /** Proofs of domains that are to be looked at again by now. */
  dueDomainChecks(now: Date, most: number): Promise<{ tenantId: number; domain: string }[]>;
  /** Whose checks of devices are to be run by now. */
  tenantsWithDueChecks(now: Date): Promise<number[]>;
  isAnyTenant(): Promise<boolean>;
  tenantIds(): Promise<number[]>;
  technicianByEmail(email: string): Promise<{ tenantId: number; technicianId: number } | null>;
  sessionByTokenHash(hash: Buffer): Promise<{ tenantId: number; sessionId: number } | null>;
  pendingSignInByTokenHash(
    hash: Buffer,
  ): Promise<{ tenantId: number; pendingSignInId: number } | null>;
  passkeyByCredentialId(id: Buffer): Promise<{ tenantId: number; passkeyId: number } | null>;
  apiKeyByHash(hash: Buffer): Promise<{ tenantId: number; apiKeyId: number } | null>;
  deviceKeyByHash(hash: Buffer): Promise<{ tenantId: number; deviceKeyId: number } | null>;
  enrolmentTokenByHash(
    hash: Buffer,
  ): Promise<{ tenantId: number; enrolmentTokenId: number } | null>;
  alertSourceByHash(hash: Buffer): Promise<{ tenantId: number; alertSourceId: number } | null>;
  /** Room for the samples of the days to come; forgets those of days long past. */
  keepDevicePartitions(now: Date): Promise<void>;
  singleUseTokenByHash(hash: Buffer): Promise<{ tenantId: number; tokenId: number } | null>;
  usernameChangeByHash(hash: Buffer): Promise<{ tenantId: number; changeId: number } | null>;
  mailAddress(address: string): Promise<{ tenantId: number; mailboxId: number } | null>;
  /** Notes what was given to somebody unknown to be signed. */
  keepChallenge(challenge: Buffer, expiresAt: Date): Promise<void>;
  /** True for the first who brings a challenge back in time. */
  takeChallenge(challenge: Buffer, now: Date): Promise<boolean>;
  /** Forgets those that nobody brought back in time. */
  forgetOldChallenges(now: Date): Promise<void>;
  /** Adds one use to the bucket; tells how many there are now and when it empties. */
  countUse(
    bucket: string,
    windowSeconds: number,
  ): Promise<{ used: number; resetsInSeconds: number }>;
  /** Takes one use back, e.g. of an attempt that turned out to be right. */
  forgiveUse(bucket: string): Promise<void>;
  /** Forgets the uses of a bucket, e.g. after a sign-in that succeeded. */
  forgetUses(bucket: string): Promise<void>;
  /** Forgets the uses whose time is over; returns how many buckets there were. */
  forgetOldUses(): Promise<number>;
}

export function createLookups(db: Kysely<DB>): Lookups {
  const rowsOf = async <T>(query: RawBuilder<T>): Promise<T[]> => (await query.execute(db)).rows;
  const first = async <T>(query: RawBuilder<T>): Promise<T | null> =>
    (await rowsOf(query))[0] ?? null;
  return {
    tenantIdBySlug: async (slug) =>
      (await first(sql<{ id: number | null }>`select find_tenant_by_slug(${slug}) as id`))?.id ??
      null,
    portalBySlug: (slug) =>
      first(sql`
        select tenant_id as "tenantId", slug_today as "slug" from find_portal_by_slug(${slug})`),
    portalByDomain: (domain) =>
      first(sql`select tenant_id as "tenantId", slug from find_portal_by_domain(${domain})`),
    dueDomainChecks: (now, most) =>
      rowsOf(sql`
        select tenant_id as "tenantId", domain from list_due_domain_checks(${now}, ${most})`),
    tenantsWithDueChecks: async (now) =>
      (await rowsOf(sql<{ id: number }>`select list_tenants_with_due_checks(${now}) as id`)).map(
        ({ id }) => id,
      ),
    isAnyTenant: async () =>
      (await first(sql<{ is: boolean }>`select is_any_tenant() as is`))?.is ?? false,
    tenantIds: async () =>
      (await rowsOf(sql<{ id: number }>`select list_tenant_ids() as id`)).map(({ id }) => id),
    technicianByEmail: (email) =>
      first(sql`
        select tenant_id as "tenantId", technician_id as "technicianId"
        from find_technician_by_email(${email})`),
    sessionByTokenHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", session_id as "sessionId" from find_session(${hash})`),
    pendingSignInByTokenHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", pending_sign_in_id as "pendingSignInId"
        from find_pending_sign_in(${hash})`),
    passkeyByCredentialId: (id) =>
      first(sql`
        select tenant_id as "tenantId", passkey_id as "passkeyId" from find_passkey(${id})`),
    apiKeyByHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", api_key_id as "apiKeyId" from find_api_key(${hash})`),
    deviceKeyByHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", device_key_id as "deviceKeyId"
        from find_device_key(${hash})`),
    enrolmentTokenByHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", enrolment_token_id as "enrolmentTokenId"
        from find_enrolment_token(${hash})`),
    alertSourceByHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", alert_source_id as "alertSourceId"
        from find_alert_source(${hash})`),
    keepDevicePartitions: async (now) => {
      await sql`select keep_device_partitions(${now})`.execute(db);
    },
    singleUseTokenByHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", token_id as "tokenId" from find_single_use_token(${hash})`),
    usernameChangeByHash: (hash) =>
      first(sql`
        select tenant_id as "tenantId", change_id as "changeId" from find_username_change(${hash})`),
    mailAddress: (address) =>
      first(sql`
        select tenant_id as "tenantId", mailbox_id as "mailboxId" from find_mail_address(${address})`),
    keepChallenge: async (challenge, expiresAt) => {
      await sql`insert into sign_in_challenges values (${challenge}, ${expiresAt})`.execute(db);
    },
    takeChallenge: async (challenge, now) => {
      const taking = sql`
        delete from sign_in_challenges where challenge = ${challenge} and expires_at > ${now}`;
      return (await taking.execute(db)).numAffectedRows === 1n;
    },
    forgetOldChallenges: async (now) => {
      await sql`delete from sign_in_challenges where expires_at <= ${now}`.execute(db);
    },
    countUse: (bucket, windowSeconds) => countUse(db, bucket, windowSeconds),
    forgiveUse: async (bucket) => {
      await sql`update rate_limits set used = greatest(used - 1, 0) where bucket = ${bucket}`.execute(
        db,
      );
    },
    forgetUses: async (bucket) => {
      await sql`delete from rate_limits where bucket = ${bucket}`.execute(db);
    },
    forgetOldUses: async () => {
      const old = sql`delete from rate_limits where resets_at < now()`;
      return Number((await old.execute(db)).numAffectedRows ?? 0n);
    },
  };
}
