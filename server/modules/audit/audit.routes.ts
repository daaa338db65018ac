import { z } from 'zod';
import { cutPage, decodeCursor, PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import {
  ACTIONS_BY_AREA,
  AUDIT_ACTIONS,
  AUDIT_ACTORS,
  AUDIT_AREAS,
  AUDIT_SUBJECTS,
} from '#shared/audit.ts';
import { listAuditEntries } from './audit.queries.ts';
import { AuditEntryView, auditEntryView } from './audit.views.ts';

const Id = z.coerce.number().int().positive();
const Moment = z.iso.datetime().transform((text) => new Date(text));
const Cursor = z.tuple([z.iso.datetime(), z.number().int()]);

export const auditRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/audit-entries',
    summary: 'The audit log, the newest first',
    allow: 'audit.view',
    query: PageQuery.extend({
      action: z.enum(AUDIT_ACTIONS).optional(),
      area: z.enum(AUDIT_AREAS).optional().describe('All actions on this kind of thing'),
      actorKind: z.enum(AUDIT_ACTORS).optional(),
      actorId: Id.optional().describe('Of a technician, unless `actorKind` says otherwise'),
      subjectKind: z.enum(AUDIT_SUBJECTS).optional(),
      subjectId: Id.optional(),
      from: Moment.optional(),
      until: Moment.optional().describe('The first moment that is no longer meant'),
    }),
    answer: pageOf(AuditEntryView),
    async handle({ tx, query: { cursor, limit, action, area, ...filter } }) {
      const after = decodeCursor(cursor, Cursor);
      const before = after && { createdAt: after[0], id: after[1] };
      const actions = action ? [action] : area && ACTIONS_BY_AREA.get(area);
      // An API key and a technician may have the same number.
      const actorKind = filter.actorKind ?? (filter.actorId ? 'technician' : undefined);
      const rows = await listAuditEntries(tx, { ...filter, actions, actorKind, before, limit });
      return cutPage(rows, limit, auditEntryView, (row) => [row.created_at.toISOString(), row.id]);
    },
  }),
];
