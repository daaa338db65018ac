import { z } from 'zod';
import { PortalSessionView } from '#modules/sessions/index.ts';
import { publicPortalRoute, type Route } from '#platform/http/route.ts';
import { checkSignInLink, redeemSignInLink } from './redeem-sign-in-link.ts';
import { requestSignInLink } from './request-sign-in-link.ts';

const REQUESTS_PER_MINUTE = 20;
const REDEMPTIONS_PER_MINUTE = 30;

const token = z.string().min(1).max(200);

export const signInLinksRoutes: readonly Route[] = [
  publicPortalRoute({
    method: 'POST',
    path: '/sign-in-links',
    summary: 'Send a link that signs in, if there is such a contact',
    allow: 'public',
    body: z.object({ username: z.string().min(1).max(320) }),
    answer: z.object({}),
    status: 202,
    limitPerMinute: REQUESTS_PER_MINUTE,
    async handle({ platform, request, tenantId, body }) {
      await requestSignInLink(platform, request, tenantId, body.username);
      return {};
    },
  }),
  publicPortalRoute({
    method: 'POST',
    path: '/sign-in-links/check',
    summary: 'Whom a link signs in',
    allow: 'public',
    body: z.object({ token }),
    answer: z.object({ firstName: z.string(), lastName: z.string(), email: z.string() }),
    limitPerMinute: REDEMPTIONS_PER_MINUTE,
    handle: ({ platform, tenantId, body }) => checkSignInLink(platform, tenantId, body.token),
  }),
  publicPortalRoute({
    method: 'POST',
    path: '/sign-in-links/redemption',
    summary: 'Sign in with a link that works once',
    allow: 'public',
    body: z.object({ token }),
    answer: PortalSessionView,
    limitPerMinute: REDEMPTIONS_PER_MINUTE,
    handle: ({ body, tenantId, ...exchange }) => redeemSignInLink(exchange, tenantId, body.token),
  }),
];
