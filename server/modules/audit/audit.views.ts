import { z } from 'zod';
import { AUDIT_ACTORS } from '#shared/audit.ts';
import type { AuditEntry } from './audit.queries.ts';

export const AuditEntryView = z.object({
  id: z.number(),
  action: z.string(),
  actor: z.object({
    kind: z.enum(AUDIT_ACTORS),
    id: z.number().nullable(),
    name: z.string(),
  }),
  subjectKind: z.string().nullable(),
  subjectId: z.number().nullable(),
  subjectName: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
  createdAt: z.string(),
});

export function auditEntryView(row: AuditEntry) {
  return {
    id: row.id,
    action: row.action,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    details: row.details,
    ip: row.ip,
    createdAt: row.created_at.toISOString(),
  };
}
