import { clock } from '#platform/clock.ts';
import { withSavepoint } from '#platform/db/savepoint.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, type FieldError, isUniqueViolation } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Platform } from '#platform/platform.ts';
import { carryOutRow } from './carry-out-row.ts';
import { countRow } from './count-rows.rules.ts';
import { firstRows } from './first-rows.rules.ts';
import type { InTenant } from './imports.jobs.ts';
import {
  findImport,
  type ImportRow,
  insertResults,
  type RowResult,
  updateImport,
} from './imports.queries.ts';
import { audit } from './imports.ts';
import { NO_COUNTS } from './imports.views.ts';
import { lookAround, planRow, type RowPlan, type World } from './plan-row.ts';
import { readTable } from './read-file.ts';
import { type ReadRow, readRow } from './read-row.rules.ts';

/** What makes a server stop waits for ten seconds; the rest is another job. */
const SHIFT_MS = 7_000;
/** Few enough that nobody waits for a row that they hold, and that a stop comes soon. */
const BATCH = 20;

/**
 * Carries out rows for a while; true when there are none left, or somebody stopped it.
 * Each batch is kept together with how far it came, so that it goes on there after a crash.
 */
export async function runImport(
  inTenant: InTenant,
  platform: Platform,
  row: ImportRow,
): Promise<boolean> {
  const { mapping } = row;
  const table = await readTable(await platform.files.read(row.file_key), row.reading);
  const first = firstRows(table.rows, mapping);
  // From here on, because the file of a large import takes its time to be read.
  const until = clock.now().getTime() + SHIFT_MS;
  let start = row.next_row;
  while (start < table.rows.length) {
    if (clock.now().getTime() >= until) return false;
    const cells = table.rows.slice(start, start + BATCH);
    const batch = cells.map((each) => readRow(each, mapping));
    const from = start;
    const isOn = await inTenant(async (tx) => {
      const now = await findImport(tx, row.id, row.technician_id, { isLocked: true });
      if (now?.state !== 'running' || now.next_row !== from) return false;
      const world = await lookAround(tx, batch, row.options);
      const counts = { ...NO_COUNTS, ...now.counts };
      const results: RowResult[] = [];
      for (const [index, read] of batch.entries()) {
        const made = await planRow(world, read, first[from + index] ?? null);
        const result = await carryOut(world, made, read);
        countRow(counts, { ...made, outcome: result.outcome });
        results.push({ rowNumber: from + index + 1, ...result });
      }
      await keep(tx, now, results, counts, from + batch.length);
      return true;
    });
    if (!isOn) return true;
    start += batch.length;
  }
  return true;
}

async function keep(
  tx: TenantTx,
  row: ImportRow,
  results: RowResult[],
  counts: ImportRow['counts'],
  nextRow: number,
): Promise<void> {
  await insertResults(tx, row.id, results);
  const isDone = nextRow >= row.row_count;
  const now = clock.now();
  await updateImport(
    tx,
    row.id,
    { next_row: nextRow, counts, ...(isDone && { state: 'done', finished_at: now }) },
    now,
  );
  if (isDone) await audit(tx, row, 'import.finished', { ...counts });
  await publish(tx, { kind: 'import', ids: { id: row.id }, technicianIds: [row.technician_id] });
}

/** One row that fails takes nothing else with it. */
async function carryOut(
  world: World,
  plan: RowPlan,
  { values }: ReadRow,
): Promise<Omit<RowResult, 'rowNumber'>> {
  const { outcome, problems } = plan;
  const nobody = { contactId: null, customerId: null };
  if (outcome === 'refused' || outcome === 'skipped') {
    const contactId = plan.contact && plan.contact.do !== 'create' ? plan.contact.known.id : null;
    return { outcome, problems, ...nobody, contactId };
  }
  try {
    const done = await withSavepoint(world.tx, () => carryOutRow(world, plan, values));
    return { outcome, problems, ...done };
  } catch (error) {
    const reasons = reasonsOf(error);
    if (!reasons) throw error;
    if (plan.customer?.do === 'create') world.made.delete(plan.customer.folded);
    return { outcome: 'refused', problems: reasons, ...nobody };
  }
}

/** What somebody else did since the row was planned; null for mistakes of ours. */
function reasonsOf(error: unknown): FieldError[] | null {
  if (isUniqueViolation(error)) return [{ field: 'email', code: 'emailTaken' }];
  if (!(error instanceof AppError) || error.status >= 500) return null;
  if (error.fieldErrors.length > 0) return error.fieldErrors;
  return [{ field: 'email', code: error.status === 403 ? 'importForbidden' : 'importChanged' }];
}
