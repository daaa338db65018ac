import { getPortalSettings } from '#modules/portal-settings/index.ts';
import {
  changeTicket,
  getTicketByNumber,
  getTicketRow,
  isTicketOver,
  listTickets,
} from '#modules/tickets/index.ts';
import { forbidden, refused } from '#platform/errors.ts';
import type { Page } from '#platform/http/page.ts';
import type { PortalTx } from '#platform/http/route.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import { findOwnDevice, getOwnDevice } from './portal-devices.ts';
import {
  type PortalReader,
  type PortalTicketPageView,
  type PortalTicketView,
  portalTicketPageView,
  portalTicketView,
} from './portal-tickets.views.ts';
import { findReader } from './reader.queries.ts';

/** The contact's own tickets, or all of its company's for a main contact, of one colleague or about one device if asked. */
export async function listOwnTickets(
  tx: PortalTx,
  {
    scope,
    statuses,
    contactId: colleagueId,
    deviceId,
    ...paging
  }: {
    scope: 'own' | 'company';
    statuses: TicketStatus[] | undefined;
    contactId?: number | undefined;
    deviceId?: number | undefined;
    search: string;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<PortalTicketView>> {
  if (deviceId !== undefined) await getOwnDevice(tx, deviceId);
  const { contactId, customerId, isMainContact } = tx.actor;
  const isCompany = scope === 'company' && isMainContact && customerId !== null;
  const whose = isCompany ? { customerId, contactId: colleagueId } : { contactId };
  const page = await listTickets(
    tx,
    { ...paging, filter: { ...whose, statuses, deviceId }, order: '-publicUpdatedAt' },
    (row) => row,
  );
  const reader = await readerOf(
    tx,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map(portalTicketView(reader)) };
}

export async function getOwnTicket(tx: PortalTx, number: number): Promise<PortalTicketPageView> {
  const row = await getTicketRow(tx, number);
  const { status, resolved_at: resolvedAt, closed_at: closedAt } = row;
  const isOver = await isTicketOver(tx, { status, resolvedAt, closedAt });
  const reader = await readerOf(tx, [row.id]);
  const isAboutDevice = reader.showsDevices && row.device_id !== null;
  const device = isAboutDevice ? await findOwnDevice(tx, row.device_id!) : null;
  return portalTicketPageView(reader, row, { isOver, seenDeviceId: device?.id ?? null });
}

/** The contact needs no more help with it. Throws 403 where that is the support's to say. */
export async function closeOwnTicket(tx: PortalTx, number: number): Promise<PortalTicketPageView> {
  await getTicketByNumber(tx, number);
  const { contactsMayClose } = await getPortalSettings(tx);
  if (!contactsMayClose) throw forbidden('contactsMayNotClose');
  return setStatus(tx, number, 'closed');
}

/**
 * The contact needs help with it after all. Throws 403 where that is the support's to say, and 409
 * when it is too late.
 */
export async function reopenOwnTicket(tx: PortalTx, number: number): Promise<PortalTicketPageView> {
  const ticket = await getTicketByNumber(tx, number);
  const { contactsMayReopen } = await getPortalSettings(tx);
  if (!contactsMayReopen) throw forbidden('contactsMayNotReopen');
  if (await isTicketOver(tx, ticket)) throw refused('ticketIsOver');
  return setStatus(tx, number, 'open');
}

async function setStatus(tx: PortalTx, number: number, status: TicketStatus) {
  const { id } = await getTicketByNumber(tx, number);
  await changeTicket(tx, id, { status });
  return getOwnTicket(tx, number);
}

async function readerOf(tx: PortalTx, ticketIds: number[]): Promise<PortalReader> {
  const { actor } = tx;
  const row = await findReader(tx, actor.contactId, ticketIds);
  const fields = { priority: row.priority_field, impact: row.impact_field };
  return { actor, fields, showsDevices: row.shows_devices, unreadIds: new Set(row.unread_ids) };
}
