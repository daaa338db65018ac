import { profileOfDevice } from '#modules/alert-profiles/index.ts';
import { clock, DAY_MS, inMs, MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Sample } from '#shared/agent-protocol.ts';
import { type AlertCondition, SEVERITIES, type Severity } from '#shared/alerts.ts';
import { findStates, keepStates } from './conditions.queries.ts';
import {
  type ConditionStates,
  conditionsFor,
  type Firing,
  firingOf,
  foldSamples,
  newsOf,
  toldOf,
} from './conditions.rules.ts';
import { raiseAlerts, resolveAlert, resolveAlerts } from './raise-alert.ts';

export interface EvaluatedDevice {
  id: number;
  customerId: number;
  type: string;
}

/** What was measured longer ago says how it was, and nobody is to be told of that. */
const OLD_MS = 15 * MINUTE_MS;
const OFFLINE = 'offline|';

export const fingerprintOf = (deviceId: number, kind: string, target: string) =>
  `device:${deviceId}:${kind}:${target}`;

/**
 * Holds the new samples of a device, which is locked, against its thresholds. That it reports at all
 * ends the alert of its silence.
 */
export async function evaluateSamples(
  tx: TenantTx,
  device: EvaluatedDevice,
  samples: readonly Sample[],
): Promise<void> {
  const profile = await profileOfDevice(tx, device);
  const conditions = conditionsFor(profile.conditions, device.type);
  const stored = await findStates(tx, device.id);
  const before = withoutOffline(stored);
  if (stored.told[OFFLINE]) {
    await resolveAlert(tx, { fingerprint: fingerprintOf(device.id, 'offline', '') });
  }
  const after = foldSamples(conditions, before, samples);
  const last = samples.at(-1);
  const isRecent = last !== undefined && clock.now().getTime() - Date.parse(last.at) <= OLD_MS;
  if (isRecent) after.told = await tell(tx, device, conditions, after);
  if (isWorthKeeping(stored, after)) await keepStates(tx, device.id, after);
}

async function tell(
  tx: TenantTx,
  device: EvaluatedDevice,
  conditions: readonly AlertCondition[],
  states: ConditionStates,
): Promise<Record<string, Severity>> {
  const firing = firingOf(conditions, states);
  const { raise, resolve } = newsOf(states.told, firing);
  await raiseAlerts(
    tx,
    raise.map((one) => wantedOf(device, one)),
  );
  await resolveAlerts(
    tx,
    resolve.map(({ kind, target }) => fingerprintOf(device.id, kind, target)),
  );
  return toldOf(firing);
}

const wantedOf = (device: EvaluatedDevice, firing: Firing) => ({
  fingerprint: fingerprintOf(device.id, firing.kind, firing.target),
  source: firing.kind === 'offline' ? ('offline' as const) : ('agent' as const),
  kind: firing.kind,
  target: firing.target,
  value: firing.value,
  threshold: firing.threshold,
  severity: firing.severity,
  deviceId: device.id,
  customerId: device.customerId,
  occurredAt: new Date(firing.since),
});

function withoutOffline(states: ConditionStates): ConditionStates {
  const { [OFFLINE]: _over, ...told } = states.told;
  return { ...states, told };
}

/** Most devices are fine all the time: nothing is written for them. */
function isWorthKeeping(before: ConditionStates, after: ConditionStates): boolean {
  const isEmpty = (states: ConditionStates) =>
    Object.keys(states.conditions).length === 0 && Object.keys(states.told).length === 0;
  return !(isEmpty(before) && isEmpty(after));
}

/**
 * A device has been off for long enough, by the worst threshold that says so. Where its own checks have
 * raised an alert as severe there is nothing to add.
 */
export async function evaluateSilence(
  tx: TenantTx,
  device: EvaluatedDevice & {
    silentSince: Date;
    told: Severity | null;
    covered: Severity | null;
  },
): Promise<void> {
  const silentMs = clock.now().getTime() - device.silentSince.getTime();
  const profile = await profileOfDevice(tx, device);
  const rankCovered = device.covered ? SEVERITIES.indexOf(device.covered) : -1;
  const firing = conditionsFor(profile.conditions, device.type)
    .filter(({ kind, minutes }) => kind === 'offline' && silentMs >= minutes * MINUTE_MS)
    .filter(({ severity }) => SEVERITIES.indexOf(severity) > rankCovered)
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
  const severity = firing[0]?.severity ?? null;
  if (severity === device.told) return;
  if (severity === null) return endSilence(tx, device);
  const since = device.silentSince.toISOString();
  const none = { target: '', value: null, threshold: null };
  await raiseAlerts(tx, [wantedOf(device, { kind: 'offline', severity, since, ...none })]);
  const states = await findStates(tx, device.id);
  await keepStates(tx, device.id, { ...states, told: { ...states.told, [OFFLINE]: severity } });
}

/** The device is there again, or nobody asks any more whether it is: ends the alert of its silence. */
export async function endSilence(tx: TenantTx, device: { id: number }): Promise<void> {
  const states = await findStates(tx, device.id);
  if (!states.told[OFFLINE]) return;
  await resolveAlert(tx, { fingerprint: fingerprintOf(device.id, 'offline', '') });
  await keepStates(tx, device.id, withoutOffline(states));
}

/**
 * Holds the days that a certificate is good for against the device's thresholds; `null`: it is not
 * asked for any more. Raises and resolves what follows. Somebody who resolves such an alert hears of
 * the certificate again at the next threshold.
 */
export async function evaluateCertificate(
  tx: TenantTx,
  device: EvaluatedDevice,
  certificate: { target: string; endsAt: Date | null },
): Promise<void> {
  const { target, endsAt } = certificate;
  const daysLeft = endsAt && Math.floor((endsAt.getTime() - clock.now().getTime()) / DAY_MS);
  const fingerprint = fingerprintOf(device.id, 'certificate', target);
  const profile = await profileOfDevice(tx, device);
  const firing = conditionsFor(profile.conditions, device.type)
    .filter(({ kind, limit }) => kind === 'certificate' && isWithin(daysLeft, limit))
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
  const [worst] = firing;
  if (!worst) {
    await resolveAlert(tx, { fingerprint });
    return;
  }
  await raiseAlerts(tx, [
    {
      fingerprint,
      source: 'check',
      kind: 'certificate',
      target,
      value: daysLeft,
      threshold: worst.limit,
      severity: worst.severity,
      deviceId: device.id,
      customerId: device.customerId,
      ...(endsAt && { occurredAt: inMs(-(worst.limit ?? 0) * DAY_MS, endsAt) }),
    },
  ]);
}

const isWithin = (daysLeft: number | null, limit: number | null) =>
  daysLeft !== null && limit !== null && daysLeft <= limit;

/** The services that a device's thresholds ask about. */
export async function watchedServicesOf(tx: TenantTx, device: EvaluatedDevice): Promise<string[]> {
  const { conditions } = await profileOfDevice(tx, device);
  const names = conditionsFor(conditions, device.type)
    .filter(({ kind }) => kind === 'service')
    .map(({ target }) => target);
  return [...new Set(names)];
}
