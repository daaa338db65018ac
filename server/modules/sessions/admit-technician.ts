import { holdForSignIn } from '#modules/technicians/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { rememberBrowser } from './known-browser.ts';
import { giveSession } from './open-session.ts';
import type { Exchange } from './password-sign-in.ts';
import { originOf } from './request-facts.ts';
import type { SecondFactor } from './sessions.rules.ts';
import { auditSignIn, enterConsole, technicianAccountKey } from './sign-in.ts';

export interface Admission {
  tenantId: number;
  technicianId: number;
  by: SecondFactor;
  /** What the audit log says when it fails. */
  refusal: 'signInRefused' | 'secondStepRefused';
  /** Uses up what works once; false, with nothing changed, when it is wrong. */
  check(tx: TenantTx): Promise<boolean>;
}

/**
 * Opens the console for a technician by something else than his password. He is held meanwhile,
 * so that his factors and his state stay as they are; first of all, so that this never waits
 * crosswise with a change of his password. Null when he is disabled or the check fails.
 */
export async function admitTechnician(
  { platform, request, reply }: Exchange,
  { tenantId, technicianId, by, refusal, check }: Admission,
) {
  const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
  const entered = await platform.db.withTenant(scope, async (tx) => {
    const isRight = (await holdForSignIn(tx, technicianId)) && (await check(tx));
    return isRight ? enterConsole(tx, request, technicianId, by) : null;
  });
  if (!entered) {
    await platform.db.withTenant(scope, (tx) => auditSignIn(tx, technicianId, refusal, by));
    return null;
  }
  giveSession(platform, reply, entered.session);
  rememberBrowser(platform, request, reply, technicianAccountKey(tenantId, technicianId));
  return entered.view;
}
