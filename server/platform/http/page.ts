import { z } from 'zod';
import { LIMITS } from '#shared/limits.ts';
import { invalid } from '../errors.ts';

/** Query parameters of every paged list. */
export const PageQuery = z.object({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSizeMax).default(LIMITS.pageSizeDefault),
});

export interface Page<T> {
  items: T[];
  /** Give it back as `cursor` to get the next page; null at the end. */
  nextCursor: string | null;
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Sort values of the last row of a page, e.g. `[updatedAt, id]`. */
export type CursorValues = (string | number)[];

export const encodeCursor = (values: CursorValues): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values of a cursor, checked against the shape that the list writes. Throws 400 otherwise. */
export function decodeCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  if (cursor === undefined) return null;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalid({ field: 'cursor', code: 'invalid' });
  }
}

/**
 * Cuts the page out of `limit + 1` rows: the extra row only tells that there is a next page.
 */
export function cutPage<Row, Item>(
  rows: Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toCursor: (row: Row) => CursorValues,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(toCursor(last)) : null,
  };
}
