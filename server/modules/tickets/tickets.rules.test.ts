import { describe, expect, it } from 'vitest';
import {
  customerWithContact,
  isPublicField,
  timesOfStatus,
  waitingSince,
} from './tickets.rules.ts';

const now = new Date('2026-03-01T12:00:00Z');
const earlier = new Date('2026-02-01T12:00:00Z');

describe('timesOfStatus', () => {
  it.each([
    ['open', 'resolved', null, now, null],
    ['open', 'closed', null, now, now],
    ['resolved', 'closed', earlier, earlier, now],
    ['closed', 'resolved', earlier, earlier, null],
    ['resolved', 'open', earlier, null, null],
    ['closed', 'pending', earlier, null, null],
    ['open', 'pending', null, null, null],
  ] as const)('%s to %s', (from, to, resolvedBefore, resolvedAt, closedAt) => {
    const before = { status: from, resolvedAt: resolvedBefore, closedAt: null };
    expect(timesOfStatus(before, to, now)).toEqual({ status: to, resolvedAt, closedAt });
  });

  it('leaves everything as it is when the status stays', () => {
    const before = { status: 'closed', resolvedAt: earlier, closedAt: earlier } as const;
    expect(timesOfStatus(before, 'closed', now)).toEqual(before);
  });
});

describe('waitingSince', () => {
  it.each([
    ['a contact writes', 'open', null, 'open', 'contact', now],
    ['a contact writes again', 'open', earlier, 'open', 'contact', earlier],
    ['we answer', 'open', earlier, 'open', 'technician', null],
    ['we answer and wait', 'open', earlier, 'pending', 'technician', null],
    ['put aside', 'open', earlier, 'pending', undefined, null],
    ['solved', 'open', earlier, 'resolved', undefined, null],
    ['opened again', 'resolved', null, 'open', undefined, now],
    ['a note', 'open', earlier, 'open', undefined, earlier],
    ['a note after our answer', 'open', null, 'open', undefined, null],
  ] as const)('%s', (_, from, since, status, writer, expected) => {
    const before = { status: from, waitingSince: since };
    expect(waitingSince(before, { status, ...(writer && { writer }) }, now)).toEqual(expected);
  });
});

describe('customerWithContact', () => {
  const ofSeven = { customerId: 7 };
  const stranger = { customerId: null };
  it.each([
    ['the contact’s when none is named', ofSeven, undefined, { customerId: 7 }],
    ['none for a stranger', stranger, undefined, { customerId: null }],
    ['none without a contact', null, undefined, { customerId: null }],
    ['any without a contact', null, 8, { customerId: 8 }],
    ['any for a stranger', stranger, 8, { customerId: 8 }],
    ['the contact’s own', ofSeven, 7, { customerId: 7 }],
    ['no other one', ofSeven, 8, null],
    ['and not nobody’s', ofSeven, null, null],
  ])('%s', (_, contact, wanted, settled) => {
    expect(customerWithContact(contact, wanted)).toEqual(settled);
  });
});

it('keeps from contacts what they are not shown', () => {
  expect(['status', 'subject', 'assignee'].every(isPublicField)).toBe(true);
  expect(['impact', 'type', 'participantRemoved', 'mailFailed'].some(isPublicField)).toBe(false);
});
