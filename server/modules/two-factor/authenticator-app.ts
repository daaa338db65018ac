import { renderSVG } from 'uqr';
import { getBrowserSession } from '#modules/sessions/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { clock, inMs, MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, notFound, refused } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import {
  confirmSecret,
  deleteAuthenticatorApp,
  findAuthenticatorApp,
  noteStep,
  putNewSecret,
} from './authenticator-apps.queries.ts';
import { findTotpStep, groupedSecret, newTotpSecret, totpAddress } from './totp.rules.ts';
import { addFactor, removeFactor } from './two-factor.ts';

const SET_UP_MS = 15 * MINUTE_MS;
/** Modules of white around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A new secret for one's app. It counts once a code has shown that the app has it. */
export async function beginAuthenticatorApp(tx: ConsoleTx) {
  const { technicianId, email } = tx.actor;
  const secret = newTotpSecret();
  await putNewSecret(tx, technicianId, seal(tx, technicianId, secret), inMs(SET_UP_MS));
  const { companyName } = await getTenant(tx);
  const address = totpAddress(secret, companyName, email);
  return {
    secret: groupedSecret(secret),
    address,
    qrCode: renderSVG(address, { ecc: 'M', border: QUIET_ZONE }),
  };
}

/**
 * The app shows the right code: from now on it counts, in place of an earlier one. Returns recovery
 * codes when it is the first factor.
 */
export async function confirmAuthenticatorApp(
  tx: ConsoleTx,
  code: string,
): Promise<string[] | null> {
  const { technicianId } = tx.actor;
  getBrowserSession(tx);
  const now = clock.now();
  const app = await findAuthenticatorApp(tx, technicianId);
  const isInTime = app?.new_secret_until != null && app.new_secret_until > now;
  const secret = isInTime && app.new_secret ? unseal(tx, technicianId, app.new_secret) : null;
  if (!app?.new_secret || secret === null) throw refused('setUpExpired');
  const step = findTotpStep(secret, code, { now, lastUsedStep: 0 });
  if (step === null) throw invalid({ field: 'code', code: 'wrongCode' });
  const confirmed = { sealed: app.new_secret, step, now };
  return addFactor(tx, { event: 'authenticatorAppSetUp' }, () =>
    confirmSecret(tx, technicianId, confirmed),
  );
}

export async function removeAuthenticatorApp(tx: ConsoleTx): Promise<void> {
  await removeFactor(tx, { event: 'authenticatorAppRemoved' }, async () => {
    if (!(await deleteAuthenticatorApp(tx, tx.actor.technicianId))) throw notFound();
  });
}

/** Uses the code of the technician's app up. False when it is wrong or was used already. */
export async function acceptTotp(
  tx: TenantTx,
  technicianId: number,
  code: string,
): Promise<boolean> {
  const app = await findAuthenticatorApp(tx, technicianId);
  const secret = app?.secret ? unseal(tx, technicianId, app.secret) : null;
  if (!app || secret === null) return false;
  const lastUsedStep = app.last_used_step;
  const step = findTotpStep(secret, code, { now: clock.now(), lastUsedStep });
  return step !== null && noteStep(tx, technicianId, step);
}

const contextOf = (tx: TenantTx, technicianId: number) =>
  `authenticatorApp:${tx.tenantId}:${technicianId}`;

const seal = (tx: TenantTx, technicianId: number, secret: string) =>
  tx.platform.secrets.encrypt('twoFactor', secret, contextOf(tx, technicianId));

const unseal = (tx: TenantTx, technicianId: number, sealed: Buffer) =>
  tx.platform.secrets.decrypt('twoFactor', sealed, contextOf(tx, technicianId));
