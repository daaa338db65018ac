import { z } from 'zod';
import { line } from '#platform/http/fields.ts';
import { SEVERITIES } from '#shared/alerts.ts';
import { CHECK_KINDS, CHECK_LIMITS } from '#shared/checks.ts';
import { LIMITS } from '#shared/limits.ts';

/** What somebody says of a check. `url` is for http; `host` and `port` are for tcp. */
export const CheckFields = z.strictObject({
  kind: z.enum(CHECK_KINDS),
  name: line(LIMITS.nameChars).default(''),
  url: line(CHECK_LIMITS.urlChars).nullable().default(null),
  host: line(253).nullable().default(null),
  port: z.number().int().min(1).max(65_535).nullable().default(null),
  expectedStatus: z.number().int().min(100).max(599).nullable().default(null),
  expectedText: line(CHECK_LIMITS.textChars).default(''),
  acceptsAnyCertificate: z.boolean().default(false),
  everyMinutes: z.number().int().min(1).max(CHECK_LIMITS.everyMinutesMax).default(5),
  failuresUntilAlert: z.number().int().min(1).max(CHECK_LIMITS.failuresMax).default(2),
  severity: z.enum(SEVERITIES).default('critical'),
  isEnabled: z.boolean().default(true),
});
export type CheckFields = z.output<typeof CheckFields>;
