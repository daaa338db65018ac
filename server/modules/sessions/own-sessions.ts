import { recordAudit } from '#modules/audit/index.ts';
import { endSessions } from '#modules/credentials/index.ts';
import { clock, inMs } from '#platform/clock.ts';
import { notFound } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { getBrowserSession } from './browser-session.ts';
import { deleteOwnSession, listSessionRows } from './own-sessions.queries.ts';
import { SESSION_IDLE_MS } from './sessions.rules.ts';

/** Where one is signed in to the console: the session that asks, then the others. */
export async function listOwnSessions(tx: ConsoleTx) {
  const ownId = getBrowserSession(tx);
  const now = clock.now();
  const limits = { now, lastSeenAt: inMs(-SESSION_IDLE_MS, now) };
  const rows = await listSessionRows(tx, tx.actor.technicianId, limits);
  const marked = rows.map((row) => ({ ...row, isCurrent: row.id === ownId }));
  return marked.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** Ends one of one's own sessions, with its open event streams; 404 for everybody else's. */
export async function endOwnSession(tx: ConsoleTx, id: number): Promise<void> {
  getBrowserSession(tx);
  if (!(await deleteOwnSession(tx, tx.actor.technicianId, id))) throw notFound();
  await publish(tx, { kind: 'session', ids: {} });
  await auditEnd(tx, 1);
}

/** Ends all of one's sessions but the one that asks; returns how many there were. */
export async function endOtherSessions(tx: ConsoleTx): Promise<number> {
  const { technicianId } = tx.actor;
  const count = await endSessions(tx, { technicianId }, { exceptSessionId: getBrowserSession(tx) });
  if (count > 0) await auditEnd(tx, count);
  return count;
}

async function auditEnd(tx: ConsoleTx, count: number): Promise<void> {
  await recordAudit(tx, {
    action: 'technician.sessionEnded',
    subjectKind: 'technician',
    subjectId: tx.actor.technicianId,
    subjectName: tx.actor.name,
    details: { count },
  });
}
