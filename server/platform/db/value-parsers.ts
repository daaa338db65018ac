import pg from 'pg';

const { INT8, TIMESTAMPTZ } = pg.types.builtins;

/** How values of PostgreSQL arrive in code. Imported once, by the database. */
export function setValueParsers(): void {
  // Row ids and counts stay below 2^53, so they are plain numbers in code and JSON.
  pg.types.setTypeParser(INT8, Number);
  const parseAnyTime = pg.types.getTypeParser(TIMESTAMPTZ);
  pg.types.setTypeParser(TIMESTAMPTZ, (text) => parseUtcTime(text) ?? parseAnyTime(text));
}

/**
 * `2026-01-31 09:30:00.123+00` as a Date: the form that a session in UTC answers with, and three of
 * them stand in each row of a list. Null for every other form (time zones, infinity, before Christ).
 */
export function parseUtcTime(text: string): Date | null {
  const isPlain = text.length >= 22 && text.endsWith('+00') && text.charCodeAt(4) === DASH;
  if (!isPlain) return null;
  const time = new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}

const DASH = 45;
