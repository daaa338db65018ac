import { type Selectable, sql } from 'kysely';
import type { DomainProofs } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ProofFinding, ProofState } from './proof.rules.ts';

export type DomainProof = Selectable<DomainProofs>;

export async function findProof(tx: TenantTx, domain: string): Promise<DomainProof | undefined> {
  return tx.selectFrom('domain_proofs').selectAll().where('domain', '=', domain).executeTakeFirst();
}

export async function lockProof(tx: TenantTx, domain: string): Promise<DomainProof | undefined> {
  return tx
    .selectFrom('domain_proofs')
    .selectAll()
    .where('domain', '=', domain)
    .forUpdate()
    .executeTakeFirst();
}

/** Leaves a proof that is there as it is. */
export async function insertProof(
  tx: TenantTx,
  proof: { domain: string; token: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('domain_proofs')
    .values({ domain: proof.domain, token: proof.token, next_check_at: proof.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'domain']).doNothing())
    .execute();
}

export async function noteCheck(
  tx: TenantTx,
  id: number,
  check: ProofState & { finding: ProofFinding; checkedAt: Date; nextCheckAt: Date },
): Promise<void> {
  await tx
    .updateTable('domain_proofs')
    .set({
      finding: check.finding,
      proven_at: check.provenAt,
      missing_since: check.missingSince,
      checked_at: check.checkedAt,
      next_check_at: check.nextCheckAt,
    })
    .where('id', '=', id)
    .execute();
}

export async function setNextCheck(tx: TenantTx, domain: string, at: Date): Promise<void> {
  await tx
    .updateTable('domain_proofs')
    .set({ next_check_at: at })
    .where('domain', '=', domain)
    .execute();
}

/** Gives the domain up unless a portal or an address of the tenant still stands on it. */
export async function deleteUnusedProof(tx: TenantTx, domain: string): Promise<void> {
  await tx
    .deleteFrom('domain_proofs')
    .where('domain', '=', domain)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('portal_domains').select('domain').where('domain', '=', domain))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mailboxes')
            .select('id')
            .where(sql`split_part(address::text, '@', 2)`, '=', domain),
        ),
      ),
    )
    .execute();
}

/** Who holds the domain after what was found in its TXT record was weighed; null: nobody. */
export async function settleDomain(
  tx: TenantTx,
  domain: string,
  found: readonly string[],
): Promise<number | null> {
  const { rows } = await sql<{ holder: number | null }>`
    select settle_domain(${domain}, ${sql.val([...found])}::text[]) as holder`.execute(tx);
  return rows[0]?.holder ?? null;
}

/** The tenant's addresses at a domain that is another's get no mail from now on. */
export async function suspendMailboxes(tx: TenantTx, domain: string): Promise<void> {
  const atDomain = sql<boolean>`split_part(address::text, '@', 2) = ${domain}`;
  const lost = await tx
    .updateTable('mailboxes')
    .set({ waits_for_proof: true })
    .where('is_generated', '=', false)
    .where('waits_for_proof', '=', false)
    .where(atDomain)
    .returning('is_from')
    .execute();
  if (!lost.some(({ is_from }) => is_from)) return;
  await tx.updateTable('mailboxes').set({ is_from: false }).where('is_from', '=', true).execute();
  await tx
    .updateTable('mailboxes')
    .set({ is_from: true })
    .where('is_generated', '=', true)
    .where('retires_at', 'is', null)
    .execute();
}

export async function isOnlyTenant(tx: TenantTx): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select is_only_tenant() as is`.execute(tx);
  return rows[0]?.is ?? false;
}
