import type { ExaminedMail } from './examine-mail.ts';
import type { DropReason, StepName, StepRecord, SuspendReason } from './filing.ts';
import { decideThread, type ThreadFacts } from './match-thread.rules.ts';

export type Filing =
  | { to: 'append'; number: number }
  | { to: 'newTicket' }
  | { to: 'bounce' }
  | { to: 'suspended'; reason: SuspendReason; number: number | null }
  | { to: 'dropped'; reason: DropReason };

export interface FilingFacts {
  isDuplicate: boolean;
  /** The tickets that the mail names and that exist. */
  tickets: readonly ThreadFacts[];
  /** A technician has looked at the mail and wants it filed. */
  isAccepted: boolean;
}

/**
 * Decides where a mail goes and says why, step by step. A technician's word overrules doubts
 * about the sender, but never files our own mail or a bounce as a ticket.
 */
export function decideFiling(
  examined: ExaminedMail,
  { isDuplicate, tickets, isAccepted }: FilingFacts,
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
    note(
      'duplicate',
      'duplicate',
      `${mail.messageId}, sender and content are those of an earlier mail`,
    );
    return end({ to: 'dropped', reason: 'duplicate' });
  }
  note('duplicate', 'unique', mail.messageId ?? 'no Message-ID');

  if (sender === null) return end({ to: 'suspended', reason: 'noSender', number: null });
  if (mail.problems.includes('unreadable') && !isAccepted) {
    return end({ to: 'suspended', reason: 'unreadable', number: null });
  }
  if (judgement.verdict === 'fail' && !isAccepted) {
    return end({ to: 'suspended', reason: 'failedAuthentication', number: null });
  }
  const thread = decideThread(reading, tickets, isAccepted);
  if (thread.outcome === 'append') {
    note('thread', 'append', `#${thread.number} by ${SIGNS[thread.sign]}`);
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
  note('thread', 'newTicket', thread.detail);
  return end({ to: 'newTicket' });
}

const SIGNS = {
  replyAddress: 'its signed reply address',
  messageId: 'the Message-ID of a mail of ours',
  subject: 'the number in the subject',
};

function summaryOf({ mail, sender }: ExaminedMail): string {
  const files = mail.attachments.length;
  const parts = [mail.html && 'HTML', mail.text && 'text', files > 0 && `${files} files`].filter(
    Boolean,
  );
  return `from ${sender?.address ?? 'nobody'}: ${parts.join(', ') || 'empty'}`;
}
