import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AlertState, Severity } from '#shared/alerts.ts';
import type { AlertMailed } from './alert-mail.rules.ts';

const ROWS_PER_INSERT = 1_000;

export interface AlertNotice {
  technicianId: number;
  alertId: number;
  event: string;
  /** So many came up together; counts where it is shown. */
  count: number;
  excerpt: string;
  isShown: boolean;
  waitsForMail: boolean;
}

/** Returns those that are new: nobody is told of the same twice. */
export async function insertAlertNotices(
  tx: TenantTx,
  notices: readonly AlertNotice[],
  now: Date,
): Promise<{ technician_id: number; waits_for_mail: boolean }[]> {
  const told = [];
  for (let from = 0; from < notices.length; from += ROWS_PER_INSERT) {
    const rows = await tx
      .insertInto('notifications')
      .values(
        notices.slice(from, from + ROWS_PER_INSERT).map((notice) => ({
          technician_id: notice.technicianId,
          kind: 'alert',
          event: notice.event,
          alert_id: notice.alertId,
          alert_count: notice.count,
          actor_kind: 'system',
          actor_name: '',
          excerpt: notice.excerpt,
          is_shown: notice.isShown,
          waits_for_mail: notice.waitsForMail,
          created_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'technician_id', 'event']).doNothing(),
      )
      .returning(['technician_id', 'waits_for_mail'])
      .execute();
    told.push(...rows);
  }
  return told;
}

export interface WaitingAlert {
  notice_id: number;
  read_at: Date | null;
  id: number;
  kind: string;
  target: string;
  value: number | null;
  threshold: number | null;
  title: string;
  text: string;
  severity: Severity;
  state: AlertState;
  customer_id: number | null;
  device_name: string | null;
}

/** What waits to be mailed to the technician, the worst first; kept from others until the end. */
export async function lockWaitingAlerts(
  tx: TenantTx,
  technicianId: number,
): Promise<WaitingAlert[]> {
  const { rows } = await sql<WaitingAlert>`
    select n.id as notice_id, n.read_at, a.id, a.kind, a.target, a.value, a.threshold, a.title,
      a.text, a.severity, a.state, a.customer_id, d.name as device_name
    from notifications n
    join alerts a on a.tenant_id = n.tenant_id and a.id = n.alert_id
    left join devices d on d.tenant_id = a.tenant_id and d.id = a.device_id
    where n.technician_id = ${technicianId} and n.waits_for_mail
    order by a.severity_rank desc, n.id
    for update of n`.execute(tx);
  return rows;
}

/** By alert the mails that the technician got about it since. */
export async function listAlertMails(
  tx: TenantTx,
  technicianId: number,
  alertIds: readonly number[],
  since: Date,
): Promise<Map<number, AlertMailed[]>> {
  const { rows } = await sql<AlertMailed & { alert_id: number }>`
    select alert_id, mailed_at as at, mailed_severity as severity from notifications
    where technician_id = ${technicianId} and alert_id = any (${[...alertIds]}::bigint[])
      and mailed_at > ${since}`.execute(tx);
  return Map.groupBy(rows, ({ alert_id }) => alert_id);
}

/** So that the next mail about the same alert waits until the hour is over. */
export async function noteMailed(
  tx: TenantTx,
  noticeIds: readonly number[],
  now: Date,
): Promise<void> {
  await sql`
    update notifications n set mailed_at = ${now}, mailed_severity = a.severity
    from alerts a
    where a.tenant_id = n.tenant_id and a.id = n.alert_id
      and n.id = any (${[...noticeIds]}::bigint[])`.execute(tx);
}
