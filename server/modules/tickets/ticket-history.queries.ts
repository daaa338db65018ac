import { type Actor, describeActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { TicketStatus } from '#shared/tickets.ts';

export interface PropertyChange {
  /** A property's name, or an event: "created", "participantRemoved". */
  field: string;
  oldValue?: unknown;
  newValue?: unknown;
}

export interface TicketChangeRow {
  id: number;
  actor_kind: string;
  actor_id: number | null;
  actor_name: string;
  field: string;
  old_value: unknown;
  new_value: unknown;
  created_at: Date;
}

export async function insertChanges(
  tx: TenantTx,
  ticketId: number,
  changes: PropertyChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const { kind, id, name } = describeActor(tx.actor as Actor);
  await tx
    .insertInto('ticket_changes')
    .values(
      changes.map(({ field, oldValue, newValue }) => ({
        ticket_id: ticketId,
        actor_kind: kind,
        actor_id: id,
        actor_name: name,
        field,
        old_value: asJson(oldValue),
        new_value: asJson(newValue),
        created_at: clock.now(),
      })),
    )
    .execute();
}

const asJson = (value: unknown) =>
  value === undefined || value === null ? null : JSON.stringify(value);

/** The newest first. */
export async function listChangeRows(
  tx: TenantTx,
  ticketId: number,
  before: number | null,
  limit: number,
): Promise<TicketChangeRow[]> {
  return tx
    .selectFrom('ticket_changes')
    .select([
      'id',
      'actor_kind',
      'actor_id',
      'actor_name',
      'field',
      'old_value',
      'new_value',
      'created_at',
    ])
    .where('ticket_id', '=', ticketId)
    .$if(before !== null, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface StatusChange {
  from: TicketStatus;
  to: TicketStatus;
  at: Date;
  actorKind: string;
  actorId: number | null;
}

/** The last changes of a ticket's status, the newest first. */
export async function listStatusChanges(
  tx: TenantTx,
  ticketId: number,
  limit: number,
): Promise<StatusChange[]> {
  const rows = await tx
    .selectFrom('ticket_changes')
    .select(['old_value', 'new_value', 'created_at', 'actor_kind', 'actor_id'])
    .where('ticket_id', '=', ticketId)
    .where('field', '=', 'status')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    from: row.old_value as TicketStatus,
    to: row.new_value as TicketStatus,
    at: row.created_at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
  }));
}
