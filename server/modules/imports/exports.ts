import { domainToUnicode } from 'node:url';
import { recordAudit } from '#modules/audit/index.ts';
import { type Contact, listContacts } from '#modules/contacts/index.ts';
import { type CustomerView, listCustomers } from '#modules/customers/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { BYTE_ORDER_MARK, csvDelimiterOf, csvLine } from '#platform/csv.ts';
import type { Page } from '#platform/http/page.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { ImportField } from '#shared/imports.ts';

interface Filters {
  search: string;
  state: 'active' | 'archived' | 'all';
}

/** A column: one that an import reads again, or one that only tells. */
type Column = ImportField | 'portalUsername' | 'lastSignIn' | 'isArchived';
type Columns<T> = [column: Column, cell: (thing: T) => string | boolean | null][];

const CONTACT_COLUMNS: Columns<Contact> = [
  ['customer', ({ customer }) => customer?.name ?? null],
  ['firstName', ({ firstName }) => firstName],
  ['lastName', ({ lastName }) => lastName],
  ['email', ({ email }) => email],
  ['phone', ({ phone }) => phone],
  ['jobTitle', ({ jobTitle }) => jobTitle],
  ['language', ({ language }) => language],
  ['isMainContact', ({ isMainContact }) => isMainContact],
  ['hasPortalAccess', ({ hasPortalAccess }) => hasPortalAccess],
  ['portalUsername', ({ portalUsername }) => portalUsername],
  ['lastSignIn', ({ lastSignInAt }) => lastSignInAt?.toISOString() ?? null],
  ['isArchived', ({ isArchived }) => isArchived],
];

const CUSTOMER_COLUMNS: Columns<CustomerView> = [
  ['customer', ({ name }) => name],
  ['domains', ({ domains }) => domains.map(domainToUnicode).join(', ')],
  ['customerPhone', ({ phone }) => phone],
  ['website', ({ website }) => website],
  ['notes', ({ notes }) => notes],
  ['isArchived', ({ isArchived }) => isArchived],
];

/** Never passwords: those are shown one by one, and each look is noted. */
export async function exportContacts(
  tx: ConsoleTx,
  filters: Filters & { customerId?: number | 'none' | undefined },
) {
  const contacts = await all((page) => listContacts(tx, { ...filters, ...page }));
  await note(tx, 'contact.exported', contacts.length, filters);
  return file(tx, 'contacts', CONTACT_COLUMNS, contacts);
}

export async function exportCustomers(tx: ConsoleTx, filters: Filters) {
  const customers = await all((page) => listCustomers(tx, { ...filters, sort: 'name', ...page }));
  await note(tx, 'customer.exported', customers.length, filters);
  return file(tx, 'customers', CUSTOMER_COLUMNS, customers);
}

// i18n-keys: imports:fields.* imports:export.*
const PAGE = 1_000;

async function all<T>(
  list: (page: { cursor?: string; limit: number }) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await list({ limit: PAGE, ...(cursor !== null && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** Headings, words and separator as the technician's own spreadsheet expects them. */
function file<T>(
  tx: ConsoleTx,
  kind: 'contacts' | 'customers',
  columns: Columns<T>,
  things: readonly T[],
) {
  const { language } = tx.actor;
  const say = (key: string) => translate(language, `imports:${key}`);
  const delimiter = csvDelimiterOf(language);
  const cellOf = (value: string | boolean | null) =>
    typeof value === 'boolean' ? say(value ? 'export.yes' : 'export.no') : (value ?? '');
  const head = columns.map(([column]) => say(`fields.${column}`));
  const lines = things.map((thing) => columns.map(([, cell]) => cellOf(cell(thing))));
  return {
    name: `${say(`export.${kind}`)}.csv`,
    csv: BYTE_ORDER_MARK + [head, ...lines].map((cells) => csvLine(cells, delimiter)).join(''),
  };
}

async function note(
  tx: ConsoleTx,
  action: 'contact.exported' | 'customer.exported',
  count: number,
  filters: Filters & { customerId?: number | 'none' | undefined },
): Promise<void> {
  const { companyName } = await getTenant(tx);
  await recordAudit(tx, {
    action,
    subjectKind: 'company',
    subjectId: tx.tenantId,
    subjectName: companyName,
    details: { count, ...filters },
  });
}
