import type { TenantTx } from '#platform/db/tenant-tx.ts';

const columns = [
  'id',
  'technician_id',
  'name',
  'credential_id',
  'public_key',
  'signature_count',
  'transports',
  'user_handle',
  'created_at',
  'last_used_at',
] as const;

export async function listPasskeyRows(tx: TenantTx, technicianId: number) {
  return tx
    .selectFrom('passkeys')
    .select(columns)
    .where('technician_id', '=', technicianId)
    .orderBy('id')
    .execute();
}
export type PasskeyRow = Awaited<ReturnType<typeof listPasskeyRows>>[number];

export async function findPasskeyRow(tx: TenantTx, id: number): Promise<PasskeyRow | undefined> {
  return tx.selectFrom('passkeys').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function insertPasskey(
  tx: TenantTx,
  passkey: {
    technicianId: number;
    name: string;
    credentialId: Buffer;
    publicKey: Buffer;
    signatureCount: number;
    transports: string[];
    userHandle: Buffer;
    now: Date;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('passkeys')
    .values({
      technician_id: passkey.technicianId,
      name: passkey.name,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      signature_count: passkey.signatureCount,
      transports: passkey.transports,
      user_handle: passkey.userHandle,
      created_at: passkey.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function renamePasskeyRow(tx: TenantTx, id: number, name: string): Promise<void> {
  await tx.updateTable('passkeys').set({ name }).where('id', '=', id).execute();
}

export async function deletePasskeyRow(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('passkeys').where('id', '=', id).execute();
}

export async function deletePasskeysOf(tx: TenantTx, technicianId: number): Promise<void> {
  await tx.deleteFrom('passkeys').where('technician_id', '=', technicianId).execute();
}

/** False when the same signature, or a later one, was counted meanwhile. */
export async function noteSignature(
  tx: TenantTx,
  id: number,
  count: number,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ signature_count: count, last_used_at: now })
    .where('id', '=', id)
    .where((eb) =>
      count === 0 ? eb('signature_count', '=', 0) : eb('signature_count', '<', count),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the browser of this session is to sign; earlier ones that came to nothing go. */
export async function insertRegistration(
  tx: TenantTx,
  registration: { challenge: Buffer; sessionId: number; now: Date; expiresAt: Date },
): Promise<void> {
  const { challenge, sessionId, now, expiresAt } = registration;
  await tx
    .deleteFrom('passkey_registrations')
    .where('session_id', '=', sessionId)
    .where('expires_at', '<=', now)
    .execute();
  await tx
    .insertInto('passkey_registrations')
    .values({ challenge, session_id: sessionId, expires_at: expiresAt })
    .execute();
}

/** True for the first who brings it back in time, from the session that asked. */
export async function takeRegistration(
  tx: TenantTx,
  challenge: Buffer,
  sessionId: number,
  now: Date,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey_registrations')
    .where('challenge', '=', challenge)
    .where('session_id', '=', sessionId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
