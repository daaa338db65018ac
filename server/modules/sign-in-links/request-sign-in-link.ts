import type { FastifyRequest } from 'fastify';
import { recordAudit } from '#modules/audit/index.ts';
import { contactValues, fullName, getContact } from '#modules/contacts/index.ts';
import { issueLink } from '#modules/credentials/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import {
  contactAccountKey,
  findContactForSignIn,
  originOf,
  takingItsTime,
} from '#modules/sessions/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { HOUR_MS } from '#platform/clock.ts';
import { countUse } from '#platform/db/rate-limit.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';

/** More would fill a mailbox for somebody; the last of them is still good. */
const MAILS_PER_HOUR = 6;

/**
 * Sends a contact the link that signs in, by username or e-mail address. Whether there is such a
 * contact is told neither by the answer nor by its time. Throws 403 where the company does not want
 * such links.
 */
export function requestSignInLink(
  platform: Platform,
  request: FastifyRequest,
  tenantId: number,
  login: string,
): Promise<void> {
  const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
  return takingItsTime(() =>
    platform.db.withTenant(scope, async (tx) => {
      await requireLinks(tx);
      await sendLink(tx, login.trim());
    }),
  );
}

/** Throws 403 unless the company lets contacts in by a link. */
export async function requireLinks(tx: TenantTx): Promise<void> {
  const { signIn } = await getPortalSettings(tx);
  if (!signIn.link) throw forbidden('linkSignInOff');
}

async function sendLink(tx: TenantTx, login: string): Promise<void> {
  const found = await findContactForSignIn(tx, login);
  if (!found) return;
  const bucket = `sign-in-link:${contactAccountKey(tx.tenantId, found.id)}`;
  if ((await countUse(tx, bucket, HOUR_MS / 1000)).used > MAILS_PER_HOUR) return;
  const contact = await getContact(tx, found.id);
  const { portalAddress } = await getTenant(tx);
  const link = await issueLink(tx, {
    person: { contactId: contact.id },
    purpose: 'contactSignIn',
    origin: portalAddress,
  });
  const mail = await renderTemplate(tx, 'signInLink', contact.language, {
    ...contactValues(contact),
    'Portal Username': contact.portalUsername,
    Link: link,
  });
  // Only ever to the contact's own address: whoever reads it can sign in.
  await queueMail(tx, {
    ...mail,
    kind: 'signInLink',
    to: [contact.email],
    contactId: contact.id,
    hasSecret: true,
    isAutomatic: true,
  });
  await recordAudit(tx, {
    action: 'contact.signInLinkRequested',
    subjectKind: 'contact',
    subjectId: contact.id,
    subjectName: fullName(contact),
    isAnonymous: true,
  });
}
