import type { AlertState, Severity } from '#shared/alerts.ts';
import { ALERT_LIMITS } from '#shared/alerts.ts';

const MINUTE_MS = 60_000;
/** Raised so often within an hour, an alert is flapping. */
export const FLAPPING_TIMES = 3;
export const FLAPPING_WITHIN_MS = 60 * MINUTE_MS;
/** A flapping one has to be quiet for so long. */
export const CALM_MS = 15 * MINUTE_MS;

export interface KnownAlert {
  state: AlertState;
  severity: Severity;
  occurred_at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
  resolves_at: Date | null;
}

/**
 * What becomes of an alert that is raised:
 * `new`; `reopened`, when it was resolved within the last hour; `severity`, when it got better or
 * worse; `back`, when it was flapping and about to count as resolved; `same`, when it is known;
 * `ignored`, when somebody has resolved just this occurrence.
 */
export type Raise = 'new' | 'reopened' | 'severity' | 'back' | 'same' | 'ignored';

export function decideRaise(
  known: KnownAlert | null,
  wanted: { severity: Severity; occurredAt: Date },
  now: Date,
): Raise {
  if (!known) return 'new';
  if (known.state !== 'resolved') {
    if (known.severity !== wanted.severity) return 'severity';
    return known.resolves_at ? 'back' : 'same';
  }
  const isSettled = known.resolved_by === 'person' || known.resolved_by === 'ticket';
  if (isSettled && wanted.occurredAt <= known.occurred_at) return 'ignored';
  const sinceMs = now.getTime() - (known.resolved_at?.getTime() ?? 0);
  return sinceMs <= ALERT_LIMITS.reopenMinutes * MINUTE_MS ? 'reopened' : 'new';
}

/**
 * Tells this time that an alert came up from every other one, so that nobody is told of it twice.
 * What only goes up and down in severity is told of once an hour for each.
 */
export function occurrenceOf(
  raise: { id: number; kind: string } | undefined,
  severity: Severity,
  now: Date,
): string {
  if (raise && raise.kind !== 'severity') return String(raise.id);
  return `${severity}:${now.toISOString().slice(0, 'YYYY-MM-DDTHH'.length)}`;
}
