import { z } from 'zod';
import { PortalSessionView, portalSessionView } from '#modules/sessions/index.ts';
import { portalRoute, publicPortalRoute, type Route } from '#platform/http/route.ts';
import { changePortalPassword } from './change-portal-password.ts';
import {
  password,
  REDEMPTIONS_PER_MINUTE,
  REQUESTS_PER_MINUTE,
  token,
} from './passwords.routes.ts';
import { checkContactLink, redeemContactLink } from './redeem-contact-link.ts';
import { requestContactReset } from './request-reset.ts';

export const portalPasswordsRoutes: readonly Route[] = [
  portalRoute({
    method: 'PUT',
    path: '/password',
    summary: 'Choose a new password',
    allow: 'newcomer',
    body: z.object({ currentPassword: password.optional(), newPassword: password }),
    answer: PortalSessionView,
    async handle({ tx, body }) {
      await changePortalPassword(tx, body);
      return portalSessionView(tx, tx.actor.contactId, tx.actor.isByLink);
    },
  }),
  publicPortalRoute({
    method: 'POST',
    path: '/password-resets',
    summary: 'Send a link for a new password, if there is such a contact',
    allow: 'public',
    body: z.object({ username: z.string().min(1).max(320) }),
    answer: z.object({}),
    status: 202,
    limitPerMinute: REQUESTS_PER_MINUTE,
    async handle({ platform, request, tenantId, body }) {
      await requestContactReset(platform, request, tenantId, body.username);
      return {};
    },
  }),
  publicPortalRoute({
    method: 'POST',
    path: '/password-resets/check',
    summary: 'Whose a link for a password is',
    allow: 'public',
    body: z.object({ token }),
    answer: z.object({
      purpose: z.literal('contactPassword'),
      email: z.string(),
      username: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      companyName: z.string(),
    }),
    limitPerMinute: REDEMPTIONS_PER_MINUTE,
    handle: ({ platform, tenantId, body }) => checkContactLink(platform, tenantId, body.token),
  }),
  publicPortalRoute({
    method: 'POST',
    path: '/password-resets/redemption',
    summary: 'Choose a password with a link that works once',
    allow: 'public',
    body: z.object({ token, password }),
    limitPerMinute: REDEMPTIONS_PER_MINUTE,
    handle: ({ platform, request, tenantId, body }) =>
      redeemContactLink(platform, request, tenantId, body),
  }),
];
