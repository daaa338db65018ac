import { describe, expect, it } from 'vitest';
import { createSecrets } from '#platform/crypto/secrets.ts';
import { decideThread, readThread } from './match-thread.rules.ts';
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

describe('matching', () => {
  const reply = tokens.replyAddress({ tenantId: 7, number: 1 }, 'acme', 'd.test');
  const id = (number: number) => tokens.messageId({ tenantId: 7, number }, 'd.test');
  const mail = { inReplyTo: [id(2)], references: [id(4), id(3)], subject: 'Re: [#5]' };
  it('believes reply address, then In-Reply-To, then References, then subject', () => {
    const { candidates } = readThread(mail, ['acme@d.test', reply], 7, tokens);
    expect(candidates.map(({ number, sign }) => `${number} ${sign}`)).toEqual([
      '1 replyAddress',
      '2 messageId',
      '3 messageId',
      '4 messageId',
      '5 subject',
    ]);
  });
  it('notices forgeries', () => {
    const forged = others.messageId({ tenantId: 7, number: 2 }, 'd.test');
    expect(readThread({ inReplyTo: [forged], references: [], subject: '' }, [], 7, tokens)).toEqual(
      { candidates: [], forged },
    );
  });
  const read = (sign: 'replyAddress' | 'messageId' | 'subject') => ({
    candidates: [{ number: 1, sign }],
    forged: null,
  });
  const takesPart = [{ number: 1, takesPart: true }];
  const stranger = [{ number: 1, takesPart: false }];
  it.each(['replyAddress', 'messageId', 'subject'] as const)(
    'appends by %s for who takes part',
    (sign) => {
      expect(decideThread(read(sign), takesPart)).toEqual({ outcome: 'append', number: 1, sign });
    },
  );
  it.each(['replyAddress', 'messageId'] as const)('suspends a stranger with %s', (sign) => {
    expect(decideThread(read(sign), stranger)).toEqual({
      outcome: 'suspend',
      reason: 'senderNotOnTicket',
      number: 1,
    });
    expect(decideThread(read(sign), stranger, true)).toMatchObject({ outcome: 'append' });
  });
  it("opens a new ticket for a stranger's subject", () => {
    expect(decideThread(read('subject'), stranger)).toMatchObject({ outcome: 'newTicket' });
  });
  it('suspends a forged reference, unless a better sign is honest', () => {
    expect(decideThread({ candidates: [], forged: '<x>' }, [])).toMatchObject({
      outcome: 'suspend',
      reason: 'forgedReference',
    });
    expect(decideThread({ ...read('subject'), forged: '<x>' }, takesPart)).toMatchObject({
      outcome: 'append',
    });
  });
  it('opens a new ticket when the named one does not exist', () => {
    expect(decideThread(read('replyAddress'), [])).toMatchObject({ outcome: 'newTicket' });
  });
});
