import { z } from 'zod';
import { SEVERITIES } from '#shared/alerts.ts';
import { CHECK_KINDS, CHECK_OUTCOMES, CHECK_STATES } from '#shared/checks.ts';
import type { CheckRow, ResultRow } from './checks.queries.ts';
import { targetOf } from './checks.rules.ts';

/** A check with what was seen last. */
export const CheckView = z.object({
  id: z.number(),
  deviceId: z.number(),
  kind: z.enum(CHECK_KINDS),
  name: z.string(),
  target: z.string().describe('Host and, where it is not the usual one, port'),
  url: z.string().nullable(),
  host: z.string().nullable(),
  port: z.number().nullable(),
  expectedStatus: z.number().nullable().describe('null: any of 200 to 399, redirects followed'),
  expectedText: z.string(),
  acceptsAnyCertificate: z.boolean(),
  everyMinutes: z.number(),
  failuresUntilAlert: z.number(),
  severity: z.enum(SEVERITIES),
  isEnabled: z.boolean(),
  state: z.enum(CHECK_STATES).describe('waiting: not run yet, or failed too seldom to count'),
  stateSince: z.date(),
  outcome: z.enum(CHECK_OUTCOMES).nullable(),
  statusCode: z.number().nullable(),
  responseMs: z.number().nullable(),
  checkedAt: z.date().nullable(),
  failures: z.number().describe('In a row'),
  certificateEndsAt: z.date().nullable(),
  finePercentOfDay: z.number().nullable().describe('Of the runs of the last 24 hours'),
  version: z.number(),
});
export type CheckView = z.infer<typeof CheckView>;

export const CheckResultView = z.object({
  id: z.number(),
  at: z.date(),
  outcome: z.enum(CHECK_OUTCOMES),
  statusCode: z.number().nullable(),
  responseMs: z.number().nullable(),
});

export const checkView = (
  row: CheckRow,
  day: { runs: number; fine: number } | undefined,
): CheckView => ({
  id: row.id,
  deviceId: row.device_id,
  kind: row.kind as CheckView['kind'],
  name: row.name,
  target: targetOf(row),
  url: row.url,
  host: row.host,
  port: row.port,
  expectedStatus: row.expected_status,
  expectedText: row.expected_text,
  acceptsAnyCertificate: row.accepts_any_certificate,
  everyMinutes: row.every_minutes,
  failuresUntilAlert: row.failures_until_alert,
  severity: row.severity as CheckView['severity'],
  isEnabled: row.is_enabled,
  state: row.state as CheckView['state'],
  stateSince: row.state_since,
  outcome: row.outcome as CheckView['outcome'],
  statusCode: row.status_code,
  responseMs: row.response_ms,
  checkedAt: row.checked_at,
  failures: row.failures,
  certificateEndsAt: row.certificate_ends_at,
  // Never "100" while one has failed.
  finePercentOfDay: day ? Math.floor((day.fine / day.runs) * 1000) / 10 : null,
  version: row.version,
});

export const checkResultView = (row: ResultRow) => ({
  id: row.id,
  at: row.at,
  outcome: row.outcome as z.infer<typeof CheckResultView>['outcome'],
  statusCode: row.status_code,
  responseMs: row.response_ms,
});
