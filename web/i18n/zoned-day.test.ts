import { expect, test } from 'vitest';
import { clockTime, momentAt, startOfDay } from './zoned-day.ts';

test.each([
  ['2026-01-15', 'UTC', 0, '2026-01-15T00:00:00.000Z'],
  ['2026-01-15', 'Europe/Berlin', 0, '2026-01-14T23:00:00.000Z'],
  ['2026-07-15', 'Europe/Berlin', 0, '2026-07-14T22:00:00.000Z'],
  ['2026-07-15', 'Europe/Berlin', 1, '2026-07-15T22:00:00.000Z'],
  // The clocks change within the day.
  ['2026-03-29', 'Europe/Berlin', 0, '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', 1, '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', 1, '2026-10-25T23:00:00.000Z'],
  ['2026-01-15', 'America/New_York', 0, '2026-01-15T05:00:00.000Z'],
  ['2026-01-15', 'Asia/Kathmandu', 0, '2026-01-14T18:15:00.000Z'],
])('%s in %s, %i days later', (day, timeZone, daysLater, moment) => {
  expect(startOfDay(day, timeZone, daysLater)?.toISOString()).toBe(moment);
});

test.each(['', 'yesterday', '2026-1-1', '2026-13-40'])('%j is no day', (day) => {
  expect(startOfDay(day, 'UTC')).toBeNull();
});

test.each([
  ['2026-07-15T08:00', 'Europe/Berlin', '2026-07-15T06:00:00.000Z'],
  // After the change of clocks within the day.
  ['2026-03-29T08:00', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
  ['2026-01-15T23:30', 'America/New_York', '2026-01-16T04:30:00.000Z'],
])('%s by the clock in %s and back', (local, timeZone, moment) => {
  const at = momentAt(local, timeZone);
  expect(at?.toISOString()).toBe(moment);
  expect(at && clockTime(at, timeZone)).toBe(local);
});

test.each(['', '2026-07-15', '2026-13-01T08:00'])('%j is no clock time', (local) => {
  expect(momentAt(local, 'UTC')).toBeNull();
});
