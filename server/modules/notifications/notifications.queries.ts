import { type RawBuilder, sql } from 'kysely';
import { visibleTickets } from '#modules/tickets/index.ts';
import type { ActorNote } from '#platform/actor.ts';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Severity } from '#shared/alerts.ts';
import type { NotificationKind } from '#shared/notifications.ts';
import type { Permission } from '#shared/permissions.ts';
import type { MessageKind } from '#shared/tickets.ts';
import type { Happening, Hearer } from './hearers.rules.ts';

/** Above this nobody counts. */
const UNREAD_COUNTED_MAX = 100;

/** Returns those that are new: nobody is told of the same twice. */
export async function insertNotifications(
  tx: TenantTx,
  { event, ticketId, messageId, actor, excerpt, at }: Happening,
  hearers: Hearer[],
): Promise<{ technician_id: number; waits_for_mail: boolean }[]> {
  if (hearers.length === 0) return [];
  return tx
    .insertInto('notifications')
    .values(
      hearers.map(({ technicianId, kind, isShown, waitsForMail }) => ({
        technician_id: technicianId,
        kind,
        event,
        ticket_id: ticketId,
        message_id: messageId,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        excerpt,
        is_shown: isShown,
        waits_for_mail: waitsForMail,
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'technician_id', 'event']).doNothing())
    .returning(['technician_id', 'waits_for_mail'])
    .execute();
}

export interface NotificationRow {
  id: number;
  kind: NotificationKind;
  message_id: number | null;
  message_kind: MessageKind | null;
  actor_kind: ActorNote['kind'];
  actor_name: string;
  actor_picture_key: string | null;
  excerpt: string;
  created_at: Date;
  read_at: Date | null;
  /** Either a ticket or an alert. */
  ticket_number: number | null;
  ticket_subject: string | null;
  alert_id: number | null;
  alert_severity: Severity | null;
  alert_count: number;
}

/** What he may see no more of tickets and alerts he sees nothing of here either. */
function visibleToActor(tx: TenantTx): RawBuilder<boolean> {
  const { actor } = tx;
  const may = (permission: Permission) =>
    actor.kind !== 'technician' || actor.permissions.has(permission);
  const tickets = may('tickets.view')
    ? sql`(n.ticket_id is not null and ${visibleTickets(actor)})`
    : sql`false`;
  const alerts = may('alerts.view')
    ? sql`(n.alert_id is not null and ${inReach(actor, 'a.customer_id')})`
    : sql`false`;
  return sql<boolean>`(${tickets} or ${alerts})`;
}

/** The technician's, the newest first. */
export async function listNotificationRows(
  tx: TenantTx,
  technicianId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`
    select n.id, n.kind, n.message_id, m.kind as message_kind, n.actor_kind, n.actor_name,
      p.picture_key as actor_picture_key, n.excerpt, n.created_at, n.read_at,
      t.number as ticket_number, t.subject as ticket_subject, n.alert_id,
      a.severity as alert_severity, n.alert_count
    from notifications n
    left join tickets t on t.tenant_id = n.tenant_id and t.id = n.ticket_id
    left join alerts a on a.tenant_id = n.tenant_id and a.id = n.alert_id
    left join messages m on m.tenant_id = n.tenant_id and m.id = n.message_id
    left join technicians p on p.tenant_id = n.tenant_id and p.id = n.actor_id
      and n.actor_kind = 'technician'
    where n.technician_id = ${technicianId} and n.is_shown
      and (${before}::bigint is null or n.id < ${before}) and ${visibleToActor(tx)}
    order by n.id desc
    limit ${sql.lit(limit)}`.execute(tx);
  return rows;
}

/** At most a hundred. */
export async function countUnread(tx: TenantTx, technicianId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from notifications n
      left join tickets t on t.tenant_id = n.tenant_id and t.id = n.ticket_id
      left join alerts a on a.tenant_id = n.tenant_id and a.id = n.alert_id
      where n.technician_id = ${technicianId} and n.is_shown and n.read_at is null
        and ${visibleToActor(tx)}
      limit ${sql.lit(UNREAD_COUNTED_MAX)}) as unread`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function findOwnNotification(tx: TenantTx, technicianId: number, id: number) {
  return tx
    .selectFrom('notifications')
    .select('id')
    .where('id', '=', id)
    .where('technician_id', '=', technicianId)
    .where('is_shown', '=', true)
    .executeTakeFirst();
}

/** Which of the technician's notifications are meant; all of them when nothing is said. */
export interface Which {
  id?: number;
  upTo?: number | undefined;
  ticketId?: number | undefined;
  alertId?: number | undefined;
}

/** Returns how many of them were unread. Those that only wait for a mail are read with the others. */
export async function markRead(
  tx: TenantTx,
  technicianId: number,
  { id, upTo, ticketId, alertId }: Which,
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notifications')
    .set({ read_at: now })
    .where('technician_id', '=', technicianId)
    .where('read_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(upTo !== undefined, (query) => query.where('id', '<=', upTo!))
    .$if(ticketId !== undefined, (query) => query.where('ticket_id', '=', ticketId!))
    .$if(alertId !== undefined, (query) => query.where('alert_id', '=', alertId!))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface WaitingNotice {
  id: number;
  kind: NotificationKind;
  message_id: number | null;
  message_kind: MessageKind | null;
  actor_name: string;
  excerpt: string;
  read_at: Date | null;
  ticket_id: number;
  ticket_number: number;
  ticket_subject: string;
  ticket_customer_id: number | null;
  ticket_assignee_id: number | null;
}

/** What waits to be mailed to the technician, the oldest first; kept from others until the end. */
export async function lockWaitingNotices(
  tx: TenantTx,
  technicianId: number,
  limit: number,
): Promise<WaitingNotice[]> {
  const { rows } = await sql<WaitingNotice>`
    select n.id, n.kind, n.message_id, m.kind as message_kind, n.actor_name, n.excerpt, n.read_at,
      t.id as ticket_id, t.number as ticket_number, t.subject as ticket_subject,
      t.customer_id as ticket_customer_id, t.assignee_id as ticket_assignee_id
    from notifications n
    join tickets t on t.tenant_id = n.tenant_id and t.id = n.ticket_id
    left join messages m on m.tenant_id = n.tenant_id and m.id = n.message_id
    where n.technician_id = ${technicianId} and n.waits_for_mail
    order by n.id
    limit ${sql.lit(limit)}
    for update of n`.execute(tx);
  return rows;
}

export async function endWaiting(tx: TenantTx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('notifications')
    .set({ waits_for_mail: false })
    .where('id', 'in', ids)
    .execute();
}

/** Returns how many there were. */
export async function deleteNotificationsBefore(tx: TenantTx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('notifications')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
