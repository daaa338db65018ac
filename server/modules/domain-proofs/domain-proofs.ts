import { randomBytes } from 'node:crypto';
import { recordAudit } from '#modules/audit/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Platform } from '#platform/platform.ts';
import {
  type DomainProof,
  findProof,
  insertProof,
  lockProof,
  noteCheck,
  settleDomain,
  suspendMailboxes,
} from './domain-proofs.queries.ts';
import { judgeProof, nextCheckAt } from './proof.rules.ts';

const PREFIX = 'portico-domain=';
const TOKEN_BYTES = 20;
/** More texts than this in one TXT record are somebody's game. */
const TEXTS_MOST = 100;

/** The TXT record that proves the domain to be the tenant's. */
export const proofRecord = ({ domain, token }: { domain: string; token: string }) => ({
  host: `_portico.${domain}`,
  value: PREFIX + token,
});

/**
 * Begins to prove that a domain is the tenant's, or goes on: the text stays the same for as long as
 * the tenant uses the domain. Claims nothing yet; any number of tenants may try.
 */
export async function askForProof(tx: TenantTx, domain: string): Promise<DomainProof> {
  const token = randomBytes(TOKEN_BYTES).toString('hex');
  await insertProof(tx, { domain, token, now: clock.now() });
  const proof = await findProof(tx, domain);
  if (!proof) throw new Error('the proof that was just begun is gone');
  return proof;
}

/**
 * Asks DNS for the proof and notes what follows from the answer. Null when the tenant asks for no
 * proof of the domain (any more). Opens transactions of its own: none is open while DNS is asked.
 */
export async function checkProof(
  platform: Platform,
  tenantId: number,
  domain: string,
): Promise<DomainProof | null> {
  const inside = <T>(work: (tx: TenantTx) => Promise<T>) =>
    platform.db.withTenant({ tenantId, actor: systemActor('domainProofs.check') }, work);
  const asked = await inside((tx) => findProof(tx, domain));
  const texts = asked ? await readTexts(platform, proofRecord(asked).host) : [];
  return inside(async (tx) => {
    const proof = await lockProof(tx, domain);
    // Taken back meanwhile, or begun anew: what was seen is not about this one.
    if (proof?.token !== asked?.token) return null;
    const holder = whose(tx, await settleDomain(tx, domain, texts ?? []));
    if (holder === 'another') await suspendMailboxes(tx, domain);
    if (!proof) return null;
    const now = clock.now();
    const before = { provenAt: proof.proven_at, missingSince: proof.missing_since };
    const isFound = texts === null ? null : texts.includes(proof.token);
    const after = judgeProof(before, { isFound, holder }, now);
    const isWell = after.finding === 'found';
    const waitsSince = after.missingSince ?? proof.created_at;
    await noteCheck(tx, proof.id, {
      ...after,
      checkedAt: now,
      nextCheckAt: nextCheckAt({ isWell, isProven: after.provenAt !== null, waitsSince }, now),
    });
    if (!before.provenAt !== !after.provenAt) {
      const action = after.provenAt ? 'domain.proven' : 'domain.lost';
      await recordAudit(tx, { action, details: { domain } });
    }
    await publish(tx, { kind: 'settings', ids: {} });
    await publish(tx, { kind: 'mail', ids: {} });
    return (await findProof(tx, domain)) ?? null;
  });
}

const whose = (tx: TenantTx, holder: number | null) =>
  holder === null ? 'nobody' : holder === tx.tenantId ? 'self' : 'another';

/** The texts of our kind at a name; null when no name server answered. */
async function readTexts(platform: Platform, host: string): Promise<string[] | null> {
  try {
    const records = await platform.dns(host, 'TXT');
    return records
      .map((chunks) => (Array.isArray(chunks) ? chunks.join('') : chunks).trim())
      .filter((text) => text.startsWith(PREFIX))
      .slice(0, TEXTS_MOST)
      .map((text) => text.slice(PREFIX.length).trim());
  } catch (error) {
    return isNothingThere(error) ? [] : null;
  }
}

/** DNS says for certain that there is no such record, which is another thing than no answer. */
export function isNothingThere(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOTFOUND' || code === 'ENODATA';
}
