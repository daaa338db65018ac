import type { FastifyRequest } from 'fastify';
import { recordAudit } from '#modules/audit/index.ts';
import { noteContactSignIn } from '#modules/contacts/index.ts';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden } from '#platform/errors.ts';
import type { AuditAction } from '#shared/audit.ts';
import { findContactForSignIn, findContactWhoMayEnter } from './actors.queries.ts';
import { openSession } from './open-session.ts';
import { type Exchange, signInByPassword } from './password-sign-in.ts';
import { portalSessionView } from './portal-session.views.ts';

/** The name under which attempts on a contact's account are counted. */
export const contactAccountKey = (tenantId: number, contactId: number) =>
  `portal:${tenantId}:${contactId}`;

/**
 * Signs a contact in by user name or e-mail address. The first sign-in wipes the readable copy of a
 * generated password, which still has to be replaced before anything else is shown. Throws 403 where the
 * company lets nobody in with a password.
 */
export async function signInToPortal(
  exchange: Exchange,
  tenantId: number,
  given: { username: string; password: string },
) {
  const login = given.username.trim();
  const contact = await exchange.platform.db.withTenant(
    { tenantId, actor: systemActor('sign-in') },
    async (tx) => {
      const { signIn } = await getPortalSettings(tx);
      if (!signIn.password) throw forbidden('passwordSignInOff');
      return findContactForSignIn(tx, login);
    },
  );
  const contactId = contact?.id ?? 0;
  return signInByPassword(exchange, given.password, {
    key: contact
      ? contactAccountKey(tenantId, contactId)
      : `portal:${tenantId}:${login.toLowerCase()}`,
    tenantId: contact ? tenantId : null,
    findHash: async () => contact?.password_hash ?? null,
    enter: (tx, hash) => enterPortal(tx, exchange.request, contactId, hash),
    noteRefusal: (tx) => audit(tx, contactId, login, 'contact.signInRefused'),
  });
}

async function enterPortal(
  tx: TenantTx,
  request: FastifyRequest,
  contactId: number,
  checkedHash: string,
) {
  const contact = await findContactWhoMayEnter(tx, contactId, { isLocked: true });
  if (contact?.password_hash !== checkedHash) return null;
  return letIn(tx, request, contact, false);
}

/** Lets in who has shown that mail to the contact reaches him; null for who may not enter any more. */
export async function enterPortalByLink(tx: TenantTx, request: FastifyRequest, contactId: number) {
  const contact = await findContactWhoMayEnter(tx, contactId, { isLocked: true });
  return contact ? letIn(tx, request, contact, true) : null;
}

async function letIn(
  tx: TenantTx,
  request: FastifyRequest,
  contact: { id: number; first_name: string; last_name: string; email: string },
  isByLink: boolean,
) {
  await noteContactSignIn(tx, contact.id);
  const session = await openSession(tx, request, { contactId: contact.id, isByLink });
  const name = `${contact.first_name} ${contact.last_name}`.trim() || contact.email;
  await audit(tx, contact.id, name, 'contact.signedIn');
  return { session, view: await portalSessionView(tx, contact.id, isByLink) };
}

async function audit(
  tx: TenantTx,
  contactId: number,
  subjectName: string,
  action: AuditAction,
): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'contact',
    subjectId: contactId,
    subjectName,
    ...(action.endsWith('Refused') ? { isAnonymous: true } : { isBySubject: true }),
  });
}
