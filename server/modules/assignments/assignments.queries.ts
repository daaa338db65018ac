import { type RawBuilder, sql } from 'kysely';
import type { ActorNote } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

/*
 * Tickets stand on technicians and roles, so what happens to tickets because of those is written to
 * their tables from here rather than making a circle of the modules.
 */

export interface AssignedTicket {
  id: number;
  number: number;
  customer_id: number | null;
  contact_id: number | null;
  assignee_id: number;
  assignee_name: string;
}

/** Open and pending tickets that a technician has, customer by customer (null: of none). */
export async function customersOfOpenTickets(
  tx: TenantTx,
  technicianId: number,
): Promise<{ customerId: number | null; count: number }[]> {
  const rows = await tx
    .selectFrom('tickets')
    .where('assignee_id', '=', technicianId)
    .where('is_active', '=', true)
    .groupBy('customer_id')
    .select((eb) => ['customer_id', eb.fn.countAll<number>().as('count')])
    .execute();
  return rows.map(({ customer_id, count }) => ({ customerId: customer_id, count }));
}

/** Some of a technician's open tickets, the oldest first; nobody else changes them meanwhile. */
export function takeOpenTickets(
  tx: TenantTx,
  technicianId: number,
  limit: number,
): Promise<AssignedTicket[]> {
  return take(tx, sql`p.id = ${technicianId}`, limit);
}

/**
 * Some of the open tickets whose assignee, a technician or whoever has a role, does not see them:
 * his role is limited to other customers, or does not show tickets at all.
 */
export function takeUnseenTickets(
  tx: TenantTx,
  whose: { technicianId?: number | undefined; roleId?: number | undefined },
  limit: number,
): Promise<AssignedTicket[]> {
  const { technicianId = null, roleId = null } = whose;
  return take(
    tx,
    sql`(p.id = ${technicianId} or p.role_id = ${roleId})
      and exists (select from roles r
        where r.tenant_id = p.tenant_id and r.id = p.role_id and r.built_in is distinct from 'admin'
          and ('tickets.view' <> all (r.permissions)
            or (r.is_limited_to_customers and not exists (select from role_customers l
              where l.tenant_id = r.tenant_id and l.role_id = r.id
                and l.customer_id = t.customer_id))))`,
    limit,
  );
}

async function take(
  tx: TenantTx,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<AssignedTicket[]> {
  const { rows } = await sql<AssignedTicket>`
    select t.id, t.number, t.customer_id, t.contact_id, t.assignee_id,
      btrim(p.first_name || ' ' || p.last_name) as assignee_name
    from tickets t
    join technicians p on p.tenant_id = t.tenant_id and p.id = t.assignee_id
    where t.is_active and ${condition}
    order by t.id limit ${sql.lit(limit)}
    for no key update of t`.execute(tx);
  return rows;
}

/** The technician as he is to be named, unless he has been disabled since he was chosen. */
export async function findSuccessor(
  tx: TenantTx,
  id: number,
): Promise<{ id: number; name: string } | undefined> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, btrim(first_name || ' ' || last_name) as name from technicians
    where id = ${id} and disabled_at is null for key share`.execute(tx);
  return rows[0];
}

export interface Deed {
  /** Who does it, as histories write it down. */
  by: ActorNote;
  to: { id: number; name: string } | null;
  at: Date;
}

/**
 * Assigns the tickets to somebody, or to nobody, with a line in the history of each.
 * @returns each with its new version
 */
export async function assignTickets(
  tx: TenantTx,
  tickets: AssignedTicket[],
  { by, to, at }: Deed,
): Promise<{ id: number; version: number }[]> {
  if (tickets.length === 0) return [];
  const assigned = await tx
    .updateTable('tickets')
    .set(({ eb }) => ({
      assignee_id: to?.id ?? null,
      version: eb('version', '+', 1),
      updated_at: at,
      public_updated_at: at,
    }))
    .where(
      'id',
      'in',
      tickets.map(({ id }) => id),
    )
    .returning(['id', 'version'])
    .execute();
  await tx
    .insertInto('ticket_changes')
    .values(
      tickets.map((ticket) => ({
        ticket_id: ticket.id,
        actor_kind: by.kind,
        actor_id: by.id,
        actor_name: by.name,
        field: 'assignee',
        old_value: JSON.stringify({ id: ticket.assignee_id, name: ticket.assignee_name }),
        new_value: to && JSON.stringify(to),
        created_at: at,
      })),
    )
    .execute();
  return assigned;
}
