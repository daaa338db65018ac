import { z } from 'zod';
import { consoleRoute, publicConsoleRoute, type Route } from '#platform/http/route.ts';
import { getBrowserSession } from './browser-session.ts';
import { technicianEvents } from './live-events.ts';
import { proveAgain } from './proof.ts';
import { ownSessionView, PendingSignInView, SessionView } from './session.views.ts';
import { clearSessionCookie } from './session-cookie.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const SIGN_INS_PER_MINUTE = 120;

export const sessionsRoutes: readonly Route[] = [
  publicConsoleRoute({
    method: 'POST',
    path: '/session',
    summary: 'Sign in; who has a second factor is asked for it before there is a session',
    allow: 'public',
    body: z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1_000) }),
    answer: z.union([SessionView, PendingSignInView]),
    limitPerMinute: SIGN_INS_PER_MINUTE,
    handle: ({ body, ...exchange }) => signIn(exchange, body),
  }),
  consoleRoute({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, and what he may',
    allow: 'newcomer',
    answer: SessionView,
    handle: ({ tx }) => ownSessionView(tx),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    allow: 'newcomer',
    async handle({ tx, platform, reply }) {
      await signOut(tx, getBrowserSession(tx));
      clearSessionCookie(reply, platform.config, 'console');
    },
  }),
  consoleRoute({
    method: 'POST',
    path: '/session/proof',
    summary: 'Show again that you know your password, for what needs a fresh proof',
    allow: 'newcomer',
    body: z.object({ password: z.string().max(1_000) }),
    answer: SessionView,
    async handle({ tx, body }) {
      await proveAgain(tx, body.password);
      return ownSessionView(tx);
    },
  }),
  consoleRoute({
    method: 'GET',
    path: '/events',
    summary: 'Live events of the company',
    allow: 'technician',
    isHidden: true,
    handle: async ({ tx }) => technicianEvents(tx),
  }),
];
