import { BYTE_ORDER_MARK, csvLine } from '#platform/csv.ts';
import type { FieldError } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { ImportOutcome } from '#shared/imports.ts';
import type { Language } from '#shared/languages.ts';
import { listResults, type RowResult } from './imports.queries.ts';
import { getRow } from './imports.ts';
import { readTable } from './read-file.ts';

// i18n-keys: imports:fields.* imports:outcomes.* imports:report.*
const CELL_CHARS = 200;

/** What would become, or became, of the rows, with what stands in them. */
export async function listRows(
  tx: ConsoleTx,
  id: number,
  list: { outcome?: ImportOutcome | undefined; after: number; limit: number },
) {
  const row = await getRow(tx, id);
  const results = await listResults(tx, id, { ...list, limit: list.limit + 1 });
  if (results.length === 0) return { items: [], nextAfter: null };
  const table = await readTable(await tx.platform.files.read(row.file_key), row.reading);
  const page = results.slice(0, list.limit);
  return {
    items: page.map((result) => ({
      ...result,
      cells: (table.rows[result.rowNumber - 1] ?? []).map((cell) => cell.slice(0, CELL_CHARS)),
      problems: result.problems.map((problem) => ({
        field: problem.field.split('.')[0] ?? '',
        code: problem.code,
        message: messageOf(tx.actor.language, problem),
      })),
    })),
    nextAfter: results.length > list.limit ? (page.at(-1)?.rowNumber ?? null) : null,
  };
}

/** The file as it was, with two columns behind: what became of each row, and why. */
export async function makeReport(
  tx: ConsoleTx,
  id: number,
): Promise<{ name: string; csv: string }> {
  const row = await getRow(tx, id);
  const { language } = tx.actor;
  const say = (key: string) => translate(language, `imports:${key}`);
  const table = await readTable(await tx.platform.files.read(row.file_key), row.reading);
  const results = await listResults(tx, id, { after: 0, limit: null });
  const byRow = new Map(results.map((result) => [result.rowNumber, result]));
  const { delimiter } = row.reading;
  const lines = table.rows.map((cells, index) => {
    const result = byRow.get(index + 1);
    const outcome = result ? say(`outcomes.${result.outcome}`) : say('outcomes.left');
    return csvLine([...cells, outcome, result ? reasonsOf(language, result) : ''], delimiter);
  });
  const head = csvLine([...table.header, say('report.outcome'), say('report.reason')], delimiter);
  return {
    name: `${row.file_name.replace(/\.[^.]*$/, '')}-${say('report.name')}.csv`,
    csv: BYTE_ORDER_MARK + head + lines.join(''),
  };
}

const reasonsOf = (language: Language, { problems }: RowResult) =>
  problems
    .map((problem) => {
      const field = translate(language, `imports:fields.${problem.field.split('.')[0]}`);
      return `${field}: ${messageOf(language, problem)}`;
    })
    .join(' ');

const messageOf = (language: Language, { code, params }: FieldError) =>
  translate(language, `errors:field.${code}`, params);
