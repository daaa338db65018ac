import { z } from 'zod';
import { cutPage, decodeCursor, PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { listAuditEntries } from './audit.queries.ts';
import { AuditEntryView, auditEntryView } from './audit.views.ts';

const Cursor = z.tuple([z.iso.datetime(), z.number().int()]);

export const auditRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/audit-entries',
    summary: 'The audit log, the newest first',
    allow: 'audit.view',
    query: PageQuery.extend({
      action: z.string().max(100).optional(),
      actorId: z.coerce.number().int().positive().optional(),
      subjectKind: z.string().max(100).optional(),
    }),
    answer: pageOf(AuditEntryView),
    async handle({ tx, query: { cursor, limit, ...filter } }) {
      const after = decodeCursor(cursor, Cursor);
      const before = after && { createdAt: after[0], id: after[1] };
      const rows = await listAuditEntries(tx, { ...filter, before, limit });
      return cutPage(rows, limit, auditEntryView, (row) => [row.created_at.toISOString(), row.id]);
    },
  }),
];
