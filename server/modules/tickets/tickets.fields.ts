import { z } from 'zod';

/** `/tickets/:number`. What no ticket can have for a number is one that none has. */
export const NumberParams = z.object({
  number: z.coerce.number().int().positive().catch(0),
});

/** `status=open,pending`: some of the words, separated by commas. */
export const commaList = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .string()
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(words)).max(words.length))
    .optional();
