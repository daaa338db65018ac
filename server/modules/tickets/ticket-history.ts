import { z } from 'zod';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { cutPage, decodeCursor } from '#platform/http/page.ts';
import { listChangeRows } from './ticket-history.queries.ts';
import { getTicketByNumber } from './tickets.ts';
import { ticketChangeView } from './tickets.views.ts';

const Cursor = z.tuple([z.number().int()]);

/** The newest change first. */
export async function listHistory(
  tx: TenantTx,
  number: number,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(cursor, Cursor)?.[0] ?? null;
  const { id } = await getTicketByNumber(tx, number);
  const rows = await listChangeRows(tx, id, before, limit + 1);
  return cutPage(rows, limit, ticketChangeView, (row) => [row.id]);
}
