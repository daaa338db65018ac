import { z } from 'zod';
import { changeContact, chooseMails, getContact } from '#modules/contacts/index.ts';
import { optionalLine, requiredLine } from '#platform/http/fields.ts';
import { portalRoute, publicPortalRoute, type Route } from '#platform/http/route.ts';
import { CONTACT_MAIL_KINDS } from '#shared/contact-mails.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { PortalSessionView, portalSessionView } from './portal-session.views.ts';
import { signInToPortal } from './portal-sign-in.ts';
import { clearSessionCookie } from './session-cookie.ts';
import { signOut } from './sign-out.ts';

const SIGN_INS_PER_MINUTE = 120;

const name = requiredLine(LIMITS.nameChars);

export const portalSessionsRoutes: readonly Route[] = [
  publicPortalRoute({
    method: 'POST',
    path: '/session',
    summary: 'Sign in with user name or e-mail address',
    allow: 'public',
    body: z.object({
      username: z.string().min(1).max(320),
      password: z.string().min(1).max(1_000),
    }),
    answer: PortalSessionView,
    limitPerMinute: SIGN_INS_PER_MINUTE,
    handle: ({ body, tenantId, ...exchange }) => signInToPortal(exchange, tenantId, body),
  }),
  portalRoute({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in',
    allow: 'newcomer',
    answer: PortalSessionView,
    handle: ({ tx }) => portalSessionView(tx, tx.actor.contactId, tx.actor.isByLink),
  }),
  portalRoute({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    allow: 'newcomer',
    async handle({ tx, platform, reply }) {
      await signOut(tx, tx.actor.sessionId);
      clearSessionCookie(reply, platform.config, 'portal');
    },
  }),
  portalRoute({
    method: 'PATCH',
    path: '/me',
    summary: 'Change your own name, phone, language, and which mails you get',
    allow: 'contact',
    body: z.object({
      firstName: name.optional(),
      lastName: name.optional(),
      phone: optionalLine(50).optional(),
      language: z.enum(LANGUAGES).optional(),
      mails: z.partialRecord(z.enum(CONTACT_MAIL_KINDS), z.boolean()).optional(),
    }),
    answer: PortalSessionView,
    async handle({ tx, body: { mails, ...changes } }) {
      const { id, version } = await getContact(tx, tx.actor.contactId);
      await changeContact(tx, id, version, changes);
      if (mails) await chooseMails(tx, id, mails);
      return portalSessionView(tx, id, tx.actor.isByLink);
    },
  }),
];
