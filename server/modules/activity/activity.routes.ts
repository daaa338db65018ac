import { z } from 'zod';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { ACTIVITY_MAX } from '#shared/activity.ts';
import { listActivity } from './activity.ts';
import { ActivityEntry } from './activity.views.ts';

export const activityRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/activity',
    summary: 'What happened last on tickets, alerts and devices that you may see',
    allow: 'technician',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(ACTIVITY_MAX).default(10),
    }),
    answer: z.object({ items: z.array(ActivityEntry) }),
    handle: async ({ tx, query }) => ({ items: await listActivity(tx, query.limit) }),
  }),
];
