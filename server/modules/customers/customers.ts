import { recordAudit } from '#modules/audit/index.ts';
import { queueSearchRefresh } from '#modules/search/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, notFound } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import {
  type CustomerFields,
  type CustomerRow,
  type CustomerState,
  findCustomerRow,
  listCustomerRows,
  updateCustomer,
} from './customers.queries.ts';
import { CustomerCursor, type CustomerSort, changedFields } from './customers.rules.ts';
import { type CustomerView, customerView } from './customers.views.ts';

export async function listCustomers(
  tx: TenantTx,
  list: {
    search: string;
    state: CustomerState;
    sort: CustomerSort;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<CustomerView>> {
  const after = { sort: list.sort, last: decodeCursor(list.cursor, CustomerCursor[list.sort]) };
  const rows = await listCustomerRows(tx, { ...list, after });
  return cutPage(rows, list.limit, customerView, (row) =>
    list.sort === 'name' ? [row.name_folded, row.id] : [row.updated_at.toISOString(), row.id],
  );
}

/** Throws 404 when there is none. */
export async function getCustomer(tx: TenantTx, id: number): Promise<CustomerView> {
  return customerView(await getRow(tx, id));
}

/** Throws 409 with the customer as it is now when `version` is not its version any more. */
export async function changeCustomer(
  tx: TenantTx,
  id: number,
  version: number,
  changes: Partial<CustomerFields>,
): Promise<CustomerView> {
  const before = await getRow(tx, id);
  if (before.version !== version) throw conflict(customerView(before));
  const fields = changedFields(before, changes);
  if (fields.length === 0) return customerView(before);
  if (!(await updateCustomer(tx, { id, version }, changes, clock.now()))) {
    throw conflict(await getCustomer(tx, id));
  }
  await recordAudit(tx, {
    action: 'customer.changed',
    subjectKind: 'customer',
    subjectId: id,
    subjectName: changes.name ?? before.name,
    details: { fields, ...(changes.name !== undefined && { formerName: before.name }) },
  });
  if (fields.includes('name')) await queueSearchRefresh(tx, { customerId: id });
  await publish(tx, { kind: 'customer', ids: { id }, ofCustomers: [id] });
  return getCustomer(tx, id);
}

/** Out of lists and choices, and its domains match nobody; nothing is deleted. */
export async function setCustomerArchived(
  tx: TenantTx,
  id: number,
  isArchived: boolean,
): Promise<CustomerView> {
  const row = await getRow(tx, id);
  if ((row.archived_at !== null) === isArchived) return customerView(row);
  const now = clock.now();
  if (!(await updateCustomer(tx, row, { archived_at: isArchived ? now : null }, now))) {
    throw conflict(await getCustomer(tx, id));
  }
  await recordAudit(tx, {
    action: isArchived ? 'customer.archived' : 'customer.restored',
    subjectKind: 'customer',
    subjectId: id,
    subjectName: row.name,
  });
  await publish(tx, { kind: 'customer', ids: { id }, ofCustomers: [id] });
  // Its contacts are out of the portal at once, open pages included.
  if (isArchived) await publish(tx, { kind: 'session', ids: {} });
  return getCustomer(tx, id);
}

async function getRow(tx: TenantTx, id: number): Promise<CustomerRow> {
  const row = await findCustomerRow(tx, id);
  if (!row) throw notFound();
  return row;
}
