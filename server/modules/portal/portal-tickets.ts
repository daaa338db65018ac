import {
  changeTicket,
  getTicketByNumber,
  getTicketRow,
  listTickets,
} from '#modules/tickets/index.ts';
import type { Page } from '#platform/http/page.ts';
import type { PortalTx } from '#platform/http/route.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import { type PortalTicketView, portalTicketView } from './portal-tickets.views.ts';

/** The contact's own tickets, or all of its company's for a main contact. */
export async function listOwnTickets(
  tx: PortalTx,
  {
    scope,
    statuses,
    ...paging
  }: {
    scope: 'own' | 'company';
    statuses: TicketStatus[] | undefined;
    search: string;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<PortalTicketView>> {
  const { contactId, customerId, isMainContact } = tx.actor;
  const isCompany = scope === 'company' && isMainContact && customerId !== null;
  const whose = isCompany ? { customerId } : { contactId };
  return listTickets(
    tx,
    { ...paging, filter: { ...whose, statuses }, order: '-publicUpdatedAt' },
    portalTicketView(tx.actor),
  );
}

export async function getOwnTicket(tx: PortalTx, number: number): Promise<PortalTicketView> {
  return portalTicketView(tx.actor)(await getTicketRow(tx, number));
}

/** The contact needs no more help with it. */
export async function closeOwnTicket(tx: PortalTx, number: number): Promise<PortalTicketView> {
  return setStatus(tx, number, 'closed');
}

/** The contact needs help with it after all. */
export async function reopenOwnTicket(tx: PortalTx, number: number): Promise<PortalTicketView> {
  return setStatus(tx, number, 'open');
}

async function setStatus(tx: PortalTx, number: number, status: TicketStatus) {
  const { id } = await getTicketByNumber(tx, number);
  await changeTicket(tx, id, { status });
  return getOwnTicket(tx, number);
}
