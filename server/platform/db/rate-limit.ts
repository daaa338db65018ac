import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { TenantTx } from './tenant-tx.ts';

export interface Use {
  /** With this one. */
  used: number;
  resetsInSeconds: number;
}

/**
 * Adds one use to the bucket; it empties `windowSeconds` after its first use. Given a TenantTx the
 * use counts if, and only if, that transaction commits, and others wait for it on this bucket.
 */
export async function countUse(
  db: Kysely<DB> | TenantTx,
  bucket: string,
  windowSeconds: number,
): Promise<Use> {
  const { rows } = await sql<Use>`
    insert into rate_limits as r (bucket, used, resets_at)
    values (${bucket}, 1, now() + make_interval(secs => ${windowSeconds}))
    on conflict (bucket) do update set
      used = case when r.resets_at <= now() then 1 else r.used + 1 end,
      resets_at = case when r.resets_at <= now() then excluded.resets_at else r.resets_at end
    returning used, least(${windowSeconds}::int,
      ceil(extract(epoch from resets_at - now()))::int) as "resetsInSeconds"`.execute(
    db as Kysely<DB>,
  );
  return rows[0] ?? { used: 1, resetsInSeconds: windowSeconds };
}
