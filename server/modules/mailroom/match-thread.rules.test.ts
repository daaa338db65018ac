import { describe, expect, it } from 'vitest';
import { createThreadTokens } from '#modules/outbox/index.ts';
import { createSecrets } from '#platform/crypto/secrets.ts';
import { decideThread, readThread } from './match-thread.rules.ts';

const tokens = createThreadTokens(createSecrets('k'.repeat(40)));
const others = createThreadTokens(createSecrets('o'.repeat(40)));

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
      { candidates: [], forged, answersNotice: false },
    );
  });
  const read = (sign: 'replyAddress' | 'messageId' | 'subject') => ({
    candidates: [{ number: 1, sign }],
    forged: null,
    answersNotice: false,
  });
  const takesPart = [{ number: 1, takesPart: true, isFromTechnician: false }];
  const stranger = [{ number: 1, takesPart: false, isFromTechnician: false }];
  const technician = [{ number: 1, takesPart: false, isFromTechnician: true }];
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
    expect(decideThread({ ...read('subject'), candidates: [], forged: '<x>' }, [])).toMatchObject({
      outcome: 'suspend',
      reason: 'forgedReference',
    });
    expect(decideThread({ ...read('subject'), forged: '<x>' }, takesPart)).toMatchObject({
      outcome: 'append',
    });
  });
  it('knows an answer to a notice, and whose it is not', () => {
    const notice = tokens.noticeId(7, 'd.test');
    const answer = (id: string) => ({ inReplyTo: [], references: [id], subject: '' });
    const answers = (id: string, tenantId = 7) =>
      readThread(answer(id), [], tenantId, tokens).answersNotice;
    expect(answers(notice)).toBe(true);
    expect(answers(notice.toUpperCase())).toBe(true);
    expect(answers(notice, 8)).toBe(false);
    expect(answers(others.noticeId(7, 'd.test'))).toBe(false);
    expect(answers(id(2))).toBe(false);
    expect(readThread(answer(notice), [], 7, tokens)).toMatchObject({
      candidates: [],
      forged: null,
    });
  });
  it('suspends an answer to a notice, whoever writes it, until a person lets it in', () => {
    const reading = { ...read('subject'), answersNotice: true };
    const suspended = { outcome: 'suspend', reason: 'answersNotice' };
    expect(decideThread(reading, takesPart)).toEqual({ ...suspended, number: 1 });
    expect(decideThread(reading, [])).toEqual({ ...suspended, number: null });
    expect(decideThread(reading, takesPart, true)).toMatchObject({ outcome: 'append' });
  });
  it("suspends a technician's mail about a ticket of others, even when only the subject says so", () => {
    expect(decideThread(read('subject'), technician)).toEqual({
      outcome: 'suspend',
      reason: 'answersNotice',
      number: 1,
    });
    const also = [{ number: 1, takesPart: true, isFromTechnician: true }];
    expect(decideThread(read('subject'), also)).toMatchObject({ outcome: 'append' });
  });
  it('opens a new ticket when the named one does not exist', () => {
    expect(decideThread(read('replyAddress'), [])).toMatchObject({ outcome: 'newTicket' });
  });
});
