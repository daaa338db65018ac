import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import type { Attachments, Messages, TicketChanges, Tickets } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

/**
 * The demo writes what the operations would have written in the last weeks. They cannot be used
 * for it: they work now and send mail.
 */

/** PostgreSQL takes 65,535 values a statement. */
const CHUNK = 500;

function chunksOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    rows.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** The ids, in the order of the rows; numbers follow on from those that were given already. */
export async function insertTickets(
  tx: TenantTx,
  rows: Omit<Insertable<Tickets>, 'number' | 'tenant_id'>[],
): Promise<{ id: number; number: number }[]> {
  const { next_number } = await tx
    .updateTable('ticket_counters')
    .set({ next_number: sql`next_number + ${rows.length}` })
    .returning('next_number')
    .executeTakeFirstOrThrow();
  const first = next_number - rows.length;
  const numbered = rows.map((row, index) => ({ ...row, number: first + index }));
  const made: { id: number; number: number }[] = [];
  for (const chunk of chunksOf(numbered))
    made.push(
      ...(await tx.insertInto('tickets').values(chunk).returning(['id', 'number']).execute()),
    );
  return made.sort((a, b) => a.number - b.number);
}

/** The ids, in the order of the rows. */
export async function insertMessages(
  tx: TenantTx,
  rows: Omit<Insertable<Messages>, 'tenant_id'>[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const chunk of chunksOf(rows)) {
    const made = await tx.insertInto('messages').values(chunk).returning('id').execute();
    ids.push(...made.map(({ id }) => id));
  }
  return ids;
}

export async function insertAttachments(
  tx: TenantTx,
  rows: Omit<Insertable<Attachments>, 'tenant_id'>[],
): Promise<number[]> {
  const made = await tx.insertInto('attachments').values(rows).returning('id').execute();
  return made.map(({ id }) => id);
}

export async function appendHtml(tx: TenantTx, messageId: number, html: string): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ html: sql`html || ${html}` })
    .where('id', '=', messageId)
    .execute();
}

export async function insertChanges(
  tx: TenantTx,
  rows: Omit<Insertable<TicketChanges>, 'tenant_id'>[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) await tx.insertInto('ticket_changes').values(chunk).execute();
}

/** Customers and their people were there before they wrote. */
export async function backdatePeople(tx: TenantTx, since: Date): Promise<void> {
  await tx.updateTable('customers').set({ created_at: since, updated_at: since }).execute();
  await tx.updateTable('contacts').set({ created_at: since, updated_at: since }).execute();
}
