import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import type { TicketPageRow } from './ticket-rows.ts';
import { findTicketPage } from './tickets.queries.ts';
import { type TicketView, ticketView } from './tickets.views.ts';

/** A ticket with the names around it. Throws 404 when there is none that the actor may see. */
export async function getTicketRow(tx: TenantTx, number: number): Promise<TicketPageRow> {
  const row = await findTicketPage(tx, number);
  if (!row) throw notFound();
  return row;
}

/** The same as technicians see it. */
export async function getTicketPage(tx: TenantTx, number: number): Promise<TicketView> {
  return ticketView(await getTicketRow(tx, number));
}
