import { z } from 'zod';
import { findByWords, parseSearch } from '#modules/search/index.ts';
import { limitOf } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { type CursorValues, cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import {
  listTicketRows,
  pickMatching,
  pickTickets,
  type SortedTicket,
  type TicketFilter,
} from './ticket-list.queries.ts';
import type { TicketListRow } from './ticket-rows.ts';
import { isTime, type ListOrder, ORDERS } from './tickets.rules.ts';

export interface TicketListing {
  filter: TicketFilter;
  order: ListOrder;
  search: string;
  cursor?: string | undefined;
  limit: number;
}

/** One page of the tickets that the actor may see, as rows: every audience has its own view. */
export async function listTickets<Item>(
  tx: TenantTx,
  { filter, order, search: typed, cursor, limit }: TicketListing,
  toItem: (row: TicketListRow) => Item,
): Promise<Page<Item>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, cursorShape(order));
  const search = parseSearch(typed, tx.actor.kind === 'contact' ? 'contact' : 'technician');
  const wanted = limit + 1;
  const toCursor = (row: SortedTicket) => cursorValues(order, row);
  if (typed.trim() !== '' && search === null) return { items: [], nextCursor: null };
  if (search === null) {
    const rows = await listTicketRows(tx, { filter, order, after, limit: wanted });
    return cutPage(rows, limit, toItem, toCursor);
  }
  const found = await findByWords<SortedTicket>(
    tx,
    search,
    {
      next: (asked, last, atMost) => {
        const from = last ? toCursor(last) : after;
        return pickMatching(tx, { filter, order, after: from, limit: atMost }, asked);
      },
      among: (ids, atMost) => pickTickets(tx, { filter, order, after, limit: atMost, among: ids }),
      isOfPart: limitOf(tx.actor) !== null,
    },
    wanted,
  );
  const among = found.map(({ id }) => id);
  const rows =
    among.length === 0
      ? []
      : await listTicketRows(tx, { filter: {}, order, after: null, limit: wanted, among });
  return cutPage(rows, limit, toItem, toCursor);
}

function cursorShape(order: ListOrder): z.ZodType<CursorValues> {
  const [first, ...rest] = ORDERS[order].columns.map((column) =>
    isTime(column) ? z.iso.datetime() : z.number().int(),
  );
  return z.tuple([first!, ...rest]) as unknown as z.ZodType<CursorValues>;
}

function cursorValues(order: ListOrder, row: SortedTicket): CursorValues {
  return ORDERS[order].columns.map((column) => {
    const value = row[column];
    return value instanceof Date ? value.toISOString() : value!;
  });
}
