import { setImmediate as nextTurn } from 'node:timers/promises';
import { clock } from '#platform/clock.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Platform } from '#platform/platform.ts';
import { imagineRow } from './carry-out-row.ts';
import { countRow } from './count-rows.rules.ts';
import { firstRows } from './first-rows.rules.ts';
import type { InTenant } from './imports.jobs.ts';
import {
  deleteResults,
  findImport,
  type ImportRow,
  insertResults,
  type RowResult,
  updateImport,
} from './imports.queries.ts';
import { NO_COUNTS } from './imports.views.ts';
import { lookAround, planRow } from './plan-row.ts';
import { readTable } from './read-file.ts';
import { type ReadRow, readRow } from './read-row.rules.ts';

const CHUNK = 1_000;
/** So many rows at a time: others have their turn in between. */
const TURN = 100;

/** Says what would become of every row, in one go: nothing is written but that. */
export async function checkImport(
  inTenant: InTenant,
  platform: Platform,
  row: ImportRow,
): Promise<void> {
  const table = await readTable(await platform.files.read(row.file_key), row.reading);
  const rows: ReadRow[] = [];
  for (const cells of table.rows) {
    rows.push(readRow(cells, row.mapping));
    if (rows.length % TURN === 0) await nextTurn();
  }
  const first = firstRows(table.rows, row.mapping);
  await inTenant(async (tx) => {
    const world = await lookAround(tx, rows, row.options);
    const counts = { ...NO_COUNTS };
    const results: RowResult[] = [];
    for (const [index, read] of rows.entries()) {
      if (index % TURN === 0) await nextTurn();
      const plan = await planRow(world, read, first[index] ?? null);
      countRow(counts, plan);
      imagineRow(world, plan, read.values);
      results.push({
        rowNumber: index + 1,
        outcome: plan.outcome,
        problems: plan.problems,
        contactId: plan.contact && plan.contact.do !== 'create' ? plan.contact.known.id : null,
        customerId: null,
      });
    }
    // Somebody may have changed his mind meanwhile; what he wants now has an order of its own.
    const now = await findImport(tx, row.id, row.technician_id, { isLocked: true });
    if (now?.state !== 'checking') return;
    await deleteResults(tx, row.id);
    for (let start = 0; start < results.length; start += CHUNK) {
      await insertResults(tx, row.id, results.slice(start, start + CHUNK));
    }
    const at = clock.now();
    await updateImport(
      tx,
      row.id,
      { state: 'checked', next_row: rows.length, counts, finished_at: at },
      at,
    );
    await publish(tx, {
      kind: 'import',
      ids: { id: row.id },
      technicianIds: [row.technician_id],
    });
  });
}
