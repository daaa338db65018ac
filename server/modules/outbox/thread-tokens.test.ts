import { describe, expect, it } from 'vitest';
import { createSecrets } from '#platform/crypto/secrets.ts';
import {
  createThreadTokens,
  mailboxOfReplyAddress,
  ticketNumberInSubject,
} from './thread-tokens.ts';

const tokens = createThreadTokens(createSecrets('k'.repeat(40)));
const others = createThreadTokens(createSecrets('o'.repeat(40)));
const ticket = { tenantId: 7, number: 42 };

describe('reply address', () => {
  const address = tokens.replyAddress(ticket, 'acme', 'desk.test');
  it('names the ticket to those who know the key, in any case', () => {
    expect(address).toMatch(/^acme\+t42\.[a-z2-7]{13}@desk\.test$/);
    expect(tokens.readReplyAddress(address, 7)).toBe(42);
    expect(tokens.readReplyAddress(address.toUpperCase(), 7)).toBe(42);
    expect(mailboxOfReplyAddress(address)).toBe('acme@desk.test');
  });
  it.each([
    ['another tenant', address, 8],
    ['another number', address.replace('t42', 't43'), 7],
    [
      'a changed signature',
      address.replace(/\.(.)/, (_, letter) => `.${letter === 'a' ? 'b' : 'a'}`),
      7,
    ],
    ['a short signature', address.replace(/.@/, '@'), 7],
    ['another key', others.replyAddress(ticket, 'acme', 'desk.test'), 7],
    ['no token', 'acme@desk.test', 7],
    ['a plus tag', 'acme+sales@desk.test', 7],
  ])('refuses %s', (_, forged, tenantId) => {
    expect(tokens.readReplyAddress(forged, tenantId)).toBeNull();
  });
  it('is stable, so that an answer to an old mail still arrives', () => {
    expect(tokens.replyAddress(ticket, 'acme', 'desk.test')).toBe(address);
  });
});

describe('Message-ID', () => {
  const id = tokens.messageId(ticket, 'acme.test');
  it('is ours, and another one each time', () => {
    expect(tokens.readMessageId(id, 7)).toEqual({ kind: 'ours', number: 42 });
    expect(tokens.readMessageId(id.toUpperCase(), 7)).toEqual({ kind: 'ours', number: 42 });
    expect(tokens.messageId(ticket, 'acme.test')).not.toBe(id);
  });
  it.each([
    ['forged', id.replace('t42', 't41')],
    ['forged', id.replace(/\.(.)/, (_, letter) => `.${letter === 'a' ? 'b' : 'a'}`)],
    ['forged', others.messageId(ticket, 'acme.test')],
    ['foreign', '<CAF+abc@mail.gmail.com>'],
    ['foreign', '<t42@acme.test>'],
    ['foreign', ''],
  ])('%s: %s', (kind, messageId) => {
    expect(tokens.readMessageId(messageId, 7).kind).toBe(kind);
  });
  it("is forged for another tenant's eyes", () => {
    expect(tokens.readMessageId(id, 8).kind).toBe('forged');
  });
});

it.each([
  ['Re: [#12] Printer', 12],
  ['[#12][#13]', 12],
  ['#12', null],
  ['[#]', null],
  ['[#1234567890123456]', null],
])('subject %j names %s', (subject, number) => {
  expect(ticketNumberInSubject(subject)).toBe(number);
});
