import { listTechnicians, type Technician } from '#modules/technicians/index.ts';
import { reaches } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Severity } from '#shared/alerts.ts';
import type { NotificationChoices } from '#shared/notifications.ts';
import { type AlertNotice, insertAlertNotices } from './alert-news.queries.ts';
import { findChoices } from './choices.ts';
import { orderAlertMail } from './order-notice-mail.ts';

const HEARERS_PER_EVENT = 500;

/** An alert that came up, as far as it concerns technicians. */
export interface AlertNews {
  id: number;
  customerId: number | null;
  severity: Severity;
  /** Tells this time that it came up from every other one. */
  occurrence: string;
  /** What it is called, in the company's language. */
  excerpt: string;
  /** The thresholds say that he is to hear of it. */
  isFor(technician: Technician): boolean;
}

/**
 * Tells technicians of alerts that came up together, the worst first: each of those that he may see
 * and is to hear of, as he has chosen. The console shows him one line for all of them.
 */
export async function tellOfAlerts(tx: TenantTx, news: readonly AlertNews[]): Promise<void> {
  const technicians = (await listTechnicians(tx)).filter(
    ({ state, permissions }) => state === 'active' && permissions.has('alerts.view'),
  );
  const choices = await findChoices(
    tx,
    technicians.map(({ id }) => id),
  );
  const notices = technicians.flatMap((technician) =>
    noticesFor(technician, choices.get(technician.id), news),
  );
  if (notices.length === 0) return;
  const told = await insertAlertNotices(tx, notices, clock.now());
  const hearers = [...new Set(told.map((row) => row.technician_id))];
  for (let from = 0; from < hearers.length; from += HEARERS_PER_EVENT)
    await publish(tx, {
      kind: 'notification',
      ids: {},
      technicianIds: hearers.slice(from, from + HEARERS_PER_EVENT),
    });
  const mailed = told.filter((row) => row.waits_for_mail);
  const readers = [...new Set(mailed.map((row) => row.technician_id))];
  // In one order everywhere, so that two jobs never wait for each other.
  for (const technicianId of readers.sort((a, b) => a - b)) await orderAlertMail(tx, technicianId);
}

function noticesFor(
  technician: Technician,
  choices: NotificationChoices | undefined,
  news: readonly AlertNews[],
): AlertNotice[] {
  const choice = choices?.alert;
  if (!choice) return [];
  const concerning = news.filter(
    (alert) => reaches(technician, alert.customerId) && alert.isFor(technician),
  );
  return concerning
    .map((alert, index) => ({
      technicianId: technician.id,
      alertId: alert.id,
      event: `alert:${alert.id}:${alert.occurrence}`,
      count: concerning.length,
      excerpt: alert.excerpt,
      isShown: choice.console && index === 0,
      waitsForMail: choice.email,
    }))
    .filter(({ isShown, waitsForMail }) => isShown || waitsForMail);
}
