import iconv from 'iconv-lite';
import { parseCsv } from '#platform/csv.ts';
import { invalid } from '#platform/errors.ts';
import {
  IMPORT_DELIMITERS,
  IMPORT_LIMITS,
  type ImportDelimiter,
  type ImportEncoding,
} from '#shared/imports.ts';

/** How a file's bytes become a table. */
export interface Reading {
  encoding: ImportEncoding;
  delimiter: ImportDelimiter;
  hasHeader: boolean;
}

/** A file as a table; every row as wide as the widest. */
export interface Table {
  /** The headings; empty ones where the file has none. */
  header: string[];
  rows: string[][];
}

const GUESSED_CHARS = 200_000;
/** Letters of our languages beyond ASCII, and marks that people type in names. */
const EXPECTED = /[äöüßàâçéèêëîïôûùœæìòùáíóúñÄÖÜÀÂÇÉÈÊËÎÏÔÛŒÆÌÒÙÁÍÓÚÑłøåØÅšžŠŽ’–€°º]/g;

/** Guesses encoding, delimiter and whether the first row has headings. */
export async function guessReading(bytes: Buffer): Promise<Reading> {
  if (looksBinary(bytes)) throw invalid({ field: 'file', code: 'csvNoText' });
  const encoding = guessEncoding(bytes);
  const text = decode(bytes, encoding);
  const delimiter =
    namedDelimiter(iconv.decode(bytes.subarray(0, 40), encoding)) ??
    (await guessDelimiter(text.slice(0, GUESSED_CHARS)));
  const [first = []] = await firstRows(text, delimiter);
  return { encoding, delimiter, hasHeader: !first.some(isValue) };
}

/** Throws 400 when the file is no table: nothing in it, or too much. */
export async function readTable(bytes: Buffer, reading: Reading): Promise<Table> {
  const text = decode(bytes, reading.encoding);
  const { delimiter } = reading;
  const all = await parseCsv(text, { delimiter, maxRows: IMPORT_LIMITS.rows + 1 });
  const width = all.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > IMPORT_LIMITS.columns) {
    throw invalid({
      field: 'file',
      code: 'csvTooManyColumns',
      params: { maximum: IMPORT_LIMITS.columns },
    });
  }
  const wide = all.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const header = reading.hasHeader ? (wide.shift() ?? []) : Array<string>(width).fill('');
  if (wide.length === 0) throw invalid({ field: 'file', code: 'csvEmpty' });
  return { header: header.map((name) => name.trim().slice(0, 200)), rows: wide };
}

/** Marks at the beginning tell; else NULs beside letters; else what is no UTF-8 is of one byte. */
export function guessEncoding(bytes: Buffer): ImportEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2_000);
  const nulsAt = (odd: 0 | 1) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (nulsAt(1) > head.length / 5) return 'utf-16le';
  if (nulsAt(0) > head.length / 5) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const oneByte = ['windows-1252', 'macintosh', 'cp850'] as const;
  const sample = bytes.subarray(0, GUESSED_CHARS);
  const scores = oneByte.map((name) => iconv.decode(sample, name).match(EXPECTED)?.length ?? 0);
  return oneByte[scores.indexOf(Math.max(...scores))] ?? 'windows-1252';
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A workbook (a zip archive, or of old Office), a PDF, a picture: chosen instead of the CSV. */
const SIGNATURES = ['504b0304', '25504446', 'd0cf11e0', '89504e47', 'ffd8ff'];

function looksBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4).toString('hex');
  return SIGNATURES.some((signature) => head.startsWith(signature));
}

function decode(bytes: Buffer, encoding: ImportEncoding): string {
  const text = iconv.decode(bytes, encoding).replace(/^\ufeff/, '');
  // What Excel writes and reads to name the delimiter is no row.
  return text.replace(/^sep=.\r?\n/i, '');
}

const namedDelimiter = (text: string): ImportDelimiter | undefined => {
  const named = /^\ufeff?sep=(.)/i.exec(text)?.[1];
  return IMPORT_DELIMITERS.find((delimiter) => delimiter === named);
};

async function guessDelimiter(text: string): Promise<ImportDelimiter> {
  let best: { delimiter: ImportDelimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of IMPORT_DELIMITERS) {
    const widths = (await firstRows(text, delimiter)).map(({ length }) => length);
    const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
    if (usual < 2) continue;
    const even = widths.filter((width) => width === usual).length / widths.length;
    const score = even * 100 + usual;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

const GUESSED_ROWS = 30;

/** Some rows, whatever is wrong behind them. */
async function firstRows(text: string, delimiter: string): Promise<string[][]> {
  const lines = text.split(/\r\n|\r|\n/).slice(0, GUESSED_ROWS);
  // A quoted cell may go on in the next line: the last ones are given up until it is whole.
  for (let count = lines.length; count > 0; count--) {
    const part = lines.slice(0, count).join('\n');
    const rows = await parseCsv(part, { delimiter, maxRows: GUESSED_ROWS }).catch(() => null);
    if (rows) return rows;
  }
  return [];
}

/** No heading looks like this: an address, a number. */
const isValue = (cell: string) =>
  /\S@\S+\.\S/.test(cell) || /^[+\d][\d\s()/.-]{4,}$/.test(cell.trim());
