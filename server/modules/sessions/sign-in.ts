import type { FastifyRequest } from 'fastify';
import { recordAudit } from '#modules/audit/index.ts';
import {
  findPasswordHash,
  fullNameOf,
  getTechnician,
  noteSignIn,
} from '#modules/technicians/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { normaliseAddress } from '#platform/mail/mail-address.ts';
import { openSession } from './open-session.ts';
import { type Exchange, signInByPassword } from './password-sign-in.ts';
import { sessionView } from './session.views.ts';

/** The name under which attempts on a technician's account are counted. */
export const technicianAccountKey = (tenantId: number, technicianId: number) =>
  `console:${tenantId}:${technicianId}`;

/** Signs a technician in; the answer carries the session's cookie. */
export async function signIn(exchange: Exchange, given: { email: string; password: string }) {
  const email = normaliseAddress(given.email) ?? given.email.trim().toLowerCase();
  const found = await exchange.platform.db.lookups.technicianByEmail(email);
  const technicianId = found?.technicianId ?? 0;
  return signInByPassword(exchange, given.password, {
    key: found ? technicianAccountKey(found.tenantId, technicianId) : `console:${email}`,
    tenantId: found?.tenantId ?? null,
    findHash: (tx) => findPasswordHash(tx, technicianId),
    enter: async (tx, hash) =>
      (await noteSignIn(tx, technicianId, hash))
        ? enterConsole(tx, exchange.request, technicianId)
        : null,
    noteRefusal: (tx) => audit(tx, technicianId, 'technician.signInRefused'),
  });
}

/** Opens the console for a technician who is known for certain: by his password, or by setup. */
export async function enterConsole(tx: TenantTx, request: FastifyRequest, technicianId: number) {
  const session = await openSession(tx, request, { technicianId });
  await audit(tx, technicianId, 'technician.signedIn');
  return { session, view: await sessionView(tx, { technicianId, sessionId: session.id }) };
}

async function audit(tx: TenantTx, technicianId: number, action: string): Promise<void> {
  const technician = await getTechnician(tx, technicianId);
  await recordAudit(tx, {
    action,
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(technician),
    isAnonymous: action.endsWith('Refused'),
  });
}
