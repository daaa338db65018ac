import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** The encrypted copy of a generated password, while it may be read. */
export async function findGeneratedPassword(
  tx: TenantTx,
  contactId: number,
  now: Date,
): Promise<{ encrypted: Buffer; expiresAt: Date } | null> {
  const row = await tx
    .selectFrom('contacts')
    .where('id', '=', contactId)
    .where('generated_password_expires_at', '>', now)
    .select(['generated_password_encrypted', 'generated_password_expires_at'])
    .executeTakeFirst();
  if (!row?.generated_password_encrypted || !row.generated_password_expires_at) return null;
  return {
    encrypted: row.generated_password_encrypted,
    expiresAt: row.generated_password_expires_at,
  };
}

/** `encrypted` null: a password of the contact's own. A version, because the contact looks different. */
export async function storePassword(
  tx: TenantTx,
  contactId: number,
  password: { hash: string; encrypted: Buffer | null; readableUntil: Date | null },
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set(({ eb }) => ({
      password_hash: password.hash,
      is_password_generated: password.encrypted !== null,
      generated_password_encrypted: password.encrypted,
      generated_password_expires_at: password.readableUntil,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', contactId)
    .execute();
}

/** The first half of a new contact's password went in with the row; this is the readable one. */
export async function storeReadableCopy(
  tx: TenantTx,
  contactId: number,
  copy: { encrypted: Buffer; readableUntil: Date },
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({
      generated_password_encrypted: copy.encrypted,
      generated_password_expires_at: copy.readableUntil,
    })
    .where('id', '=', contactId)
    .execute();
}

/** Nobody can read it from now on; it still signs in. */
export async function forgetReadableCopy(
  tx: TenantTx,
  contactId: number,
  signedInAt: Date,
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({
      last_sign_in_at: signedInAt,
      generated_password_encrypted: null,
      generated_password_expires_at: null,
    })
    .where('id', '=', contactId)
    .execute();
}

/** Returns how many there were. */
export async function forgetExpiredCopies(tx: TenantTx, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('contacts')
    .set({ generated_password_encrypted: null, generated_password_expires_at: null })
    .where('generated_password_encrypted', 'is not', null)
    .where('generated_password_expires_at', '<=', now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
