import { recordAudit } from '#modules/audit/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden, invalid, notFound, refused } from '#platform/errors.ts';
import type { ConsoleTx, Upload } from '#platform/http/route.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { IMPORT_FIELDS, type ImportField } from '#shared/imports.ts';
import { guessColumns } from './guess-columns.rules.ts';
import { workOnImport } from './import-orders.ts';
import {
  deleteImport,
  deleteResults,
  findImport,
  type ImportRow,
  insertImport,
  listImports,
  updateImport,
} from './imports.queries.ts';
import { type ImportOptions, type ImportView, importView } from './imports.views.ts';
import { guessReading, type Reading, readTable, type Table } from './read-file.ts';

/** Welcome mails are a choice that has to be made; nobody gets twenty thousand by accident. */
const FIRST_OPTIONS: ImportOptions = {
  existing: 'skip',
  createsCustomers: true,
  sendsWelcome: false,
};
const SAMPLES = 3;
const SAMPLE_CHARS = 100;

/** Takes a file in: says how it would be read, and what its columns seem to be. */
export async function takeFile(tx: ConsoleTx, upload: Upload | null): Promise<ImportView> {
  if (!upload) throw new Error('the route takes a file');
  const bytes = await tx.platform.files.read(upload.key);
  const reading = await guessReading(bytes);
  const table = await readTable(bytes, reading);
  const isLimited = tx.actor.customerIds !== null;
  const id = await insertImport(tx, {
    technician_id: tx.actor.technicianId,
    file_key: upload.key,
    file_name: upload.name,
    size_bytes: upload.sizeBytes,
    reading: { ...reading, columns: columnsOf(table) },
    mapping: guessColumns(table.header, table.rows),
    options: { ...FIRST_OPTIONS, createsCustomers: !isLimited && mayCreateCustomers(tx) },
    row_count: table.rows.length,
  });
  return getImport(tx, id);
}

export async function listOwnImports(tx: ConsoleTx): Promise<ImportView[]> {
  return (await listImports(tx, tx.actor.technicianId)).map(importView);
}

export async function getImport(tx: ConsoleTx, id: number): Promise<ImportView> {
  return importView(await getRow(tx, id));
}

export interface ImportChanges {
  reading?: Reading | undefined;
  mapping?: (ImportField | null)[] | undefined;
  options?: ImportOptions | undefined;
}

/** Says how the file is read and what is done with it. What was checked before counts no more. */
export async function changeImport(
  tx: ConsoleTx,
  id: number,
  changes: ImportChanges,
): Promise<ImportView> {
  const row = await getRow(tx, id, { isLocked: true });
  requireState(row, ['draft', 'checked', 'checking', 'failed']);
  if (changes.options?.sendsWelcome && !tx.actor.permissions.has('contacts.credentials')) {
    throw forbidden();
  }
  let { mapping } = row;
  const next: Partial<ImportRow> = { state: 'draft', next_row: 0, counts: {} };
  if (changes.reading) {
    const table = await readTable(await tx.platform.files.read(row.file_key), changes.reading);
    next.reading = { ...changes.reading, columns: columnsOf(table) };
    next.row_count = table.rows.length;
    mapping = guessColumns(table.header, table.rows);
  }
  if (changes.mapping) mapping = checkedMapping(changes.mapping, next.reading ?? row.reading);
  if (changes.options) next.options = changes.options;
  await deleteResults(tx, id);
  await updateImport(tx, id, { ...next, mapping }, clock.now());
  return getImport(tx, id);
}

/** Says for each row what would become of it; nothing is changed. */
export async function orderCheck(tx: ConsoleTx, id: number): Promise<ImportView> {
  const row = await getRow(tx, id, { isLocked: true });
  requireState(row, ['draft', 'checked', 'failed']);
  requireFields(row.mapping);
  await begin(tx, row, 'checking');
  return getImport(tx, id);
}

/** Does what the check said. A second click finds it running. */
export async function orderRun(tx: ConsoleTx, id: number): Promise<ImportView> {
  const row = await getRow(tx, id, { isLocked: true });
  requireState(row, ['checked']);
  if (row.options.sendsWelcome && !tx.actor.permissions.has('contacts.credentials')) {
    throw forbidden();
  }
  await begin(tx, row, 'running');
  await audit(tx, row, 'import.started', { rows: row.row_count, ...row.options });
  return getImport(tx, id);
}

/** What was imported stays; the rest is left. */
export async function stopImport(tx: ConsoleTx, id: number): Promise<ImportView> {
  const row = await getRow(tx, id, { isLocked: true });
  if (row.state === 'stopped') return importView(row);
  requireState(row, ['running']);
  const now = clock.now();
  await updateImport(tx, id, { state: 'stopped', finished_at: now }, now);
  await audit(tx, row, 'import.stopped', { ...row.counts });
  return getImport(tx, id);
}

/** Forgets the file and what became of its rows; contacts and customers stay. */
export async function forgetImport(tx: ConsoleTx, id: number): Promise<void> {
  const row = await getRow(tx, id, { isLocked: true });
  if (row.state === 'running') throw refused('importRunning');
  await deleteImport(tx, id);
  await enqueue(tx, workOnImport, { importId: id, fileKey: row.file_key });
}

export async function getRow(
  tx: ConsoleTx,
  id: number,
  options: { isLocked?: boolean } = {},
): Promise<ImportRow> {
  const row = await findImport(tx, id, tx.actor.technicianId, options);
  if (!row) throw notFound();
  return row;
}

export function audit(
  tx: TenantTx,
  row: Pick<ImportRow, 'id' | 'file_name'>,
  action: 'import.started' | 'import.finished' | 'import.stopped',
  details: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, {
    action,
    subjectKind: 'import',
    subjectId: row.id,
    subjectName: row.file_name,
    details,
  });
}

async function begin(tx: ConsoleTx, row: ImportRow, state: 'checking' | 'running') {
  await deleteResults(tx, row.id);
  const now = clock.now();
  await updateImport(
    tx,
    row.id,
    { state, next_row: 0, counts: {}, started_at: now, finished_at: null },
    now,
  );
  await enqueue(tx, workOnImport, { importId: row.id, technicianId: tx.actor.technicianId });
}

function requireState({ state }: ImportRow, states: ImportRow['state'][]): void {
  if (states.includes(state)) return;
  if (state === 'running' || state === 'checking') throw refused('importRunning');
  throw refused(state === 'draft' ? 'importUnchecked' : 'importOver');
}

/** Without an address or a customer there is nobody to import. */
function requireFields(mapping: ImportRow['mapping']): void {
  if (mapping.includes('email') || mapping.includes('customer')) return;
  throw invalid({ field: 'mapping', code: 'importNobody' });
}

function checkedMapping(mapping: (ImportField | null)[], reading: ImportRow['reading']) {
  if (mapping.length !== reading.columns.length) {
    throw invalid({ field: 'mapping', code: 'invalid' });
  }
  for (const field of IMPORT_FIELDS) {
    const column = mapping.lastIndexOf(field);
    if (column !== mapping.indexOf(field)) {
      throw invalid({ field: `mapping.${column}`, code: 'importFieldTwice' });
    }
  }
  return mapping;
}

const columnsOf = ({ header, rows }: Table) =>
  header.map((name, column) => ({
    name,
    samples: rows
      .map((row) => (row[column] ?? '').trim().slice(0, SAMPLE_CHARS))
      .filter(Boolean)
      .slice(0, SAMPLES),
  }));

const mayCreateCustomers = (tx: ConsoleTx) => tx.actor.permissions.has('customers.manage');
