import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** What a pending sign-in is looked for by; all of it has to fit. */
export interface PendingSignInKey {
  id: number;
  tokenHash: Buffer;
  host: string;
}

export async function insertPendingSignIn(
  tx: TenantTx,
  pending: { technicianId: number; tokenHash: Buffer; host: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('pending_sign_ins')
    .values({
      technician_id: pending.technicianId,
      token_hash: pending.tokenHash,
      host: pending.host,
      created_at: pending.now,
      expires_at: pending.expiresAt,
    })
    .execute();
}

/** `isLocked`: of several requests at the same moment, one at a time sees it. */
export async function findPendingSignIn(
  tx: TenantTx,
  key: PendingSignInKey,
  now: Date,
  { isLocked = false } = {},
) {
  return tx
    .selectFrom('pending_sign_ins')
    .where('id', '=', key.id)
    .where('token_hash', '=', key.tokenHash)
    .where('host', '=', key.host)
    .where('expires_at', '>', now)
    .$if(isLocked, (query) => query.forUpdate())
    .select(['id', 'technician_id', 'passkey_challenge'])
    .executeTakeFirst();
}

export async function setPasskeyChallenge(
  tx: TenantTx,
  id: number,
  challenge: Buffer,
): Promise<void> {
  await tx
    .updateTable('pending_sign_ins')
    .set({ passkey_challenge: challenge })
    .where('id', '=', id)
    .execute();
}

export async function deletePendingSignIn(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('pending_sign_ins').where('id', '=', id).execute();
}
