/** Where a message ends: every one of them in exactly one of these. */
export type InboundState =
  | 'received'
  | 'newTicket'
  | 'appended'
  | 'bounce'
  | 'suspended'
  | 'dropped';

export type SuspendReason =
  | 'unreadable'
  | 'noSender'
  | 'failedAuthentication'
  | 'senderNotOnTicket'
  | 'forgedReference'
  | 'answersNotice'
  | 'unknownSender'
  | 'processingFailed';

export type DropReason = 'duplicate' | 'loop' | 'autoReply' | 'readReceipt' | 'unknownBounce';

export interface Disposition {
  state: InboundState;
  reason: SuspendReason | DropReason | null;
  ticketId: number | null;
}

/** The steps in the order in which they are taken. */
export const STEPS = [
  'read',
  'authenticate',
  'origin',
  'duplicate',
  'thread',
  'sender',
  'quote',
  'file',
] as const;
export type StepName = (typeof STEPS)[number];

/** What one step decided and why: the answer to "why did this mail go here?". */
export interface StepRecord {
  step: StepName;
  /** A stable word, translated where it is shown. */
  outcome: string;
  /** The fact behind it, as found in the mail: a field, an address, a number; no sentence, for it is not translated. */
  detail: string;
}
