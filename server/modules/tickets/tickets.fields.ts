import { z } from 'zod';

/** `/tickets/:number`. A number that no ticket can have is one that none has. */
export const NumberParams = z.object({
  number: z.string().transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0)),
});

/** `status=open,pending`: some of the words, separated by commas. */
export const commaList = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .string()
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(words)).max(words.length))
    .optional();
