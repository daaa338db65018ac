import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError, invalid } from './errors.ts';

/** What a spreadsheet takes for a formula, or for the end of a cell (OWASP, "CSV injection"). */
const DANGEROUS = /^[=+\-@\t\r\n]/;

/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would run gets an apostrophe in front,
 * which makes it text; `restoredCell` takes it away again.
 */
export function csvLine(cells: readonly string[], delimiter: string): string {
  const quoted = cells.map((cell) => {
    const harmless = DANGEROUS.test(cell) ? `'${cell}` : cell;
    // Those that another program would part or run are quoted as well.
    return /["\r\n,;|\t]/.test(harmless) || harmless !== harmless.trim()
      ? `"${harmless.replaceAll('"', '""')}"`
      : harmless;
  });
  return `${quoted.join(delimiter)}\r\n`;
}

/** A cell as it was before `csvLine` made it harmless. */
export const restoredCell = (cell: string): string =>
  cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell;

/** Excel opens a file in its own list separator only; where the comma is decimal, that is ";". */
export const csvDelimiterOf = (language: string): string => (language === 'en' ? ',' : ';');

/** Without it, Excel reads UTF-8 as the old Windows code page. */
export const BYTE_ORDER_MARK = '\ufeff';

const CHUNK_CHARS = 64 * 1024;
const CELL_MAX_CHARS = 100_000;

/**
 * The rows of a CSV text, blank ones left out. Lets others work between the parts of a large file.
 * Throws 400 at `file` when a quotation mark is never closed, or there are more than `maxRows`.
 */
export async function parseCsv(
  text: string,
  { delimiter, maxRows }: { delimiter: string; maxRows: number },
): Promise<string[][]> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: CELL_MAX_CHARS,
  });
  const rows: string[][] = [];
  let problem: unknown = null;
  parser.on('readable', () => {
    for (let row = parser.read(); row !== null; row = parser.read()) {
      if (row.some((cell: string) => cell.trim() !== '')) rows.push(row);
    }
  });
  const ended = new Promise<void>((resolve) => {
    parser.on('error', (error) => {
      problem = error;
      resolve();
    });
    parser.on('end', resolve);
  });
  for (let start = 0; start < text.length && problem === null; start += CHUNK_CHARS) {
    parser.write(text.slice(start, start + CHUNK_CHARS));
    await nextTurn();
    if (rows.length > maxRows) break;
  }
  parser.end();
  if (rows.length > maxRows) {
    parser.destroy();
    throw invalid({ field: 'file', code: 'csvTooManyRows', params: { maximum: maxRows } });
  }
  await ended;
  if (problem !== null) throw unreadable(problem);
  if (rows.length > maxRows) {
    throw invalid({ field: 'file', code: 'csvTooManyRows', params: { maximum: maxRows } });
  }
  return rows;
}

function unreadable(error: unknown): AppError {
  const { code, lines } = error as { code?: string; lines?: number };
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE';
  return new AppError(400, 'invalid', {
    fieldErrors: [
      {
        field: 'file',
        code: isOpen ? 'csvOpenQuote' : 'csvUnreadable',
        params: { line: lines ?? 0 },
      },
    ],
    cause: error,
  });
}
