import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AlertState, Severity } from '#shared/alerts.ts';

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
): Promise<{ technician_id: number; alert_id: number | null; waits_for_mail: boolean }[]> {
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
      .returning(['technician_id', 'alert_id', 'waits_for_mail'])
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
