import { type ThreadTokens, ticketNumberInSubject } from '#modules/outbox/index.ts';
import type { InboundMail } from './inbound-mail.ts';

export type ThreadSign = 'replyAddress' | 'messageId' | 'subject';

export interface ThreadCandidate {
  number: number;
  sign: ThreadSign;
}

export interface ThreadReading {
  /** The best sign first. */
  candidates: ThreadCandidate[];
  /** A reply address or Message-ID that pretends to be ours. */
  forged: string | null;
  /** Answers what we told a technician, not what we wrote to a contact. */
  answersNotice: boolean;
}

/**
 * Which tickets a mail names: our signed reply address, then our Message-IDs (the newest first:
 * In-Reply-To, then References backwards), then the token in the subject.
 * @param recipients envelope recipients; To and Cc could name anybody
 */
export function readThread(
  mail: Pick<InboundMail, 'inReplyTo' | 'references' | 'subject'>,
  recipients: readonly string[],
  tenantId: number,
  tokens: ThreadTokens,
): ThreadReading {
  const candidates: ThreadCandidate[] = [];
  let forged: string | null = null;
  for (const recipient of recipients) {
    const number = tokens.readReplyAddress(recipient, tenantId);
    if (number !== null) candidates.push({ number, sign: 'replyAddress' });
  }
  for (const id of [...mail.inReplyTo].reverse().concat([...mail.references].reverse())) {
    const read = tokens.readMessageId(id, tenantId);
    if (read.kind === 'ours') candidates.push({ number: read.number, sign: 'messageId' });
    if (read.kind === 'forged') forged ??= id;
  }
  const inSubject = ticketNumberInSubject(mail.subject);
  if (inSubject !== null) candidates.push({ number: inSubject, sign: 'subject' });
  const unique = candidates.filter(
    (candidate, index) =>
      candidates.findIndex(({ number }) => number === candidate.number) === index,
  );
  const answersNotice = [...mail.inReplyTo, ...mail.references].some((id) =>
    tokens.isNoticeId(id, tenantId),
  );
  return { candidates: unique, forged, answersNotice };
}

export interface ThreadFacts {
  number: number;
  /** The sender is the ticket's contact, a main contact of its customer, or was written to. */
  takesPart: boolean;
  /** The sender's address is a technician's. */
  isFromTechnician: boolean;
}

export type ThreadDoubt = 'senderNotOnTicket' | 'forgedReference' | 'answersNotice';

export type ThreadDecision =
  | { outcome: 'append'; number: number; sign: ThreadSign }
  /** `named` is somebody else's ticket, which does not count. */
  | { outcome: 'newTicket'; named: number | null }
  | { outcome: 'suspend'; reason: ThreadDoubt; number: number | null };

/**
 * Binds the thread to its sender. Whoever holds one of our signed names without taking part (a
 * forwarded mail, a stolen one) waits for a technician; a mere number in the subject means
 * nothing from a stranger and opens a new ticket. What a technician writes by mail on a ticket of
 * others would stand there as a contact's word, or be a ticket of its own: it waits, too.
 * @param isSenderAccepted a technician has looked at the mail and lets its sender in
 */
export function decideThread(
  reading: ThreadReading,
  tickets: readonly ThreadFacts[],
  isSenderAccepted = false,
): ThreadDecision {
  const factsOf = new Map(tickets.map((facts) => [facts.number, facts]));
  const suspend = (reason: ThreadDoubt, number: number | null): ThreadDecision => ({
    outcome: 'suspend',
    reason,
    number,
  });
  if (reading.answersNotice && !isSenderAccepted) {
    const known = reading.candidates.find(({ number }) => factsOf.has(number));
    return suspend('answersNotice', known?.number ?? null);
  }
  for (const { number, sign } of reading.candidates) {
    const facts = factsOf.get(number);
    if (!facts) continue;
    if (facts.takesPart) return { outcome: 'append', number, sign };
    if (sign !== 'subject') {
      return isSenderAccepted
        ? { outcome: 'append', number, sign }
        : suspend('senderNotOnTicket', number);
    }
    if (facts.isFromTechnician && !isSenderAccepted) return suspend('answersNotice', number);
  }
  if (reading.forged && !isSenderAccepted) {
    return suspend('forgedReference', null);
  }
  return { outcome: 'newTicket', named: reading.candidates[0]?.number ?? null };
}
