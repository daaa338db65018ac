import { z } from 'zod';
import { IdParams } from '#platform/http/fields.ts';
import { consoleRoute, publicConsoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { checkTechnicianLink, redeemTechnicianLink } from './redeem-technician-link.ts';
import { requestTechnicianReset, sendPasswordLink } from './request-reset.ts';

export const REQUESTS_PER_MINUTE = 20;
export const REDEMPTIONS_PER_MINUTE = 30;

export const token = z.string().min(1).max(200);
export const password = z.string().min(1).max(1_000);
const name = z.string().trim().min(1).max(LIMITS.nameChars);

export const passwordsRoutes: readonly Route[] = [
  publicConsoleRoute({
    method: 'POST',
    path: '/password-resets',
    summary: 'Send a link for a new password, if there is such a technician',
    allow: 'public',
    body: z.object({ email: z.email().max(320) }),
    answer: z.object({}),
    status: 202,
    limitPerMinute: REQUESTS_PER_MINUTE,
    async handle({ platform, request, body }) {
      await requestTechnicianReset(platform, request, body.email);
      return {};
    },
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/password-resets/check',
    summary: 'Whose a link for a password is',
    allow: 'public',
    body: z.object({ token }),
    answer: z.object({
      purpose: z.enum(['passwordReset', 'invitation']),
      email: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      companyName: z.string(),
    }),
    limitPerMinute: REDEMPTIONS_PER_MINUTE,
    handle: ({ platform, body }) => checkTechnicianLink(platform, body.token),
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/password-resets/redemption',
    summary: 'Choose a password with a link that works once',
    allow: 'public',
    body: z.object({ token, password, firstName: name.optional(), lastName: name.optional() }),
    limitPerMinute: REDEMPTIONS_PER_MINUTE,
    handle: ({ platform, request, body }) => redeemTechnicianLink(platform, request, body),
  }),
  consoleRoute({
    method: 'POST',
    path: '/technicians/:id/password-link',
    summary: 'Send a technician the link with which a new password is chosen',
    allow: 'technicians.manage',
    params: IdParams,
    status: 202,
    answer: z.object({}),
    limitPerMinute: REQUESTS_PER_MINUTE,
    async handle({ tx, params: { id } }) {
      await sendPasswordLink(tx, id);
      return {};
    },
  }),
];
