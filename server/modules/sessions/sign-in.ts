import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordAudit } from '#modules/audit/index.ts';
import {
  findPasswordHash,
  fullNameOf,
  getTechnician,
  holdForSignIn,
  noteSignIn,
} from '#modules/technicians/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { normaliseAddress } from '#platform/mail/mail-address.ts';
import { openSession } from './open-session.ts';
import { type Entered, type Exchange, signInByPassword } from './password-sign-in.ts';
import { openPendingSignIn } from './pending-sign-in.ts';
import { listSecondFactors } from './second-factors.queries.ts';
import { type PendingSignInView, type SessionView, sessionView } from './session.views.ts';
import type { SecondFactor } from './sessions.rules.ts';

/** The name under which attempts on a technician's account are counted. */
export const technicianAccountKey = (tenantId: number, technicianId: number) =>
  `console:${tenantId}:${technicianId}`;

type SignInView = z.input<typeof SessionView> | z.input<typeof PendingSignInView>;

/**
 * Signs a technician in by his password; the answer carries the session's cookie. Who has a second
 * factor gets no session but is asked for it: `finishSignIn` goes on from there.
 */
export async function signIn(exchange: Exchange, given: { email: string; password: string }) {
  const email = normaliseAddress(given.email) ?? given.email.trim().toLowerCase();
  const found = await exchange.platform.db.lookups.technicianByEmail(email);
  const technicianId = found?.technicianId ?? 0;
  return signInByPassword<SignInView>(exchange, given.password, {
    key: found ? technicianAccountKey(found.tenantId, technicianId) : `console:${email}`,
    tenantId: found?.tenantId ?? null,
    findHash: (tx) => findPasswordHash(tx, technicianId),
    enter: (tx, hash) => enterByPassword(tx, exchange.request, technicianId, hash),
    noteRefusal: (tx) => auditSignIn(tx, technicianId, 'signInRefused', 'password'),
  });
}

async function enterByPassword(
  tx: TenantTx,
  request: FastifyRequest,
  technicianId: number,
  checkedHash: string,
): Promise<Entered<SignInView> | null> {
  // Held, so that nobody sets up a second factor between this question and the session.
  if (!(await holdForSignIn(tx, technicianId, checkedHash))) return null;
  const secondFactor = await listSecondFactors(tx, technicianId);
  if (secondFactor.length === 0) return enterConsole(tx, request, technicianId, 'password');
  const pending = await openPendingSignIn(tx, request, technicianId);
  await auditSignIn(tx, technicianId, 'secondStepAwaited', 'password');
  return { pending, view: { secondFactor } };
}

/** By what somebody has shown who he is. */
export type SignInProof = 'setup' | 'password' | SecondFactor;

/** Opens the console for a technician who is known for certain. */
export async function enterConsole(
  tx: TenantTx,
  request: FastifyRequest,
  technicianId: number,
  by: SignInProof,
) {
  await noteSignIn(tx, technicianId);
  const session = await openSession(tx, request, { technicianId });
  await auditSignIn(tx, technicianId, 'signedIn', by);
  return { session, view: await sessionView(tx, { technicianId, sessionId: session.id }) };
}

export async function auditSignIn(
  tx: TenantTx,
  technicianId: number,
  what: 'signedIn' | 'signInRefused' | 'secondStepAwaited' | 'secondStepRefused',
  by: SignInProof,
): Promise<void> {
  const technician = await getTechnician(tx, technicianId);
  await recordAudit(tx, {
    action: `technician.${what}`,
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(technician),
    details: { by },
    ...(what === 'signedIn' ? { isBySubject: true } : { isAnonymous: true }),
  });
}
