import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { LinkPurpose } from './single-use-links.ts';

/** A technician or a contact: whoever has a password. */
export type Person = { technicianId: number } | { contactId: number };

const columnsOf = (person: Person) => ({
  technician_id: 'technicianId' in person ? person.technicianId : null,
  contact_id: 'contactId' in person ? person.contactId : null,
});

/**
 * Ends sign-ins that wait for their second step, too, and these first: one that is being finished
 * has become a session by the time that sessions are looked for. How many sessions there were.
 */
export async function deleteSessions(
  tx: TenantTx,
  person: Person,
  exceptSessionId: number | null,
): Promise<number> {
  const { technician_id, contact_id } = columnsOf(person);
  if (technician_id !== null)
    await tx.deleteFrom('pending_sign_ins').where('technician_id', '=', technician_id).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .$if(technician_id !== null, (query) => query.where('technician_id', '=', technician_id))
    .$if(contact_id !== null, (query) => query.where('contact_id', '=', contact_id))
    .$if(exceptSessionId !== null, (query) => query.where('id', '!=', exceptSessionId ?? 0))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ends all sessions that were opened on one host. How many there were. */
export async function deleteSessionsAtHost(tx: TenantTx, host: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('host', '=', host)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function insertToken(
  tx: TenantTx,
  token: { person: Person; purpose: LinkPurpose; hash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('single_use_tokens')
    .values({
      ...columnsOf(token.person),
      purpose: token.purpose,
      token_hash: token.hash,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** Links of the person that were not used, of one purpose or of all. */
export async function deleteUnusedTokens(
  tx: TenantTx,
  person: Person,
  purpose: LinkPurpose | null,
): Promise<void> {
  const { technician_id, contact_id } = columnsOf(person);
  await tx
    .deleteFrom('single_use_tokens')
    .where('used_at', 'is', null)
    .$if(purpose !== null, (query) => query.where('purpose', '=', purpose ?? ''))
    .$if(technician_id !== null, (query) => query.where('technician_id', '=', technician_id))
    .$if(contact_id !== null, (query) => query.where('contact_id', '=', contact_id))
    .execute();
}

export async function findUnusedToken(tx: TenantTx, id: number, now: Date) {
  return tx
    .selectFrom('single_use_tokens')
    .select(['id', 'purpose', 'technician_id', 'contact_id'])
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** True for exactly one of several at the same moment. */
export async function markTokenUsed(tx: TenantTx, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('single_use_tokens')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
