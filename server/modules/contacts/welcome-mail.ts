import { recordAudit } from '#modules/audit/index.ts';
import { issueLink } from '#modules/credentials/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { getTenant, type Tenant } from '#modules/tenants/index.ts';
import { HOUR_MS } from '#platform/clock.ts';
import { countUse } from '#platform/db/rate-limit.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused, tooMany } from '#platform/errors.ts';
import { NEW_CONTACT_TEMPLATES, type NewContactTemplate } from '#shared/templates.ts';
import { readPassword } from './contact-credentials.ts';
import { setAwaitsWelcome } from './contacts.queries.ts';
import { contactValues, fullName, WELCOME_MAILS_PER_HOUR } from './contacts.rules.ts';
import { getContact } from './contacts.ts';
import type { Contact } from './contacts.views.ts';

/**
 * Welcomes a contact who was just added, if Admin > Settings says so, or somebody asked for it.
 */
export async function welcomeNewContact(
  tx: TenantTx,
  contact: Contact,
  { isAsked = false } = {},
): Promise<void> {
  const tenant = await getTenant(tx);
  if (!(tenant.newContactMailEnabled || isAsked) || !contact.hasPortalAccess) return;
  if ((await secondsToWait(tx, contact)) > 0) return;
  await queueWelcomeMail(tx, tenant, contact);
}

/**
 * Sends the welcome mail again, whatever the settings say. Throws 409 when it would have to hold a
 * password that is gone, 429 when the address had several within the hour.
 */
export async function sendWelcomeMail(tx: TenantTx, contactId: number): Promise<void> {
  const contact = await getContact(tx, contactId);
  if (contact.isArchived || !contact.hasPortalAccess) throw refused('noPortalAccess');
  const seconds = await secondsToWait(tx, contact);
  if (seconds > 0) throw tooMany(seconds);
  await queueWelcomeMail(tx, await getTenant(tx), contact);
  await setAwaitsWelcome(tx, contact.id, false);
  await recordAudit(tx, {
    action: 'contact.welcomeMailSent',
    subjectKind: 'contact',
    subjectId: contact.id,
    subjectName: fullName(contact),
  });
}

/** Counts this mail; 0 when it may go. */
async function secondsToWait(tx: TenantTx, contact: Contact): Promise<number> {
  const bucket = `welcome:${tx.tenantId}:${contact.email}`;
  const { used, resetsInSeconds } = await countUse(tx, bucket, HOUR_MS / 1000);
  return used > WELCOME_MAILS_PER_HOUR ? resetsInSeconds : 0;
}

async function queueWelcomeMail(tx: TenantTx, tenant: Tenant, contact: Contact): Promise<void> {
  const mail = await renderWelcome(tx, tenant, contact);
  // Only ever to the contact's own address: whoever reads it can sign in.
  await queueMail(tx, {
    ...mail,
    kind: 'welcome',
    to: [contact.email],
    contactId: contact.id,
    hasSecret: true,
    isAutomatic: true,
  });
}

async function renderWelcome(tx: TenantTx, tenant: Tenant, contact: Contact) {
  const values = {
    ...contactValues(contact),
    'Portal Username': contact.portalUsername,
  };
  if (templateOf(tenant) === 'SendSetPasswordLink') {
    const link = await issueLink(tx, {
      person: { contactId: contact.id },
      purpose: 'contactPassword',
      origin: tenant.portalAddress,
      isFirstPassword: true,
    });
    return renderTemplate(tx, 'SendSetPasswordLink', contact.language, { ...values, Link: link });
  }
  const kept = await readPassword(tx, contact.id);
  if (!kept) throw refused('passwordGone');
  return renderTemplate(tx, 'SendUsernameAndPassword', contact.language, {
    ...values,
    'Portal Password': kept.password,
  });
}

const templateOf = (tenant: Tenant): NewContactTemplate =>
  NEW_CONTACT_TEMPLATES.find((name) => name === tenant.newContactMailTemplate) ??
  NEW_CONTACT_TEMPLATES[0];
