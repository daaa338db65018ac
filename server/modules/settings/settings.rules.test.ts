import { describe, expect, it } from 'vitest';
import { changesOf } from './settings.rules.ts';

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
