import { z } from 'zod';
import { inMs, MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';

/** What happens within it comes in one mail, and what is read in the console meanwhile in none. */
export const GATHER_MS = 2 * MINUTE_MS;

/** Mails to a technician what waits for him. */
export const mailNotices = orderJob({
  name: 'notifications.mailNotices',
  payload: z.object({ technicianId: z.number().int() }),
});

/**
 * Sees to it that the technician's mails go out; once, however often it is asked for until then,
 * and no later than `inHowLongMs` after the first time.
 */
export async function orderNoticeMail(
  tx: TenantTx,
  technicianId: number,
  inHowLongMs = GATHER_MS,
): Promise<void> {
  await enqueue(
    tx,
    mailNotices,
    { technicianId },
    { key: `notices:${technicianId}`, runAt: inMs(inHowLongMs, new Date()), keepsTime: true },
  );
}

/** Alerts do not wait as long as what is said on tickets. */
const GATHER_ALERTS_MS = 30_000;

/** Mails to a technician the alerts that wait for him. */
export const mailAlerts = orderJob({
  name: 'notifications.mailAlerts',
  payload: z.object({ technicianId: z.number().int() }),
});

export async function orderAlertMail(tx: TenantTx, technicianId: number): Promise<void> {
  const runAt = inMs(GATHER_ALERTS_MS, new Date());
  const key = `alertNotices:${technicianId}`;
  await enqueue(tx, mailAlerts, { technicianId }, { key, runAt, keepsTime: true });
}

/** For alerts of which he was mailed lately; by the full minute, so that there are not many. */
export async function orderLaterAlertMail(
  tx: TenantTx,
  technicianId: number,
  from: Date,
): Promise<void> {
  const runAt = new Date(Math.ceil(from.getTime() / MINUTE_MS) * MINUTE_MS);
  const key = `alertNotices:${technicianId}:${runAt.toISOString()}`;
  await enqueue(tx, mailAlerts, { technicianId }, { key, runAt });
}
