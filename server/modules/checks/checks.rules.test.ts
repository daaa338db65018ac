import { describe, expect, test } from 'vitest';
import {
  deviceStateOf,
  nextRun,
  nextStreak,
  readHost,
  readUrl,
  type Streak,
  targetOf,
} from './checks.rules.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const BEFORE = new Date('2026-03-01T11:00:00Z');
const waiting: Streak = { state: 'waiting', state_since: BEFORE, failures: 0, failing_since: null };

describe('a check counts as failing', () => {
  const twice = (streak: Streak) => ({ ...streak, failures_until_alert: 2 });

  test('once it has failed so often in a row', () => {
    const once = nextStreak(twice({ ...waiting, state: 'passing' }), 'timeout', BEFORE);
    expect(once).toMatchObject({ state: 'passing', failures: 1, failing_since: BEFORE });
    const again = nextStreak(twice(once), 'refused', NOW);
    expect(again).toEqual({
      state: 'failing',
      state_since: NOW,
      failures: 2,
      failing_since: BEFORE,
    });
    const fine = nextStreak(twice(again), 'fine', NOW);
    expect(fine).toMatchObject({ state: 'passing', failures: 0, failing_since: null });
  });

  test('and is looked at again soon while that is in doubt', () => {
    const check = { every_minutes: 30, failures_until_alert: 2 };
    const minutes = (streak: Streak) =>
      Math.ceil((nextRun(check, streak, NOW).getTime() - NOW.getTime()) / 60_000);
    expect(minutes({ ...waiting, state: 'passing', failures: 1 })).toBe(1);
    expect(minutes({ ...waiting, state: 'failing', failures: 2 })).toBe(30);
    expect(minutes({ ...waiting, state: 'passing' })).toBe(30);
  });
});

describe('a device without an agent', () => {
  const seen = (outcome: string | null, state = 'failing') => ({ outcome, state });
  test.each([
    ['waits without checks', [], 'waiting'],
    ['says nothing before the first run', [seen(null, 'waiting')], null],
    ['is on when one check is fine', [seen('fine', 'passing'), seen('timeout')], 'online'],
    ['is on when it answers wrongly', [seen('unexpectedStatus')], 'online'],
    ['is off when nothing answers', [seen('timeout'), seen('refused')], 'offline'],
    ['is in doubt after the first failure', [seen('timeout', 'passing')], null],
  ])('%s', (_what, checks, state) => expect(deviceStateOf(checks, BEFORE, NOW)).toBe(state));

  test('is stale after a week', () => {
    const long = new Date('2026-02-20T00:00:00Z');
    expect(deviceStateOf([seen('timeout')], long, NOW)).toBe('stale');
  });
});

describe('what people type', () => {
  test.each([
    ['shop.example.com', 'https://shop.example.com/', 'shop.example.com'],
    [
      ' HTTP://Shop.Example.com:8080/a?b#c ',
      'http://shop.example.com:8080/a?b',
      'shop.example.com',
    ],
    ['http://0x7f.1/', 'http://127.0.0.1/', '127.0.0.1'],
    ['http://2130706433', 'http://127.0.0.1/', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', '::ffff:7f00:1'],
    ['https://müller.example/', 'https://xn--mller-kva.example/', 'xn--mller-kva.example'],
  ])('%s', (typed, url, host) => expect(readUrl(typed)).toEqual({ url, host }));

  test.each([
    '',
    'ftp://a.example',
    'file:///etc/passwd',
    'https://u:p@a.example',
    'http://',
    'a b',
    'javascript:alert(1)',
  ])('%s is no page', (typed) => expect(readUrl(typed)).toBeNull());

  test.each([
    ['Mail.Example.com', 'mail.example.com'],
    ['127.1', '127.0.0.1'],
    ['[::1]', '::1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['mail.example.com:25', null],
    ['a/b', null],
    ['u@a.example', null],
    ['', null],
  ])('host %s', (typed, host) => expect(readHost(typed)).toBe(host));

  test('an alert says which', () => {
    expect(targetOf({ url: 'https://a.example:8443/x', host: null, port: null })).toBe(
      'a.example:8443',
    );
    expect(targetOf({ url: null, host: '::1', port: 25 })).toBe('[::1]:25');
  });
});
