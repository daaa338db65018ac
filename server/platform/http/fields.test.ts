import { expect, test } from 'vitest';
import { TimeZone } from './fields.ts';

test.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])(
  '%s is a time zone',
  (name) => {
    expect(TimeZone.safeParse(name).success).toBe(true);
  },
);

test.each(['', 'Berlin', '+02:00', 'Europe/Atlantis', '../etc/passwd'])('%j is none', (name) => {
  expect(TimeZone.safeParse(name).success).toBe(false);
});
