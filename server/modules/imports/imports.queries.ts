import { type Selectable, sql } from 'kysely';
import type { Imports } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { FieldError } from '#platform/errors.ts';
import type { ImportField, ImportOutcome, ImportState } from '#shared/imports.ts';
import type { ImportColumn, ImportCounts, ImportOptions } from './imports.views.ts';
import type { Reading } from './read-file.ts';

export type ImportRow = Omit<
  Selectable<Imports>,
  'reading' | 'mapping' | 'options' | 'counts' | 'state'
> & {
  state: ImportState;
  /** Also what the columns are called, so that nobody has to open the file for it. */
  reading: Reading & { columns: Omit<ImportColumn, 'field'>[] };
  mapping: (ImportField | null)[];
  options: ImportOptions;
  counts: Partial<ImportCounts>;
};

export interface RowResult {
  rowNumber: number;
  outcome: ImportOutcome;
  problems: FieldError[];
  contactId: number | null;
  customerId: number | null;
}

export async function insertImport(
  tx: TenantTx,
  row: Pick<
    ImportRow,
    'technician_id' | 'file_key' | 'file_name' | 'size_bytes' | 'reading' | 'mapping' | 'options'
  > & { row_count: number },
): Promise<number> {
  const { id } = await tx
    .insertInto('imports')
    .values({
      ...row,
      reading: JSON.stringify(row.reading),
      mapping: JSON.stringify(row.mapping),
      options: JSON.stringify(row.options),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** `isLocked`: nobody else goes on with it until the transaction ends. */
export async function findImport(
  tx: TenantTx,
  id: number,
  technicianId: number,
  { isLocked = false } = {},
): Promise<ImportRow | undefined> {
  const row = await tx
    .selectFrom('imports')
    .selectAll()
    .where('id', '=', id)
    .where('technician_id', '=', technicianId)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  return row as ImportRow | undefined;
}

const LISTED_MAX = 20;

export async function listImports(tx: TenantTx, technicianId: number): Promise<ImportRow[]> {
  const rows = await tx
    .selectFrom('imports')
    .selectAll()
    .where('technician_id', '=', technicianId)
    .orderBy('id', 'desc')
    .limit(LISTED_MAX)
    .execute();
  return rows as unknown as ImportRow[];
}

export async function updateImport(
  tx: TenantTx,
  id: number,
  { reading, mapping, options, counts, ...plain }: Partial<Omit<ImportRow, 'id' | 'tenant_id'>>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({
      ...plain,
      ...(reading && { reading: JSON.stringify(reading) }),
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(options && { options: JSON.stringify(options) }),
      ...(counts && { counts: JSON.stringify(counts) }),
      changed_at: now,
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteImport(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('imports').where('id', '=', id).execute();
}

/** Those that nobody has touched since; gives back the keys of their files. */
export async function deleteOldImports(tx: TenantTx, before: Date): Promise<string[]> {
  const rows = await tx
    .deleteFrom('imports')
    .where('changed_at', '<', before)
    .returning('file_key')
    .execute();
  return rows.map((row) => row.file_key);
}

export async function deleteResults(tx: TenantTx, importId: number): Promise<void> {
  await tx.deleteFrom('import_rows').where('import_id', '=', importId).execute();
}

export async function insertResults(
  tx: TenantTx,
  importId: number,
  results: readonly RowResult[],
): Promise<void> {
  if (results.length === 0) return;
  const json = JSON.stringify(results);
  await sql`
    insert into import_rows (import_id, row_number, outcome, problems, contact_id, customer_id)
    select ${importId}::bigint, r."rowNumber", r.outcome, r.problems, r."contactId", r."customerId"
    from jsonb_to_recordset(${json}::jsonb) as r (
      "rowNumber" integer, outcome text, problems jsonb, "contactId" bigint, "customerId" bigint)`.execute(
    tx,
  );
}

/** @param after the row number that the page before ended with */
export async function listResults(
  tx: TenantTx,
  importId: number,
  list: { outcome?: ImportOutcome | undefined; after: number; limit: number | null },
): Promise<RowResult[]> {
  const rows = await tx
    .selectFrom('import_rows')
    .where('import_id', '=', importId)
    .where('row_number', '>', list.after)
    .$if(list.outcome !== undefined, (query) => query.where('outcome', '=', list.outcome ?? ''))
    .$if(list.limit !== null, (query) => query.limit(sql.lit(list.limit ?? 0)))
    .orderBy('row_number')
    .select(['row_number', 'outcome', 'problems', 'contact_id', 'customer_id'])
    .execute();
  return rows.map((row) => ({
    rowNumber: row.row_number,
    outcome: row.outcome as ImportOutcome,
    problems: row.problems as unknown as FieldError[],
    contactId: row.contact_id,
    customerId: row.customer_id,
  }));
}
