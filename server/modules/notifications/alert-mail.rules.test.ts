import { expect, test } from 'vitest';
import { inMs, MINUTE_MS } from '#platform/clock.ts';
import type { Severity } from '#shared/alerts.ts';
import { type AlertMailed, mailableFrom } from './alert-mail.rules.ts';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (count: number) => inMs(count * MINUTE_MS, now);
const ago = (count: number, severity: Severity): AlertMailed => ({ at: minutes(-count), severity });

test.each<[string, Severity, AlertMailed[], Date | null]>([
  ['the first time', 'warning', [], null],
  ['again within the hour', 'warning', [ago(10, 'warning')], minutes(50)],
  ['again, but worse', 'critical', [ago(10, 'warning')], null],
  ['better than what was said', 'information', [ago(10, 'warning')], minutes(50)],
  ['worse again', 'critical', [ago(20, 'warning'), ago(10, 'critical')], minutes(50)],
  ['an hour after the last one', 'warning', [ago(60, 'critical')], null],
  ['a minute before that', 'warning', [ago(59, 'warning')], minutes(1)],
  ['worse than within the hour', 'warning', [ago(70, 'critical'), ago(5, 'information')], null],
])('%s', (_name, severity, mailed, from) => {
  expect(mailableFrom(severity, mailed, now)).toEqual(from);
});

test('one that goes up and down every minute for a day is mailed some 26 times, not 720', () => {
  const mailed: AlertMailed[] = [];
  for (let minute = 0; minute < 24 * 60; minute++) {
    const severity = minute % 2 === 0 ? 'warning' : 'critical';
    const at = minutes(minute);
    if (mailableFrom(severity, mailed, at) === null) mailed.push({ at, severity });
  }
  expect(mailed.length).toBeGreaterThan(20);
  expect(mailed.length).toBeLessThanOrEqual(50);
});
