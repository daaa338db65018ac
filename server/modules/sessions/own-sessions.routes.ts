import { z } from 'zod';
import { IdParams } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import type { SessionRow } from './own-sessions.queries.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './own-sessions.ts';
import { clearSessionCookie } from './session-cookie.ts';
import { describeUserAgent } from './user-agent.rules.ts';

const OwnSessionView = z.object({
  id: z.number(),
  isCurrent: z.boolean(),
  /** Names that people know, or null for what is not one of the usual ones. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** As the browser calls itself. */
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  signedInAt: z.string(),
  lastSeenAt: z.string(),
});

const ownSessionView = (row: SessionRow & { isCurrent: boolean }) => ({
  id: row.id,
  isCurrent: row.isCurrent,
  ...describeUserAgent(row.user_agent),
  userAgent: row.user_agent,
  ip: row.ip,
  signedInAt: row.created_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
});

export const ownSessionsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where you are signed in',
    allow: 'technician',
    answer: z.object({ items: z.array(OwnSessionView) }),
    handle: async ({ tx }) => ({ items: (await listOwnSessions(tx)).map(ownSessionView) }),
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
];
