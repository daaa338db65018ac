import { inMs, MINUTE_MS } from '#platform/clock.ts';
import { ALERT_LIMITS, SEVERITIES, type Severity } from '#shared/alerts.ts';

/** A mail about an alert that somebody got. */
export interface AlertMailed {
  at: Date;
  severity: Severity;
}

const WINDOW_MS = ALERT_LIMITS.mailMinutes * MINUTE_MS;

/** What was mailed before it says nothing any more about whether to mail again. */
export const mailWindowStart = (now: Date): Date => inMs(-WINDOW_MS, now);

/**
 * When somebody may be mailed about an alert of this severity; null: at once. One mail an hour is
 * enough for what comes back, but not for what got worse than all that the mails of this hour said:
 * so an alert that keeps going up and down is mailed once for each severity at most.
 */
export function mailableFrom(
  severity: Severity,
  mailed: readonly AlertMailed[],
  now: Date,
): Date | null {
  const recent = mailed.filter(({ at }) => at > mailWindowStart(now));
  const isWorse = recent.every((one) => rank(severity) > rank(one.severity));
  if (isWorse) return null;
  return inMs(WINDOW_MS, new Date(Math.max(...recent.map(({ at }) => at.getTime()))));
}

const rank = (severity: Severity) => SEVERITIES.indexOf(severity);
