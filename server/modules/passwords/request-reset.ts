import type { FastifyRequest } from 'fastify';
import { recordAudit } from '#modules/audit/index.ts';
import { contactValues, fullName, getContact } from '#modules/contacts/index.ts';
import { issueLink } from '#modules/credentials/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { assertMayGrant } from '#modules/roles/index.ts';
import {
  contactAccountKey,
  findContactForSignIn,
  originOf,
  takingItsTime,
  technicianAccountKey,
} from '#modules/sessions/index.ts';
import { fullNameOf, getTechnician, type Technician } from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { HOUR_MS } from '#platform/clock.ts';
import { countUse } from '#platform/db/rate-limit.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden, refused, tooMany } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { normaliseAddress } from '#platform/mail/mail-address.ts';
import type { Platform } from '#platform/platform.ts';

/** More would fill a mailbox for somebody; the last of them is still good. */
const MAILS_PER_HOUR = 4;

/**
 * Sends a technician the link for a new password. Whether there is such a technician is told
 * neither by the answer nor by its time.
 */
export function requestTechnicianReset(
  platform: Platform,
  request: FastifyRequest,
  email: string,
): Promise<void> {
  return takingItsTime(async () => {
    const found = await platform.db.lookups.technicianByEmail(normaliseAddress(email) ?? email);
    if (!found) return;
    const { tenantId, technicianId } = found;
    await inside(platform, request, tenantId, (tx) => sendTechnicianLink(tx, technicianId));
  });
}

/**
 * The same for a contact of the portal's company, by user name or e-mail address. Throws 403 where
 * nobody signs in with a password.
 */
export function requestContactReset(
  platform: Platform,
  request: FastifyRequest,
  tenantId: number,
  login: string,
): Promise<void> {
  return takingItsTime(() =>
    inside(platform, request, tenantId, async (tx) => {
      const { signIn } = await getPortalSettings(tx);
      if (!signIn.password) throw forbidden('passwordSignInOff');
      await sendContactLink(tx, login.trim());
    }),
  );
}

/**
 * Sends the link on behalf of somebody who manages technicians and has no fewer rights than the
 * person. Throws 409 for who cannot sign in anyway, 429 when the person has had enough of them.
 */
export async function sendPasswordLink(tx: ConsoleTx, technicianId: number): Promise<void> {
  const technician = await getTechnician(tx, technicianId);
  assertMayGrant(tx.actor, technician);
  if (technician.state !== 'active') throw refused('technicianNotActive');
  if (await hasHadEnough(tx, technicianAccountKey(tx.tenantId, technicianId)))
    throw tooMany(HOUR_MS / 1000);
  await mailTechnicianLink(tx, technician);
  await recordAudit(tx, {
    action: 'technician.passwordLinkSent',
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(technician),
  });
}

async function sendTechnicianLink(tx: TenantTx, technicianId: number): Promise<void> {
  const technician = await getTechnician(tx, technicianId);
  if (technician.state === 'disabled') return;
  if (await hasHadEnough(tx, technicianAccountKey(tx.tenantId, technicianId))) return;
  await mailTechnicianLink(tx, technician);
  await recordAudit(tx, {
    action: 'technician.passwordLinkRequested',
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(technician),
    isAnonymous: true,
  });
}

async function mailTechnicianLink(tx: TenantTx, technician: Technician): Promise<void> {
  const link = await issueLink(tx, {
    person: { technicianId: technician.id },
    purpose: 'passwordReset',
    origin: tx.platform.config.baseUrl,
  });
  const mail = await renderTemplate(tx, 'passwordReset', technician.language, {
    'Technician First Name': technician.firstName,
    Link: link,
  });
  await queueMail(tx, {
    ...mail,
    kind: 'passwordReset',
    to: [technician.email],
    technicianId: technician.id,
    hasSecret: true,
    isAutomatic: true,
  });
}

async function sendContactLink(tx: TenantTx, login: string): Promise<void> {
  const found = await findContactForSignIn(tx, login);
  if (!found) return;
  const contact = await getContact(tx, found.id);
  if (await hasHadEnough(tx, contactAccountKey(tx.tenantId, contact.id))) return;
  const { portalAddress } = await getTenant(tx);
  const link = await issueLink(tx, {
    person: { contactId: contact.id },
    purpose: 'contactPassword',
    origin: portalAddress,
  });
  const mail = await renderTemplate(tx, 'contactPasswordReset', contact.language, {
    ...contactValues(contact),
    'Portal Username': contact.portalUsername,
    Link: link,
  });
  // Only ever to the contact's own address: whoever reads it can sign in.
  await queueMail(tx, {
    ...mail,
    kind: 'passwordReset',
    to: [contact.email],
    contactId: contact.id,
    hasSecret: true,
    isAutomatic: true,
  });
  await recordAudit(tx, {
    action: 'contact.passwordLinkRequested',
    subjectKind: 'contact',
    subjectId: contact.id,
    subjectName: fullName(contact),
    isAnonymous: true,
  });
}

async function hasHadEnough(tx: TenantTx, account: string): Promise<boolean> {
  const { used } = await countUse(tx, `password-link:${account}`, HOUR_MS / 1000);
  return used > MAILS_PER_HOUR;
}

function inside<T>(
  platform: Platform,
  request: FastifyRequest,
  tenantId: number,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
  return platform.db.withTenant(scope, work);
}
