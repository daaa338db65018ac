import { expect, test } from 'vitest';
import { longestOpen, openUntil, type WindowTime } from './windows.rules.ts';

const once: WindowTime = {
  kind: 'once',
  startsAt: new Date('2026-03-01T10:00:00Z'),
  endsAt: new Date('2026-03-01T12:00:00Z'),
};
const weekly = (weekdays: number[], fromMinute: number, durationMinutes: number): WindowTime => ({
  kind: 'weekly',
  weekdays,
  fromMinute,
  durationMinutes,
});

test.each<[string, WindowTime, string, string, string | null]>([
  ['before it', once, '2026-03-01T09:59:59Z', 'UTC', null],
  ['at its beginning', once, '2026-03-01T10:00:00Z', 'UTC', '2026-03-01T12:00:00Z'],
  ['at its end', once, '2026-03-01T12:00:00Z', 'UTC', null],
  // 2026-03-04 is a Wednesday
  ['on its day', weekly([3], 120, 60), '2026-03-04T02:30:20Z', 'UTC', '2026-03-04T03:00:00Z'],
  ['on another day', weekly([3], 120, 60), '2026-03-05T02:30:00Z', 'UTC', null],
  [
    'by the company’s clock',
    weekly([3], 120, 60),
    '2026-03-04T01:30:00Z',
    'Europe/Berlin',
    '2026-03-04T02:00:00Z',
  ],
  ['past midnight', weekly([3], 1380, 120), '2026-03-05T00:30:00Z', 'UTC', '2026-03-05T01:00:00Z'],
  [
    'from Sunday into Monday',
    weekly([7], 1380, 120),
    '2026-03-02T00:59:00Z',
    'UTC',
    '2026-03-02T01:00:00Z',
  ],
  ['its last minute is over', weekly([7], 1380, 120), '2026-03-02T01:00:00Z', 'UTC', null],
  [
    'of several days the one that lasts',
    weekly([3, 4], 0, 1500),
    '2026-03-05T00:30:00Z',
    'UTC',
    '2026-03-06T01:00:00Z',
  ],
  ['a whole week', weekly([1], 0, 10_080), '2026-03-08T23:59:00Z', 'UTC', '2026-03-09T00:00:00Z'],
  // 2026-03-29 is a Sunday: in Berlin the clocks go from 02:00 to 03:00, which is 01:00 UTC.
  ...(
    [
      [
        'lasts as long as ever in the short night',
        60,
        '2026-03-29T00:30:00Z',
        '2026-03-29T02:00:00Z',
      ],
      ['also after the change', 60, '2026-03-29T01:59:00Z', '2026-03-29T02:00:00Z'],
      ['and not longer', 60, '2026-03-29T02:00:00Z', null],
      ['from an hour that is left out', 150, '2026-03-29T01:30:00Z', '2026-03-29T03:30:00Z'],
      ['not before it', 150, '2026-03-29T01:29:00Z', null],
      ['into Monday after it', 1380, '2026-03-29T22:30:00Z', '2026-03-29T23:00:00Z'],
      // 2026-10-25: from 03:00 to 02:00, which is 01:00 UTC.
      ['in the long night', 60, '2026-10-24T23:00:00Z', '2026-10-25T01:00:00Z'],
      [
        'in the hour that comes twice, the first time',
        120,
        '2026-10-25T00:10:00Z',
        '2026-10-25T02:00:00Z',
      ],
      [
        'in the hour that comes twice, the second time',
        120,
        '2026-10-25T01:10:00Z',
        '2026-10-25T02:00:00Z',
      ],
      ['once it is over then', 60, '2026-10-25T01:10:00Z', null],
    ] as const
  ).map(
    ([name, from, now, until]) =>
      [name, weekly([7], from, 120), now, 'Europe/Berlin', until] satisfies [
        string,
        WindowTime,
        string,
        string,
        string | null,
      ],
  ),
  [
    'over midnight into the short night',
    weekly([6], 1380, 300),
    '2026-03-29T02:30:00Z',
    'Europe/Berlin',
    '2026-03-29T03:00:00Z',
  ],
  [
    'half an hour off',
    weekly([3], 0, 60),
    '2026-03-03T18:45:00Z',
    'Asia/Kolkata',
    '2026-03-03T19:30:00Z',
  ],
])('%s', (_name, time, now, timeZone, until) => {
  expect(openUntil(time, new Date(now), timeZone)).toEqual(until && new Date(until));
});

test('of several windows the longest counts', () => {
  const now = new Date('2026-03-04T02:30:00Z');
  const windows = [
    { name: 'short', time: weekly([3], 120, 60) },
    { name: 'long', time: weekly([3], 120, 600) },
    { name: 'closed', time: once },
  ];
  expect(longestOpen(windows, now, 'UTC')?.window.name).toBe('long');
  expect(longestOpen(windows.slice(2), now, 'UTC')).toBeNull();
});
