import { z } from 'zod';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import {
  type ContactState,
  findAnyContactRow,
  findContactRow,
  findContactRowByEmail,
  listContactRows,
} from './contacts.queries.ts';
import { type Contact, contactView } from './contacts.views.ts';

const Cursor = z.tuple([z.string(), z.number().int()]);

export async function listContacts(
  tx: TenantTx,
  list: {
    search: string;
    customerId?: number | 'none' | undefined;
    state: ContactState;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<Contact>> {
  const after = decodeCursor(list.cursor, Cursor);
  const rows = await listContactRows(tx, { ...list, after });
  return cutPage(rows, list.limit, contactView, (row) => [row.name_folded, row.id]);
}

/** Throws 404 when there is none, or the actor may not see it. */
export async function getContact(tx: TenantTx, id: number): Promise<Contact> {
  const row = await findContactRow(tx, id);
  if (!row) throw notFound();
  return contactView(row);
}

/**
 * The contact of a ticket that the actor sees. He may have moved to a customer out of the actor's
 * reach since, and is to be answered all the same.
 */
export async function getContactOfTicket(tx: TenantTx, id: number): Promise<Contact> {
  const row = await findAnyContactRow(tx, id);
  if (!row) throw notFound();
  return contactView(row);
}

/** @param email as `normaliseAddress` gives it */
export async function findContactByEmail(tx: TenantTx, email: string): Promise<Contact | null> {
  const row = await findContactRowByEmail(tx, email);
  return row ? contactView(row) : null;
}
