import { noteOf, severityName, subjectOf } from '#modules/alert-titles/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { getTechnician, type Technician } from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { reaches } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { NotificationChoices } from '#shared/notifications.ts';
import { lockWaitingAlerts, type WaitingAlert } from './alert-news.queries.ts';
import { getChoices } from './choices.ts';
import { endWaiting } from './notifications.queries.ts';

/**
 * Mails to a technician the alerts that have waited for him, all in one mail, unless he has read of
 * them by now, or they are over, or he may not see them any more.
 */
export async function mailWaitingAlerts(
  tx: TenantTx,
  { technicianId }: { technicianId: number },
): Promise<void> {
  const waiting = await lockWaitingAlerts(tx, technicianId);
  await endWaiting(
    tx,
    waiting.map(({ notice_id }) => notice_id),
  );
  const technician = await getTechnician(tx, technicianId);
  const choices = await getChoices(tx, technicianId);
  const wanted = waiting.filter((alert) => isStillWanted(alert, technician, choices));
  const alerts = [...new Map(wanted.map((alert) => [alert.id, alert])).values()].map((alert) => ({
    ...alert,
    deviceName: alert.device_name,
  }));
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
  return reaches(technician, alert.customer_id) && alert.state !== 'resolved';
}
