import type { ExaminedMail } from './examine-mail.ts';
import type { DropReason, StepName, StepRecord, SuspendReason } from './filing.ts';
import { decideThread, type ThreadFacts } from './match-thread.rules.ts';

export type Filing =
  | { to: 'append'; number: number }
  /** `follows`: the ticket that is over and that the mail answers. */
  | { to: 'newTicket'; follows: number | null }
  | { to: 'bounce' }
  | { to: 'suspended'; reason: SuspendReason; number: number | null }
  | { to: 'dropped'; reason: DropReason };

export interface FilingFacts {
  isDuplicate: boolean;
  /** The tickets that the mail names and that exist. */
  tickets: readonly (ThreadFacts & { isOver: boolean })[];
  /** Nobody whom the company knows, and such mail is to wait for a person. */
  isUnwantedStranger: boolean;
  /** A technician has looked at the mail and wants it filed. */
  isAccepted: boolean;
}

/**
 * Decides where a mail goes and says why, step by step. A technician's word overrules doubts
 * about the sender, but never files our own mail or a bounce as a ticket.
 */
export function decideFiling(
  examined: ExaminedMail,
  { isDuplicate, tickets, isAccepted, isUnwantedStranger }: FilingFacts,
): { filing: Filing; steps: StepRecord[] } {
  const { mail, sender, judgement, origin, reading } = examined;
  const steps: StepRecord[] = [];
  const note = (step: StepName, outcome: string, detail: string) => {
    steps.push({ step, outcome, detail });
  };
  const end = (filing: Filing) => ({ filing, steps });

  note('read', mail.problems[0] ?? 'readable', summaryOf(examined));
  note('authenticate', judgement.verdict, judgement.detail);
  note('origin', origin.origin, origin.sign);
  if (origin.origin === 'loop') return end({ to: 'dropped', reason: 'loop' });
  if (origin.origin === 'receipt') return end({ to: 'dropped', reason: 'readReceipt' });
  if (origin.origin === 'bounce') return end({ to: 'bounce' });
  if (origin.origin === 'autoReply' && !isAccepted)
    return end({ to: 'dropped', reason: 'autoReply' });

  if (isDuplicate && !isAccepted) {
    note('duplicate', 'duplicate', mail.messageId ?? '');
    return end({ to: 'dropped', reason: 'duplicate' });
  }
  note('duplicate', 'unique', mail.messageId ?? '');

  if (sender === null) return end({ to: 'suspended', reason: 'noSender', number: null });
  if (mail.problems.includes('unreadable') && !isAccepted) {
    return end({ to: 'suspended', reason: 'unreadable', number: null });
  }
  if (judgement.verdict === 'fail' && !isAccepted) {
    return end({ to: 'suspended', reason: 'failedAuthentication', number: null });
  }
  const thread = decideThread(reading, tickets, isAccepted);
  if (thread.outcome === 'append') {
    const detail = `#${thread.number} (${SIGNS[thread.sign]})`;
    if (tickets.some(({ number, isOver }) => number === thread.number && isOver)) {
      note('thread', 'ticketIsOver', detail);
      return end({ to: 'newTicket', follows: thread.number });
    }
    note('thread', 'append', detail);
    return end({ to: 'append', number: thread.number });
  }
  if (thread.outcome === 'suspend') {
    note(
      'thread',
      thread.reason,
      thread.number === null ? (reading.forged ?? '') : `#${thread.number}`,
    );
    return end({ to: 'suspended', reason: thread.reason, number: thread.number });
  }
  if (thread.named === null) note('thread', 'newTicket', '');
  else note('thread', 'othersTicket', `#${thread.named}`);
  if (isUnwantedStranger && !isAccepted) {
    note('sender', 'unknownSender', sender.address);
    return end({ to: 'suspended', reason: 'unknownSender', number: null });
  }
  return end({ to: 'newTicket', follows: null });
}

/** Where in the mail it stands: our signed reply address, our Message-ID, or a number in the subject. */
const SIGNS = {
  replyAddress: 'RCPT TO',
  messageId: 'In-Reply-To, References',
  subject: 'Subject',
};

const NAMED_FILES_MAX = 5;

function summaryOf({ mail, sender }: ExaminedMail): string {
  const files = mail.attachments.slice(0, NAMED_FILES_MAX).map(({ name }) => name);
  const parts = [mail.html && 'text/html', mail.text && 'text/plain', ...files].filter(Boolean);
  if (mail.attachments.length > files.length) parts.push('…');
  return [sender?.address, parts.join(', ')].filter(Boolean).join(': ');
}
