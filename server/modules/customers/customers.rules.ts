import { z } from 'zod';

export const CUSTOMER_SORTS = ['name', '-updatedAt'] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** What the cursors of the two orders hold: the last row's sort value and id. */
export const CustomerCursor = {
  name: z.tuple([z.string(), z.number().int()]),
  '-updatedAt': z.tuple([z.iso.datetime(), z.number().int()]),
} as const satisfies Record<CustomerSort, z.ZodType>;

/** The names of the fields that differ from what is stored. */
export function changedFields<T extends object>(before: T, changes: Partial<T>): (keyof T)[] {
  const names = Object.keys(changes) as (keyof T)[];
  return names.filter((name) => changes[name] !== undefined && changes[name] !== before[name]);
}

/**
 * What was typed as a web site, as an address to link to: "globex.test" is https://globex.test/.
 * Null when it is no http(s) address.
 */
export function normaliseWebsite(input: string): string | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(input) && !/^[^/]*:\d/.test(input);
  try {
    const url = new URL(hasScheme ? input : `https://${input}`);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && url.hostname.includes('.') && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}
