import { describe, expect, it } from 'vitest';
import { changesOf, isTimeZone } from './settings.rules.ts';

describe('isTimeZone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])('takes %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });
  it.each(['', 'Berlin', '+02:00', 'Europe/Atlantis', '../etc/passwd'])('refuses %j', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('changesOf', () => {
  const before = {
    companyName: 'Acme',
    language: 'en' as const,
    timeZone: 'UTC',
    newContactMailEnabled: false,
    newContactMailTemplate: 'SendUsernameAndPassword' as const,
    confirmationMailEnabled: true,
    automaticContactsEnabled: true,
  };
  it('keeps what differs, with both values', () => {
    const wanted = { companyName: 'Acme', newContactMailEnabled: true, timeZone: undefined };
    expect(changesOf(before, wanted)).toEqual({
      changes: { newContactMailEnabled: true },
      old: { newContactMailEnabled: false },
    });
  });
});
