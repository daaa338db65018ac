import type { Selectable } from 'kysely';
import type { AuditEntries } from '#db/types.ts';
import type { TenantTx, TxOrigin } from '#platform/db/tenant-tx.ts';
import type { AuditAction, AuditActor, AuditSubject } from '#shared/audit.ts';
import type { AuditEvent } from './audit.ts';

export type AuditEntry = Selectable<AuditEntries>;

export async function insertAuditEntry(
  tx: TenantTx,
  entry: {
    kind: string;
    id: number | null;
    name: string;
    event: AuditEvent;
    origin: TxOrigin | null;
  },
): Promise<void> {
  const { event, origin } = entry;
  await tx
    .insertInto('audit_entries')
    .values({
      actor_kind: entry.kind,
      actor_id: entry.id,
      actor_name: entry.name,
      action: event.action,
      subject_kind: event.subjectKind ?? null,
      subject_id: event.subjectId ?? null,
      subject_name: event.subjectName ?? null,
      details: JSON.stringify(event.details ?? {}),
      ip: origin?.ip ?? null,
      request_id: origin?.requestId ?? null,
    })
    .execute();
}

export interface AuditFilter {
  /** Any of these; left out: all. */
  actions?: readonly AuditAction[] | undefined;
  actorKind?: AuditActor | undefined;
  actorId?: number | undefined;
  subjectKind?: AuditSubject | undefined;
  subjectId?: number | undefined;
  /** From the one moment, up to and without the other. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Older than this entry. */
  before: { createdAt: string; id: number } | null;
  limit: number;
}

/** One more than `limit`, the newest first. */
export async function listAuditEntries(tx: TenantTx, filter: AuditFilter): Promise<AuditEntry[]> {
  const { actions, actorKind, actorId, subjectKind, subjectId, from, until, before } = filter;
  return tx
    .selectFrom('audit_entries')
    .selectAll()
    .$if(actions !== undefined, (query) => query.where('action', 'in', actions ?? []))
    .$if(actorKind !== undefined, (query) => query.where('actor_kind', '=', actorKind ?? ''))
    .$if(actorId !== undefined, (query) => query.where('actor_id', '=', actorId ?? 0))
    .$if(subjectKind !== undefined, (query) => query.where('subject_kind', '=', subjectKind ?? ''))
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? 0))
    .$if(from !== undefined, (query) => query.where('created_at', '>=', from ?? new Date(0)))
    .$if(until !== undefined, (query) => query.where('created_at', '<', until ?? new Date(0)))
    .$if(before !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('created_at', 'id'),
          '<',
          tuple(new Date(before?.createdAt ?? 0), before?.id ?? 0),
        ),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}
