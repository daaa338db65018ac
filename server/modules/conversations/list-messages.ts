import { z } from 'zod';
import { deliveriesOfMessages } from '#modules/outbox/index.ts';
import { getTicketByNumber } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import { MESSAGE_KINDS } from '#shared/tickets.ts';
import { getMessageRow, listMessageRows, type MessageRow } from './messages.queries.ts';
import {
  type MessageView,
  messageView,
  type PortalMessageView,
  portalMessageView,
} from './messages.views.ts';

interface Paging {
  cursor?: string | undefined;
  limit: number;
}

const Cursor = z.tuple([z.number().int()]);

/** The conversation as technicians see it, the oldest message first. */
export async function listMessages(
  tx: TenantTx,
  number: number,
  paging: Paging,
): Promise<Page<MessageView>> {
  const rows = await listRows(tx, number, paging, MESSAGE_KINDS);
  const deliveries = await deliveriesOfMessages(
    tx,
    rows.filter(({ kind }) => kind === 'reply').map(({ id }) => id),
  );
  return cutPage(
    rows,
    paging.limit,
    (row) => messageView(row, deliveries.get(row.id)),
    (row) => [row.id],
  );
}

/** The conversation as contacts see it: without a trace of internal notes. */
export async function listPortalMessages(
  tx: TenantTx,
  number: number,
  paging: Paging,
): Promise<Page<PortalMessageView>> {
  const rows = await listRows(tx, number, paging, ['reply', 'contact']);
  return cutPage(rows, paging.limit, portalMessageView, (row) => [row.id]);
}

async function listRows(
  tx: TenantTx,
  number: number,
  { cursor, limit }: Paging,
  kinds: readonly MessageRow['kind'][],
): Promise<MessageRow[]> {
  const after = decodeCursor(cursor, Cursor)?.[0] ?? 0;
  const { id } = await getTicketByNumber(tx, number);
  return listMessageRows(tx, id, { after, limit: limit + 1, kinds });
}

/** A message that was just written, as technicians see it. */
export async function getMessage(tx: TenantTx, id: number): Promise<MessageView> {
  const deliveries = await deliveriesOfMessages(tx, [id]);
  return messageView(await getMessageRow(tx, id), deliveries.get(id));
}

/** A message that was just written, as contacts see it. */
export async function getPortalMessage(tx: TenantTx, id: number): Promise<PortalMessageView> {
  return portalMessageView(await getMessageRow(tx, id));
}
