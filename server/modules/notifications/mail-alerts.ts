import { noteOf, severityName, subjectOf } from '#modules/alert-titles/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { getTechnician, type Technician } from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { reaches } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { NotificationChoices } from '#shared/notifications.ts';
import { mailableFrom, mailWindowStart } from './alert-mail.rules.ts';
import {
  listAlertMails,
  lockWaitingAlerts,
  noteMailed,
  type WaitingAlert,
} from './alert-news.queries.ts';
import { getChoices } from './choices.ts';
import { endWaiting } from './notifications.queries.ts';
import { orderLaterAlertMail } from './order-notice-mail.ts';

/**
 * Mails to a technician the alerts that have waited for him, all in one mail, unless he has read of
 * them by now, or somebody sees to them, or they are over, or he may not see them any more. Those of
 * which he was mailed within the hour go on waiting, unless they got worse.
 */
export async function mailWaitingAlerts(
  tx: TenantTx,
  { technicianId }: { technicianId: number },
): Promise<void> {
  const waiting = await lockWaitingAlerts(tx, technicianId);
  const technician = await getTechnician(tx, technicianId);
  const choices = await getChoices(tx, technicianId);
  const wanted = waiting.filter((alert) => isStillWanted(alert, technician, choices));
  const { due, later } = await dueOf(tx, technicianId, wanted);
  await endWaiting(
    tx,
    waiting.flatMap(({ id, notice_id }) => (later.has(id) ? [] : notice_id)),
  );
  for (const from of later.values()) await orderLaterAlertMail(tx, technicianId, from);
  await noteMailed(
    tx,
    due.map(({ notice_id }) => notice_id),
    clock.now(),
  );
  const alerts = due.map((alert) => ({ ...alert, deviceName: alert.device_name }));
  await queueAlertMail(tx, technician, alerts);
}

/** Each alert once: which are mailed now, and from when on the others are. */
async function dueOf(tx: TenantTx, technicianId: number, wanted: readonly WaitingAlert[]) {
  const now = clock.now();
  const alerts = [...new Map(wanted.map((alert) => [alert.id, alert])).values()];
  const ids = alerts.map(({ id }) => id);
  const mailed = await listAlertMails(tx, technicianId, ids, mailWindowStart(now));
  const later = new Map<number, Date>();
  for (const { id, severity } of alerts) {
    const from = mailableFrom(severity, mailed.get(id) ?? [], now);
    if (from) later.set(id, from);
  }
  return { due: alerts.filter(({ id }) => !later.has(id)), later };
}

async function queueAlertMail(
  tx: TenantTx,
  technician: Technician,
  alerts: readonly (WaitingAlert & { deviceName: string | null })[],
): Promise<void> {
  const [worst] = alerts;
  if (!worst) return;
  const { language, firstName, email, id } = technician;
  const { baseUrl } = tx.platform.config;
  const mail = await renderTemplate(tx, 'alertNotice', language, {
    'Technician First Name': firstName,
    'Notice Title': `${severityName(language, worst.severity)}: ${subjectOf(language, alerts)}`,
    News: noteOf(language, alerts, (alert) => `${baseUrl}/alerts/${alert.id}`),
    Link: `${baseUrl}/profile/notifications`,
  });
  await queueMail(tx, {
    kind: 'notice',
    to: [email],
    ...mail,
    technicianId: id,
    isAutomatic: true,
  });
}

function isStillWanted(
  alert: WaitingAlert,
  technician: Technician,
  choices: NotificationChoices,
): boolean {
  if (alert.read_at !== null || !choices.alert.email) return false;
  if (technician.state !== 'active' || !technician.permissions.has('alerts.view')) return false;
  return reaches(technician, alert.customer_id) && alert.state === 'open';
}
