import { z } from 'zod';
import { IdParams } from '#platform/http/fields.ts';
import { consoleRoute, portalRoute, type Route } from '#platform/http/route.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './own-sessions.ts';
import { OwnSessionsView, ownSessionsView } from './own-sessions.views.ts';
import { clearSessionCookie } from './session-cookie.ts';

export const ownSessionsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where you are signed in',
    allow: 'technician',
    answer: OwnSessionsView,
    handle: async ({ tx }) => ownSessionsView(await listOwnSessions(tx)),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/me/sessions',
    summary: 'Sign out everywhere else',
    allow: 'technician',
    answer: z.object({ ended: z.number() }),
    handle: async ({ tx }) => ({ ended: await endOtherSessions(tx) }),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/me/sessions/:id',
    summary: 'Sign out one of your sessions',
    allow: 'technician',
    params: IdParams,
    async handle({ tx, platform, reply, params: { id } }) {
      await endOwnSession(tx, id);
      if (id === tx.actor.sessionId) clearSessionCookie(reply, platform.config, 'console');
    },
  }),
  portalRoute({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where you are signed in',
    allow: 'contact',
    answer: OwnSessionsView,
    handle: async ({ tx }) => ownSessionsView(await listOwnSessions(tx)),
  }),
  portalRoute({
    method: 'DELETE',
    path: '/me/sessions',
    summary: 'Sign out everywhere else',
    allow: 'contact',
    answer: z.object({ ended: z.number() }),
    handle: async ({ tx }) => ({ ended: await endOtherSessions(tx) }),
  }),
  portalRoute({
    method: 'DELETE',
    path: '/me/sessions/:id',
    summary: 'Sign out one of your sessions',
    allow: 'contact',
    params: IdParams,
    async handle({ tx, platform, reply, params: { id } }) {
      await endOwnSession(tx, id);
      if (id === tx.actor.sessionId) clearSessionCookie(reply, platform.config, 'portal');
    },
  }),
];
