import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csvLine, parseCsv, restoredCell } from '#platform/csv.ts';
import { AppError } from '#platform/errors.ts';
import type { ImportEncoding } from '#shared/imports.ts';
import { guessReading, readTable } from './read-file.ts';

const TEXT =
  'Name;E-Mail;Straße\r\nJürgen Groß;juergen@globex.test;"Allee 1; Hof"\r\nZoë;zoe@globex.test;Café\r\n';
const read = async (bytes: Buffer) => readTable(bytes, await guessReading(bytes));
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error instanceof AppError ? error.fieldErrors[0]?.code : error),
  );

describe('encodings', () => {
  const cases: [ImportEncoding, Buffer][] = [
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(TEXT, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(TEXT, 'utf-16be')])],
    ['utf-16le', iconv.encode(TEXT, 'utf-16le')],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252')],
    ['macintosh', iconv.encode(TEXT, 'macintosh')],
    ['cp850', iconv.encode(TEXT, 'cp850')],
  ];
  it.each(cases)('%s', async (encoding, bytes) => {
    expect(await guessReading(bytes)).toEqual({ encoding, delimiter: ';', hasHeader: true });
    const { header, rows } = await read(bytes);
    expect(header).toEqual(['Name', 'E-Mail', 'Straße']);
    expect(rows[0]).toEqual(['Jürgen Groß', 'juergen@globex.test', 'Allee 1; Hof']);
  });
});

describe('tables', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['sep=;\r\na;b,c\r\n1;2,3\r\n', ';'],
    ['"a;b",c\n"1;2",3\n', ','],
    ['"a\nb";c\n1;2\n', ';'],
    ['email\na@b.test\n', ','],
  ])('%j is parted by %j', async (text, delimiter) => {
    expect((await guessReading(Buffer.from(text))).delimiter).toBe(delimiter);
  });
  it('has no headings where the first row has an address', async () => {
    const { header, rows } = await read(Buffer.from('Jane,jane@x.test\nJoe,joe@x.test\n'));
    expect(header).toEqual(['', '']);
    expect(rows).toHaveLength(2);
  });
  it('fills short rows and forgets blank ones', async () => {
    const { rows } = await read(Buffer.from('a,b,c\n1\n\n , ,\n1,2,3\n'));
    expect(rows).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
  });
  it.each([
    ['a,b\n"open,2\n3,4\n', 'csvOpenQuote'],
    ['a,b\n', 'csvEmpty'],
    ['', 'csvEmpty'],
    ['PK\u0003\u0004 a workbook', 'csvNoText'],
    [`a\n${'1\n'.repeat(20_001)}`, 'csvTooManyRows'],
    [`${'a,'.repeat(101)}\n${'1,'.repeat(101)}\n`, 'csvTooManyColumns'],
  ])('says what is wrong: %#', async (text, code) => {
    expect(await problemOf(read(Buffer.from(text)))).toBe(code);
  });
  it('takes 20,000 rows', async () => {
    expect((await read(Buffer.from(`a\n${'1\n'.repeat(20_000)}`))).rows).toHaveLength(20_000);
  });
});

it('writes nothing that a spreadsheet would run, and reads it back', async () => {
  const cells = [
    '=1+1',
    '+49 30',
    '-x',
    '@SUM(A1)',
    '\t=x',
    '\r=x',
    "'=x",
    'a;b',
    'a"b',
    'a\nb',
    ' x ',
  ];
  const written = csvLine(cells, ',');
  const [row = []] = await parseCsv(written, { delimiter: ',', maxRows: 5 });
  expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(row.map(restoredCell)).toEqual(cells.map((cell) => (cell === "'=x" ? '=x' : cell)));
});
