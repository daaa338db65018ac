import { restoredCell } from '#platform/csv.ts';
import { normaliseAddress, withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { ImportField } from '#shared/imports.ts';

/** For each row, the number of an earlier one with the same address (tags set aside), or null. */
export function firstRows(
  rows: readonly (readonly string[])[],
  mapping: readonly (ImportField | null)[],
): (number | null)[] {
  const column = mapping.indexOf('email');
  const seen = new Map<string, number>();
  return rows.map((cells, index) => {
    const address = normaliseAddress(restoredCell(cells[column] ?? ''));
    if (address === null) return null;
    const mailbox = withoutPlusTag(address);
    const first = seen.get(mailbox);
    if (first === undefined) seen.set(mailbox, index + 1);
    return first ?? null;
  });
}
