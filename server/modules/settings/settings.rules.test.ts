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
    unknownSenderFiling: 'ticket' as const,
    reopenResolvedWithinDays: null,
    reopenClosedWithinDays: null,
    closeResolvedAfterDays: null,
    nextTicketNumber: 1,
  };
  it('keeps what differs, with both values', () => {
    const wanted = { companyName: 'Acme', newContactMailEnabled: true, timeZone: undefined };
    expect(changesOf(before, wanted)).toEqual({
      changes: { newContactMailEnabled: true },
      old: { newContactMailEnabled: false },
    });
  });
});
