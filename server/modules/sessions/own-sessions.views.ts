import { z } from 'zod';
import type { SessionRow } from './own-sessions.queries.ts';
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
export const OwnSessionsView = z.object({ items: z.array(OwnSessionView) });

export const ownSessionsView = (rows: (SessionRow & { isCurrent: boolean })[]) => ({
  items: rows.map((row) => ({
    id: row.id,
    isCurrent: row.isCurrent,
    ...describeUserAgent(row.user_agent),
    userAgent: row.user_agent,
    ip: row.ip,
    signedInAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  })),
});
