import { recordAudit } from '#modules/audit/index.ts';
import { cancelLinks, endSessions } from '#modules/credentials/index.ts';
import { clock, inMs } from '#platform/clock.ts';
import { generatePassword, hashGeneratedPassword } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import type { AuditAction } from '#shared/audit.ts';
import {
  findGeneratedPassword,
  forgetReadableCopy,
  storePassword,
  storeReadableCopy,
} from './contact-credentials.queries.ts';
import { fullName, PASSWORD_READABLE_MS } from './contacts.rules.ts';
import { getContact } from './contacts.ts';
import type { Contact } from './contacts.views.ts';

interface GeneratedPassword {
  plain: string;
  hash: string;
}

export async function makePassword(): Promise<GeneratedPassword> {
  const plain = generatePassword();
  return { plain, hash: await hashGeneratedPassword(plain) };
}

/** Keeps the password of a contact who was just added readable for a while. */
export async function keepReadable(tx: TenantTx, contactId: number, plain: string): Promise<void> {
  await storeReadableCopy(tx, contactId, sealed(tx, contactId, plain));
}

/** The generated password in the clear, or null when it was used, is too old or never was. */
export async function readPassword(
  tx: TenantTx,
  contactId: number,
): Promise<{ password: string; expiresAt: Date } | null> {
  const kept = await findGeneratedPassword(tx, contactId, clock.now());
  if (!kept) return null;
  const context = contextOf(tx, contactId);
  const password = tx.platform.secrets.decrypt('generatedPassword', kept.encrypted, context);
  return password === null ? null : { password, expiresAt: kept.expiresAt };
}

/** Shows the generated password. Each look is audited; throws 409 when there is none to see. */
export async function lookAtPassword(
  tx: TenantTx,
  contactId: number,
): Promise<{ password: string; expiresAt: Date }> {
  const contact = await getContact(tx, contactId);
  const kept = await readPassword(tx, contactId);
  if (!kept) throw refused('passwordGone');
  await auditPassword(tx, contact, 'contact.passwordLookedAt');
  return kept;
}

/** A password for a contact who had none. */
export async function givePassword(tx: TenantTx, contactId: number): Promise<void> {
  const { plain, hash } = await makePassword();
  await storePassword(tx, contactId, { hash, ...sealed(tx, contactId, plain) });
}

/** Gives the contact a new generated password; the old one and every session end. */
export async function resetPassword(tx: TenantTx, contactId: number): Promise<Contact> {
  await getContact(tx, contactId);
  await givePassword(tx, contactId);
  await endAccess(tx, contactId);
  const contact = await getContact(tx, contactId);
  await auditPassword(tx, contact, 'contact.passwordReset');
  return contact;
}

/** Stores a password that the contact chose. Its rules are checked by whoever asked for it. */
export async function setChosenPassword(
  tx: TenantTx,
  contactId: number,
  hash: string,
): Promise<void> {
  await storePassword(tx, contactId, { hash, encrypted: null, readableUntil: null });
}

/** The generated password has served: it is readable until the first sign-in only. */
export async function noteContactSignIn(tx: TenantTx, contactId: number): Promise<void> {
  await forgetReadableCopy(tx, contactId, clock.now());
}

/** Ends every session of the contact and every link for a password that is on its way. */
export async function endAccess(tx: TenantTx, contactId: number): Promise<void> {
  await endSessions(tx, { contactId });
  await cancelLinks(tx, { contactId });
}

function sealed(tx: TenantTx, contactId: number, plain: string) {
  const context = contextOf(tx, contactId);
  return {
    encrypted: tx.platform.secrets.encrypt('generatedPassword', plain, context),
    readableUntil: inMs(PASSWORD_READABLE_MS),
  };
}

/** The ciphertext opens for this row only. */
const contextOf = (tx: TenantTx, contactId: number) => `${tx.tenantId}:${contactId}`;

async function auditPassword(tx: TenantTx, contact: Contact, action: AuditAction): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'contact',
    subjectId: contact.id,
    subjectName: fullName(contact),
  });
}
