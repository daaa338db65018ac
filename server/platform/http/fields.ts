import { z } from 'zod';
import { normaliseAddress } from '../mail/mail-address.ts';

/** `/things/:id`. */
export const IdParams = z.object({ id: z.coerce.number().int().positive() });

/** PostgreSQL has no NUL in its texts. Line breaks and tabs are welcome here. */
const isText = (value: string) => !/[^\P{Cc}\r\n\t]/u.test(value);
const isOneLine = (value: string) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value);

/** Text on one line, trimmed; may be empty. */
export const line = (maxChars: number) => z.string().trim().max(maxChars).refine(isOneLine);

/** Text on one line that has to be there. */
export const requiredLine = (maxChars: number) =>
  z.string().trim().min(1).max(maxChars).refine(isOneLine);

/** Text on one line, or nothing: an emptied form field is null. */
export const optionalLine = (maxChars: number) =>
  line(maxChars)
    .nullable()
    .transform((value) => value || null);

/** Text of several lines. */
export const text = (maxChars: number) => z.string().max(maxChars).refine(isText);

/** What somebody types into a search box. */
export const SearchText = line(200);

/** An e-mail address, given back as we store and compare it. */
export const Email = z
  .string()
  .trim()
  .max(254)
  .transform((value, context) => {
    const address = normaliseAddress(value);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: value === '' ? 'required' : 'email' });
    return z.NEVER;
  });

/** A name of the IANA time zone database; offsets such as "+02:00" are none, they know no summer. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'timeZone');

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
