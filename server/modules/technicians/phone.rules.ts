import { z } from 'zod';
import { invalid } from '#platform/errors.ts';

/** The numbering plans of the world take 15 MB, and numbers are seldom typed. */
const plans = () => import('libphonenumber-js/max');

export const Phone = z.string().trim().max(60).nullable();
/** ISO 3166 code of the country in which a number without a country code is dialled. */
export const PhoneRegion = z.string().regex(/^[A-Z]{2}$/);

/**
 * The number as it is stored (E.164, such as +4930901820), or null for an empty field. Takes digits of
 * any script, spaces and punctuation; throws 400 for what cannot be dialled, and for an extension,
 * which that form has no place for.
 */
export async function readPhone(typed: string | null, region?: string): Promise<string | null> {
  if (!typed) return null;
  const { default: parsePhoneNumber, isSupportedCountry } = await plans();
  const asked = region && isSupportedCountry(region) ? region : undefined;
  const parsed = parsePhoneNumber(
    asciiDigits(typed.normalize('NFKC')).replace(/^\s*00/, '+'),
    asked,
  );
  if (!parsed?.isValid() || parsed.ext) throw invalid({ field: 'phone', code: 'phone' });
  return parsed.number;
}

/** A stored number for readers of any country: in groups, with the code of its country. */
export async function internationalPhone(stored: string): Promise<string> {
  const { default: parsePhoneNumber } = await plans();
  return parsePhoneNumber(stored)?.formatInternational() ?? stored;
}

/** Unicode has its decimal digits in runs of ten that begin with zero at a multiple of 16, give or take 6. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    for (let value = 0; value < 10; value++) {
      if (!/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) return String(value);
    }
    return digit;
  });
}
