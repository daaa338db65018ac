import { asciiSlug } from '#platform/ascii-slug.ts';

export const SLUG_MAX_CHARS = 80;
/** What somebody types as an address of an article or a category. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Addresses below `/kb` that mean something else. */
const RESERVED = new Set(['search', 'feed', 'sitemap', ...'en fr de it es'.split(' ')]);

/** The name in an address; `fallback` for a title that cannot be written so, such as "???". */
export function addressOf(title: string, fallback: string): string {
  const slug = asciiSlug(title, SLUG_MAX_CHARS);
  return slug === '' || isReserved(slug) ? trimmed(`${fallback}-${slug}`) : slug;
}

const trimmed = (slug: string) => slug.replace(/-+$/, '');

export const isReserved = (slug: string) => RESERVED.has(slug);

/** The address itself, then with 2, 3 … until nobody has it. */
export async function findFreeAddress(
  wanted: string,
  isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isTaken(slug))) return slug;
  }
}
