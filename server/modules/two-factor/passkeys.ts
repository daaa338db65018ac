import { getBrowserSession } from '#modules/sessions/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { clock, inMs, MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound, refused } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import {
  deletePasskeyRow,
  findPasskeyRow,
  insertPasskey,
  insertRegistration,
  listPasskeyRows,
  noteSignature,
  type PasskeyRow,
  renamePasskeyRow,
  takeRegistration,
} from './passkeys.queries.ts';
import { auditSecurityEvent } from './security-events.ts';
import { addFactor, removeFactor } from './two-factor.ts';
import {
  type Assertion,
  base64Of,
  bytesOf,
  claimedChallenge,
  type NewCredential,
  registrationOptions,
  verifyAssertion,
  verifyRegistration,
} from './webauthn.ts';

export const CHALLENGE_MS = LIMITS.passkeyMinutes * MINUTE_MS;

/** What the browser needs to make a passkey for the account that is signed in. */
export async function beginPasskey(tx: ConsoleTx) {
  const { technicianId, email, name } = tx.actor;
  const known = await listPasskeyRows(tx, technicianId);
  if (known.length >= LIMITS.passkeys)
    throw refused('tooManyPasskeys', { maximum: LIMITS.passkeys });
  const { companyName } = await getTenant(tx);
  const userHandle = userHandleOf(tx, known);
  const account = { companyName, email, name, userHandle, known };
  const options = await registrationOptions(tx.platform.config, account);
  const now = clock.now();
  await insertRegistration(tx, {
    challenge: bytesOf(options.challenge),
    sessionId: getBrowserSession(tx),
    now,
    expiresAt: inMs(CHALLENGE_MS, now),
  });
  return options;
}

/** Adds the passkey that the browser has made. Returns recovery codes when it is the first factor. */
export async function addPasskey(
  tx: ConsoleTx,
  { name, credential }: { name: string; credential: NewCredential },
): Promise<string[] | null> {
  const { technicianId } = tx.actor;
  const { db } = tx.platform;
  const now = clock.now();
  const challenge = claimedChallenge(credential.response.clientDataJSON);
  const isAsked = challenge && (await takeRegistration(tx, challenge, getBrowserSession(tx), now));
  if (!isAsked) throw refused('setUpExpired');
  const made = await verifyRegistration(tx.platform, credential, challenge);
  const isTaken = made && (await db.lookups.passkeyByCredentialId(bytesOf(made.id)));
  if (!made || isTaken) throw refused('passkeyInvalid');
  return addFactor(tx, { event: 'passkeyAdded', details: { name } }, async () => {
    const known = await listPasskeyRows(tx, technicianId);
    if (known.length >= LIMITS.passkeys)
      throw refused('tooManyPasskeys', { maximum: LIMITS.passkeys });
    await insertPasskey(tx, {
      technicianId,
      name,
      credentialId: bytesOf(made.id),
      publicKey: Buffer.from(made.publicKey),
      signatureCount: made.counter,
      transports: credential.response.transports ?? [],
      userHandle: userHandleOf(tx, known),
      now,
    });
  });
}

export async function renamePasskey(tx: ConsoleTx, id: number, name: string): Promise<void> {
  getBrowserSession(tx);
  const before = await getOwnPasskey(tx, id);
  await renamePasskeyRow(tx, id, name);
  const details = { before: before.name, after: name };
  await auditSecurityEvent(tx, tx.actor.technicianId, 'passkeyRenamed', details);
}

export async function removePasskey(tx: ConsoleTx, id: number): Promise<void> {
  const { name } = await getOwnPasskey(tx, id);
  await removeFactor(tx, { event: 'passkeyRemoved', details: { name } }, () =>
    deletePasskeyRow(tx, id),
  );
}

/**
 * Counts a signature of one of the technician's passkeys. False when it is not right, was made
 * before, or comes from a copy of the authenticator.
 */
export async function acceptPasskey(
  tx: TenantTx,
  technicianId: number,
  assertion: Assertion,
  challenge: Buffer,
): Promise<boolean> {
  const id = bytesOf(assertion.id);
  const known = await listPasskeyRows(tx, technicianId);
  const passkey = known.find(({ credential_id }) => credential_id.equals(id));
  if (!passkey || !isOfSameUser(passkey, assertion)) return false;
  const count = await verifyAssertion(tx.platform, assertion, challenge, passkey);
  return count !== null && noteSignature(tx, passkey.id, count, clock.now());
}

/** Authenticators need not say whose account it is when they were asked for one passkey. */
function isOfSameUser({ user_handle }: PasskeyRow, { response }: Assertion): boolean {
  return response.userHandle == null || response.userHandle === base64Of(user_handle);
}

async function getOwnPasskey(tx: ConsoleTx, id: number): Promise<PasskeyRow> {
  const passkey = await findPasskeyRow(tx, id);
  if (passkey?.technician_id !== tx.actor.technicianId) throw notFound();
  return passkey;
}

/** What authenticators call the account: says nothing, and is the same for all of its passkeys. */
function userHandleOf(tx: ConsoleTx, known: readonly PasskeyRow[]): Buffer {
  const text = `userHandle:${tx.tenantId}:${tx.actor.technicianId}`;
  return known[0]?.user_handle ?? tx.platform.secrets.sign('twoFactor', text);
}
