import { expect, test } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

test.each([
  // Late on Thursday in UTC it is Friday in Zurich.
  ['2026-11-26T23:30:00Z', '2026-11-28T07:00:00Z', '2026-11-30T07:00:00Z'],
  // On a Monday the next one is meant.
  ['2026-11-30T10:00:00Z', '2026-12-01T07:00:00Z', '2026-12-07T07:00:00Z'],
  // The night to Sunday is an hour longer, and eight in the morning is later by UTC.
  ['2026-10-24T12:00:00Z', '2026-10-25T07:00:00Z', '2026-10-26T07:00:00Z'],
])('mornings after %s are those of Zurich', (now, tomorrow, monday) => {
  const times = snoozeTimes(new Date(now), 'Europe/Zurich');
  expect(times.tomorrow).toEqual(new Date(tomorrow));
  expect(times.monday).toEqual(new Date(monday));
});
