import { sql, type Updateable } from 'kysely';
import type { Tickets } from '#db/types.ts';
import type { Actor } from '#platform/actor.ts';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type {
  TicketImpact,
  TicketPriority,
  TicketSource,
  TicketStatus,
  TicketType,
} from '#shared/tickets.ts';
import type { TicketPageRow } from './ticket-rows.ts';
import { visibleTickets } from './visible-tickets.queries.ts';

export interface TicketRow {
  id: number;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  impact: TicketImpact;
  type: TicketType;
  source: TicketSource;
  customer_id: number | null;
  contact_id: number | null;
  assignee_id: number | null;
  device_id: number | null;
  version: number;
  first_replied_at: Date | null;
  resolved_at: Date | null;
  closed_at: Date | null;
  waiting_since: Date | null;
}

const COLUMNS = sql`t.id, t.number, t.subject, t.status, t.priority, t.impact, t.type, t.source,
  t.customer_id, t.contact_id, t.assignee_id, t.device_id, t.version, t.first_replied_at,
  t.resolved_at, t.closed_at, t.waiting_since`;

export async function insertTicket(
  tx: TenantTx,
  ticket: {
    number: number;
    subject: string;
    preview: string | undefined;
    source: TicketSource;
    customer_id: number | null;
    contact_id: number | null;
    assignee_id: number | null;
    priority: TicketPriority | undefined;
    impact: TicketImpact | undefined;
    type: TicketType | undefined;
    device_id: number | null;
    follows_id: number | null;
  },
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('tickets')
    .values({
      ...ticket,
      created_at: now,
      updated_at: now,
      public_updated_at: now,
      waiting_since: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The ticket, if the actor may see it. */
export async function findTicketByNumber(
  tx: TenantTx,
  number: number,
): Promise<TicketRow | undefined> {
  const { rows } = await sql<TicketRow>`
    select ${COLUMNS} from tickets t
    where t.number = ${number} and ${visibleTickets(tx.actor)}`.execute(tx);
  return rows[0];
}

export async function findTicketById(tx: TenantTx, id: number): Promise<TicketRow | undefined> {
  const { rows } = await sql<TicketRow>`
    select ${COLUMNS} from tickets t
    where t.id = ${id} and ${visibleTickets(tx.actor)}`.execute(tx);
  return rows[0];
}

/** The ticket, kept from changing until the transaction ends. */
export async function lockTicket(tx: TenantTx, id: number): Promise<TicketRow | undefined> {
  const { rows } = await sql<TicketRow>`
    select ${COLUMNS} from tickets t
    where t.id = ${id} and ${visibleTickets(tx.actor)}
    for no key update`.execute(tx);
  return rows[0];
}

export async function updateTicket(
  tx: TenantTx,
  id: number,
  changes: Omit<Updateable<Tickets>, 'tenant_id' | 'id' | 'number'>,
): Promise<void> {
  await tx.updateTable('tickets').set(changes).where('id', '=', id).execute();
}

/**
 * A device may have moved to another customer since: then it is called as the other one wants, which is
 * nothing for those who do not see that customer.
 */
const isDeviceInSight = (actor: Actor) =>
  actor.kind === 'contact'
    ? sql<boolean>`d.customer_id = ${actor.customerId}`
    : inReach(actor, 'd.customer_id');

/** All that the page of a ticket shows of its properties, in one go. */
export async function findTicketPage(
  tx: TenantTx,
  number: number,
): Promise<TicketPageRow | undefined> {
  const { rows } = await sql<TicketPageRow>`
    select t.id, t.number, t.subject, t.preview, t.status, t.priority, t.priority_rank, t.source,
      t.created_at, t.updated_at, t.public_updated_at, t.waiting_since, t.impact, t.type, t.version, t.resolved_at,
      t.closed_at, (select f.number from tickets f
        where f.tenant_id = t.tenant_id and f.id = t.follows_id) as follows_number,
      t.customer_id, u.name as customer_name,
      t.contact_id, c.first_name as contact_first_name, c.last_name as contact_last_name,
      c.email as contact_email,
      t.assignee_id, a.first_name as assignee_first_name, a.last_name as assignee_last_name,
      a.picture_key as assignee_picture_key, d.id as device_id, d.name as device_name,
      (select coalesce(jsonb_agg(jsonb_build_object(
            'address', p.address,
            'name', coalesce(nullif(p.name, ''), btrim(k.first_name || ' ' || k.last_name), ''),
            'contactId', k.id) order by p.created_at, p.address), '[]')
        from ticket_participants p
        left join contacts k on k.tenant_id = p.tenant_id and k.email = p.address::text
          and ${inReach(tx.actor, 'k.customer_id')}
        where p.ticket_id = t.id) as participants
    from tickets t
    left join customers u on u.tenant_id = t.tenant_id and u.id = t.customer_id
    left join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
    left join technicians a on a.tenant_id = t.tenant_id and a.id = t.assignee_id
    left join devices d on d.tenant_id = t.tenant_id and d.id = t.device_id
      and ${isDeviceInSight(tx.actor)}
    where t.number = ${number} and ${visibleTickets(tx.actor)}`.execute(tx);
  return rows[0];
}

export interface TicketCounts {
  open: number;
  pending: number;
  mine: number;
  unassigned: number;
}

/** What is being worked on, counted in one walk over an index that holds nothing else. */
export async function countActiveTickets(
  tx: TenantTx,
  technicianId: number,
): Promise<TicketCounts> {
  const { rows } = await sql<TicketCounts>`
    select count(*) filter (where status = 'open') as open,
      count(*) filter (where status = 'pending') as pending,
      count(*) filter (where assignee_id = ${technicianId}) as mine,
      count(*) filter (where assignee_id is null) as unassigned
    from tickets t where is_active and ${visibleTickets(tx.actor)}`.execute(tx);
  return rows[0] ?? { open: 0, pending: 0, mine: 0, unassigned: 0 };
}
