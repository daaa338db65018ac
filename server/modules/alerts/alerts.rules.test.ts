import { describe, expect, test } from 'vitest';
import { decideRaise, type KnownAlert, mayMail } from './alerts.rules.ts';

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

test('one mail an hour', () => {
  expect(mayMail(null, now)).toBe(true);
  expect(mayMail(ago(59), now)).toBe(false);
  expect(mayMail(ago(60), now)).toBe(true);
});
