import { z } from 'zod';
import { limitOf } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { cutPage, decodeCursor } from '#platform/http/page.ts';
import { listChangeRows, type TicketChangeRow } from './ticket-history.queries.ts';
import { getTicketByNumber } from './tickets.ts';
import { ticketChangeView } from './tickets.views.ts';

const Cursor = z.tuple([z.number().int()]);

/** The newest change first. */
export async function listHistory(
  tx: TenantTx,
  number: number,
  { cursor, limit: size }: { cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(cursor, Cursor)?.[0] ?? null;
  const { id } = await getTicketByNumber(tx, number);
  const rows = await listChangeRows(tx, id, before, size + 1);
  const limit = limitOf(tx.actor);
  const toItem = (row: TicketChangeRow) => ticketChangeView(limit ? hideOthers(row, limit) : row);
  return cutPage(rows, size, toItem, (row) => [row.id]);
}

/** A ticket that was another customer's keeps its conversation, but does not tell whose it was. */
function hideOthers(row: TicketChangeRow, limit: ReadonlySet<number>): TicketChangeRow {
  if (row.field !== 'customer') return row;
  const seen = (value: unknown) => {
    const { id } = (value ?? {}) as { id?: unknown };
    return typeof id === 'number' && !limit.has(id) ? { id: null, name: '…' } : value;
  };
  return { ...row, old_value: seen(row.old_value), new_value: seen(row.new_value) };
}
