import { recordAudit } from '#modules/audit/index.ts';
import { endSessions } from '#modules/credentials/index.ts';
import { clock, inMs } from '#platform/clock.ts';
import { notFound } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { ConsoleTx, PortalTx } from '#platform/http/route.ts';
import { getBrowserSession } from './browser-session.ts';
import { deleteOwnSession, listSessionRows, type SessionHolder } from './own-sessions.queries.ts';
import { SESSION_IDLE_MS } from './sessions.rules.ts';

type OwnTx = ConsoleTx | PortalTx;

/** Where one is signed in, to the console or to the portal: the session that asks, then the others. */
export async function listOwnSessions(tx: OwnTx) {
  const { holder, ownId } = holderOf(tx);
  const now = clock.now();
  const limits = { now, lastSeenAt: inMs(-SESSION_IDLE_MS, now) };
  const rows = await listSessionRows(tx, holder, limits);
  const marked = rows.map((row) => ({ ...row, isCurrent: row.id === ownId }));
  return marked.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** Ends one of one's own sessions, with its open event streams; 404 for everybody else's. */
export async function endOwnSession(tx: OwnTx, id: number): Promise<void> {
  const { holder } = holderOf(tx);
  if (!(await deleteOwnSession(tx, holder, id))) throw notFound();
  await publish(tx, { kind: 'session', ids: {} });
  await auditEnd(tx, 1);
}

/** Ends all of one's sessions but the one that asks; returns how many there were. */
export async function endOtherSessions(tx: OwnTx): Promise<number> {
  const { holder, ownId } = holderOf(tx);
  const count = await endSessions(tx, holder, { exceptSessionId: ownId });
  if (count > 0) await auditEnd(tx, count);
  return count;
}

function holderOf(tx: OwnTx): { holder: SessionHolder; ownId: number } {
  return isConsole(tx)
    ? { holder: { technicianId: tx.actor.technicianId }, ownId: getBrowserSession(tx) }
    : { holder: { contactId: tx.actor.contactId }, ownId: tx.actor.sessionId };
}

async function auditEnd(tx: OwnTx, count: number): Promise<void> {
  await recordAudit(tx, {
    ...(isConsole(tx)
      ? {
          action: 'technician.sessionEnded',
          subjectKind: 'technician',
          subjectId: tx.actor.technicianId,
        }
      : { action: 'contact.sessionEnded', subjectKind: 'contact', subjectId: tx.actor.contactId }),
    subjectName: tx.actor.name,
    details: { count },
  });
}

const isConsole = (tx: OwnTx): tx is ConsoleTx => tx.actor.kind === 'technician';
