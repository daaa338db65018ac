import { evaluateCertificate, raiseAlert, resolveAlerts } from '#modules/alerts/index.ts';
import { announceDevice, type LockedDevice, lockDevice } from '#modules/devices/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Severity } from '#shared/alerts.ts';
import { type CheckRow, lockCheck, noteResult } from './checks.queries.ts';
import { isAnswer, nextRun, nextStreak, type Streak, targetOf } from './checks.rules.ts';
import { judgeDevice } from './judge-device.ts';
import type { CheckFinding } from './run-check.ts';

/**
 * Keeps what a run saw, with the alerts and the state of the device that follow. Nothing of a check that
 * was changed, removed or switched off while it ran.
 */
export async function takeFinding(
  tx: TenantTx,
  ran: CheckRow,
  finding: CheckFinding,
): Promise<void> {
  const device = await lockDevice(tx, ran.device_id);
  const check = await lockCheck(tx, ran.id, ran.version);
  if (!device || device.archived_at || !check) return;
  const now = clock.now();
  const { outcome, statusCode, responseMs } = finding;
  const streak = nextStreak({ ...check, ...streakOf(check) }, outcome, now);
  await noteResult(tx, check.id, {
    ...streak,
    outcome,
    statusCode,
    responseMs,
    // Who does not answer keeps the certificate that he had.
    certificateEndsAt: finding.certificateEndsAt ?? check.certificate_ends_at,
    nextAt: nextRun(check, streak, now),
    now,
  });
  await tellAlerts(tx, { ...check, archived_at: null }, device, streak, finding);
  await judgeDevice(tx, device.id, isAnswer(outcome) ? now : null);
  if (streak.state !== check.state || outcome !== check.outcome)
    await announceDevice(tx, [device], { isPublic: false });
}

const streakOf = (check: Omit<CheckRow, 'archived_at'>): Streak => ({
  state: check.state as Streak['state'],
  state_since: check.state_since,
  failures: check.failures,
  failing_since: check.failing_since,
});

async function tellAlerts(
  tx: TenantTx,
  check: CheckRow,
  device: LockedDevice,
  streak: Streak,
  { outcome, statusCode, certificateEndsAt }: CheckFinding,
): Promise<void> {
  const target = targetOf(check);
  const kinds = ['unreachable', 'unexpected'] as const;
  const kind = isAnswer(outcome) ? 'unexpected' : 'unreachable';
  const isRaised = streak.state === 'failing';
  const over = kinds.filter((other) => outcome === 'fine' || (isRaised && other !== kind));
  await resolveAlerts(
    tx,
    over.map((other) => `check:${check.id}:${other}`),
  );
  if (isRaised) {
    await raiseAlert(tx, {
      fingerprint: `check:${check.id}:${kind}`,
      source: 'check',
      kind,
      target: check.name === '' ? target : `${check.name} (${target})`,
      value: statusCode,
      labels: { outcome, ...(statusCode !== null && { status: String(statusCode) }) },
      url: check.url,
      severity: check.severity as Severity,
      deviceId: device.id,
      customerId: device.customer_id,
      ...(streak.failing_since && { occurredAt: streak.failing_since }),
    });
  }
  if (certificateEndsAt)
    await evaluateCertificate(
      tx,
      { id: device.id, customerId: device.customer_id, type: device.type },
      { target, endsAt: certificateEndsAt },
    );
}
