import { describe, expect, test } from 'vitest';
import { decideRaise, type KnownAlert, occurrenceOf } from './alerts.rules.ts';

const now = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const known = (changes: Partial<KnownAlert> = {}): KnownAlert => ({
  state: 'open',
  severity: 'warning',
  occurred_at: ago(120),
  resolved_at: null,
  resolved_by: null,
  resolves_at: null,
  ...changes,
});
const resolved = (by: string, minutes: number) =>
  known({ state: 'resolved', resolved_at: ago(minutes), resolved_by: by });

describe('an alert that is raised', () => {
  test.each<[string, KnownAlert | null, Date, string]>([
    ['for the first time', null, now, 'new'],
    ['again', known(), now, 'same'],
    ['while it is acknowledged', known({ state: 'acknowledged' }), now, 'same'],
    ['while it sleeps', known({ state: 'snoozed' }), now, 'same'],
    ['worse than before', known({ severity: 'critical' }), now, 'severity'],
    ['while it calms down', known({ resolves_at: now }), now, 'back'],
    ['within the hour', resolved('source', 60), now, 'reopened'],
    ['after the hour', resolved('source', 61), now, 'new'],
    [
      'the same occurrence, after its source had ended it',
      resolved('source', 5),
      ago(120),
      'reopened',
    ],
    ['the same occurrence, after somebody resolved it', resolved('person', 5), ago(120), 'ignored'],
    [
      'the same occurrence, after its ticket was closed',
      resolved('ticket', 500),
      ago(120),
      'ignored',
    ],
    ['another occurrence, after somebody resolved it', resolved('person', 5), ago(3), 'reopened'],
  ])('%s', (_name, before, occurredAt, expected) => {
    expect(decideRaise(before, { severity: 'warning', occurredAt }, now)).toBe(expected);
  });
});

test('each time that it comes up is another, but not each change of severity', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
  expect(occurrenceOf({ id: 7, kind: 'raised' }, 'critical', at(0))).toBe('7');
  expect(occurrenceOf({ id: 8, kind: 'woken' }, 'critical', at(1))).toBe('8');
  const up = (id: number, minute: number) =>
    occurrenceOf({ id, kind: 'severity' }, 'critical', at(minute));
  expect(up(9, 2)).toBe(up(11, 59));
  expect(up(9, 2)).not.toBe(up(11, 60));
});
