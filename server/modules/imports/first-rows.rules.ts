import { withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { ReadRow } from './read-row.rules.ts';

/** For each row, the number of an earlier one with the same address (tags set aside), or null. */
export function firstRows(rows: readonly ReadRow[]): (number | null)[] {
  const seen = new Map<string, number>();
  return rows.map(({ values }, index) => {
    if (values.email === undefined) return null;
    const mailbox = withoutPlusTag(values.email);
    const first = seen.get(mailbox);
    if (first === undefined) seen.set(mailbox, index + 1);
    return first ?? null;
  });
}
