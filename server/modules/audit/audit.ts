import type { Actor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { insertAuditEntry } from './audit.queries.ts';

export interface AuditEvent {
  /** noun.verb in the past, e.g. `technician.disabled`. */
  action: string;
  subjectKind?: string;
  subjectId?: number;
  subjectName?: string;
  /** What else explains it. Never a password, token or content of a message. */
  details?: Record<string, unknown>;
  /** Nobody who signed in did it: a sign-in that failed, a link for a new password. */
  isAnonymous?: boolean;
}

/** Adds the event to the audit log with the transaction's actor, address and request. */
export async function recordAudit(tx: TenantTx, event: AuditEvent): Promise<void> {
  await insertAuditEntry(tx, {
    ...(event.isAnonymous ? { kind: 'nobody', id: null, name: '' } : describeActor(tx.actor)),
    event,
    origin: tx.origin,
  });
}

function describeActor(actor: Actor): { kind: string; id: number | null; name: string } {
  switch (actor.kind) {
    case 'technician':
      return actor.apiKeyId === null
        ? { kind: 'technician', id: actor.technicianId, name: actor.name }
        : { kind: 'apiKey', id: actor.apiKeyId, name: actor.name };
    case 'contact':
      return { kind: 'contact', id: actor.contactId, name: actor.name };
    case 'system':
      return { kind: 'system', id: null, name: actor.name };
  }
}
