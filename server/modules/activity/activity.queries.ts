import { type RawBuilder, sql } from 'kysely';
import { visibleTickets } from '#modules/tickets/index.ts';
import { type ActorNote, limitOf } from '#platform/actor.ts';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ActivityKind } from '#shared/activity.ts';

/** Whoever did it, and what of: as it was noted then, with what it is called now. */
interface Happened {
  key: string;
  kind: ActivityKind;
  actor_kind: ActorNote['kind'];
  actor_id: number | null;
  actor_name: string;
  actor_picture_key: string | null;
  customer_id: number | null;
  customer_name: string | null;
  at: Date;
}
export interface TicketActivityRow extends Happened {
  number: number;
  subject: string;
  /** Who it was assigned to, or how urgent it is now. */
  value: unknown;
}
export interface AlertActivityRow extends Happened {
  alert_id: number;
  alert_kind: string;
  target: string;
  value: number | null;
  threshold: number | null;
  title: string;
  device_name: string | null;
  details: Record<string, unknown>;
}
export interface DeviceActivityRow extends Happened {
  device_id: number;
  device_name: string;
}

/**
 * What was said on tickets and changed about them. Whatever happens on a ticket brings it to the top of
 * the list of those that were changed last, so the newest happenings are among the first of that list: an
 * index holds these in order, and each ticket's own the few of each. What a ticket begins with is not told
 * twice: its first message is that it was opened.
 */
export async function listTicketActivity(
  tx: TenantTx,
  limit: number,
): Promise<TicketActivityRow[]> {
  const few = sql.lit(limit);
  const { rows } = await sql<TicketActivityRow>`
    with t as materialized (${newestTickets(tx, limit)}),
    happened as materialized (
      select 'm' || m.id as key, t.id as ticket_id,
        case m.kind when 'reply' then 'replied' when 'note' then 'noted' else 'wrote' end as kind,
        case when m.technician_id is not null then 'technician'
          when m.kind = 'contact' then 'contact' else 'system' end as actor_kind,
        coalesce(m.technician_id, m.contact_id) as actor_id,
        coalesce(nullif(m.author_name, ''), m.author_email::text, '') as actor_name,
        null::jsonb as value, m.created_at as at, 1 as place
      from t cross join lateral (
        select * from messages m where m.tenant_id = t.tenant_id and m.ticket_id = t.id
        order by m.id desc limit ${few}) m
      where exists (select from messages f
        where f.tenant_id = t.tenant_id and f.ticket_id = t.id and f.id < m.id)
      union all
      select 'c' || c.id, t.id, ${KIND_OF_CHANGE}, c.actor_kind, c.actor_id, c.actor_name,
        c.new_value, c.created_at, case c.field when 'created' then 0 else 2 end
      from t cross join lateral (
        select * from ticket_changes c where c.tenant_id = t.tenant_id and c.ticket_id = t.id
        order by c.id desc limit ${few}) c
      where ${KIND_OF_CHANGE} is not null
      order by at desc, place desc, key desc limit ${few})
    select h.key, h.kind,
      case when h.kind = 'opened' and h.actor_kind = 'system' and t.contact_id is not null
        then 'contact' else h.actor_kind end as actor_kind,
      case when h.kind = 'opened' and h.actor_kind = 'system' then t.contact_id
        else h.actor_id end as actor_id,
      case when h.kind = 'opened' and h.actor_kind = 'system' and t.contact_id is not null
        then coalesce(nullif(btrim(k.first_name || ' ' || k.last_name), ''), k.email::text)
        else h.actor_name end as actor_name,
      p.picture_key as actor_picture_key,
      t.number, t.subject, h.value, t.customer_id, u.name as customer_name, h.at
    from happened h join t on t.id = h.ticket_id
    left join contacts k on k.tenant_id = t.tenant_id and k.id = t.contact_id
    left join customers u on u.tenant_id = t.tenant_id and u.id = t.customer_id
    left join technicians p on p.tenant_id = t.tenant_id and p.id = h.actor_id
      and h.actor_kind = 'technician'
    order by h.at desc, h.place desc, h.key desc`.execute(tx);
  return rows;
}

/** Changes that are told of; of all others null. */
const KIND_OF_CHANGE = sql`case
  when c.field = 'created' then 'opened'
  when c.field = 'priority' then 'priority'
  when c.field = 'assignee' then
    case when c.new_value is null then 'unassigned' else 'assigned' end
  when c.field = 'status' and c.new_value in ('"resolved"', '"closed"') then c.new_value #>> '{}'
  when c.field = 'status' and c.old_value in ('"resolved"', '"closed"') then 'reopened'
end`;

const TICKET = sql`t.tenant_id, t.id, t.number, t.subject, t.customer_id, t.contact_id, t.updated_at`;

/** For who sees some customers only, the newest of each: no walk past those of all others. */
function newestTickets(tx: TenantTx, limit: number): RawBuilder<unknown> {
  const customerIds = limitOf(tx.actor);
  const newest = (condition: RawBuilder<unknown>) => sql`
    select ${TICKET} from tickets t where ${condition}
    order by t.updated_at desc, t.id desc limit ${sql.lit(limit)}`;
  if (customerIds === null) return newest(visibleTickets(tx.actor));
  return sql`
    select t.* from unnest(${[...customerIds]}::bigint[]) as c (id)
    cross join lateral (${newest(sql`t.customer_id = c.id and ${visibleTickets(tx.actor)}`)}) t
    order by t.updated_at desc, t.id desc limit ${sql.lit(limit)}`;
}

/** How alerts came up and what was done about them; what sleeps unseen is not told of. */
export async function listAlertActivity(tx: TenantTx, limit: number): Promise<AlertActivityRow[]> {
  const { rows } = await sql<AlertActivityRow>`
    with e as materialized (
      select e.* from alert_events e
      join alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
      where e.kind in ('raised', 'reopened', 'severity', 'acknowledged', 'snoozed', 'resolved')
        and ${inReach(tx.actor, 'a.customer_id')}
      order by e.id desc limit ${sql.lit(limit)})
    select 'e' || e.id as key,
      'alert' || upper(left(e.kind, 1)) || substr(e.kind, 2) as kind,
      e.actor_kind, e.actor_id, e.actor_name, p.picture_key as actor_picture_key,
      a.id as alert_id, a.kind as alert_kind, a.target, a.value, a.threshold, a.title,
      d.name as device_name, a.customer_id, u.name as customer_name,
      e.details || jsonb_build_object('severity', coalesce(e.details -> 'severity', e.details -> 'to',
        to_jsonb(a.severity))) as details,
      e.created_at as at
    from e join alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
    left join devices d on d.tenant_id = a.tenant_id and d.id = a.device_id
    left join customers u on u.tenant_id = a.tenant_id and u.id = a.customer_id
    left join technicians p on p.tenant_id = e.tenant_id and p.id = e.actor_id
      and e.actor_kind = 'technician'
    order by e.id desc`.execute(tx);
  return rows;
}

/** Machines that fell silent or are there again; the first time that one is, it was enrolled. */
export async function listDeviceActivity(
  tx: TenantTx,
  limit: number,
): Promise<DeviceActivityRow[]> {
  const { rows } = await sql<DeviceActivityRow>`
    select 's' || c.id as key,
      case when c.old = '"waiting"' and c.new = '"online"' then 'deviceEnrolled'
        when c.new = '"online"' then 'deviceOnline'
        when c.new = '"stale"' then 'deviceStale' else 'deviceOffline' end as kind,
      'system' as actor_kind, null::bigint as actor_id, '' as actor_name,
      null as actor_picture_key, d.id as device_id, d.name as device_name, d.customer_id,
      u.name as customer_name, c.created_at as at
    from device_changes c
    join devices d on d.tenant_id = c.tenant_id and d.id = c.device_id
    left join customers u on u.tenant_id = d.tenant_id and u.id = d.customer_id
    where c.field = 'state' and c.new <> '"waiting"' and d.archived_at is null
      and ${inReach(tx.actor, 'd.customer_id')}
    order by c.id desc limit ${sql.lit(limit)}`.execute(tx);
  return rows;
}
