import pg from 'pg';

const { INT8, TIMESTAMPTZ } = pg.types.builtins;
/** bigint[], which the driver has no name for. */
const INT8_ARRAY = 1016 as typeof INT8;

/** How values of PostgreSQL arrive in code. Imported once, by the database. */
export function setValueParsers(): void {
  // Row ids and counts stay below 2^53, so they are plain numbers in code and JSON.
  pg.types.setTypeParser(INT8, Number);
  pg.types.setTypeParser(INT8_ARRAY, parseIds);
  const parseAnyTime = pg.types.getTypeParser(TIMESTAMPTZ);
  pg.types.setTypeParser(TIMESTAMPTZ, (text) => parseUtcTime(text) ?? parseAnyTime(text));
}

/** `{1,2,3}`: an array of ids, none of which is null. */
export const parseIds = (text: string): number[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);

/**
 * `2026-01-31 09:30:00.123+00` as a Date: the form that a session in UTC answers with, and three of
 * them stand in each row of a list, so it is read by its digits. Null for every other form (time
 * zones, infinity, before Christ).
 */
export function parseUtcTime(text: string): Date | null {
  const end = text.length - UTC.length;
  const isPlain =
    end >= 19 && text > '1' && text[4] === '-' && text[10] === ' ' && text.endsWith(UTC);
  if (!isPlain) return null;
  const pair = (at: number) => digit(text, at) * 10 + digit(text, at + 1);
  const year = pair(0) * 100 + pair(2);
  const ms = end > 20 ? Math.floor(Number(text.slice(19, end)) * 1000 + 1e-6) : 0;
  const time = Date.UTC(year, pair(5) - 1, pair(8), pair(11), pair(14), pair(17), ms);
  return new StoredTime(time, text);
}

const UTC = '+00';
const digit = (text: string, at: number) => text.charCodeAt(at) - 48;

/**
 * A Date that remembers how it was written: making JSON of two times a row took longer than making
 * JSON of all the rest of a list.
 */
class StoredTime extends Date {
  readonly #time: number;
  readonly #text: string;

  constructor(time: number, text: string) {
    super(time);
    this.#time = time;
    this.#text = text;
  }

  override toJSON(): string {
    if (this.getTime() !== this.#time) return this.toISOString(); // somebody has set it
    const text = this.#text;
    const ms = text.slice(20, -UTC.length).slice(0, 3).padEnd(3, '0');
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${ms}Z`;
  }
}
