import { describeActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AuditAction, AuditSubject } from '#shared/audit.ts';
import { insertAuditEntry } from './audit.queries.ts';

export interface AuditEvent {
  /** noun.verb in the past, e.g. `technician.disabled`. */
  action: AuditAction;
  subjectKind?: AuditSubject;
  subjectId?: number;
  subjectName?: string;
  /** What else explains it. Never a password, token or content of a message. */
  details?: Record<string, unknown>;
  /** Nobody who signed in did it: a sign-in that failed, a link for a new password. */
  isAnonymous?: boolean;
  /** Whom it is about did it, as is known by now: signed in, used a link that was his alone. */
  isBySubject?: boolean;
}

/** Adds the event to the audit log with the transaction's actor, address and request. */
export async function recordAudit(tx: TenantTx, event: AuditEvent): Promise<void> {
  await insertAuditEntry(tx, {
    ...whoDid(tx, event),
    event,
    origin: tx.origin,
  });
}

function whoDid(tx: TenantTx, event: AuditEvent) {
  if (event.isAnonymous) return { kind: 'nobody', id: null, name: '' };
  const { subjectKind: kind, subjectId: id = null, subjectName: name = '' } = event;
  return event.isBySubject && kind ? { kind, id, name } : describeActor(tx.actor);
}
