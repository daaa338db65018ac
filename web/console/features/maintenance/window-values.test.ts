import { expect, test } from 'vitest';
import { clockOf, toBody, valuesOf } from './window-values.ts';

const NOW = new Date('2026-11-27T09:00:00Z');
const ZONE = 'Europe/Zurich';

test('a new one is two hours from now, for the whole company', () => {
  const body = toBody({ ...valuesOf(null, NOW, ZONE), name: 'Updates' }, ZONE);
  expect(body).toEqual({
    name: 'Updates',
    customerId: null,
    deviceId: null,
    time: {
      kind: 'once',
      startsAt: '2026-11-27T09:00:00.000Z',
      endsAt: '2026-11-27T11:00:00.000Z',
    },
  });
});

test('what is shown of a weekly one of a device is what is saved', () => {
  const time = { kind: 'weekly' as const, weekdays: [1, 7], fromMinute: 125, durationMinutes: 90 };
  const window = {
    id: 1,
    name: 'Backup',
    customer: { id: 3, name: 'ACME' },
    device: { id: 5, name: 'fs1' },
    time,
    openUntil: null,
    createdAt: NOW.toISOString(),
  };
  expect(toBody(valuesOf(window, NOW, ZONE), ZONE)).toEqual({
    name: 'Backup',
    customerId: null,
    deviceId: 5,
    time,
  });
});

test.each([
  [0, '00:00'],
  [125, '02:05'],
  [1439, '23:59'],
])('minute %i of the day is %s', (minute, clock) => expect(clockOf(minute)).toBe(clock));
