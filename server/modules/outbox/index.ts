/** Outgoing mail: written in the transaction that causes it, sent by a job, kept as a log. */
export { dkimRecord } from './dkim-keys.ts';
export { type BouncedMail, noteBounce } from './note-bounce.ts';
export { outboxJobs } from './outbox.jobs.ts';
export { type Delivery, deliveriesOfMessages } from './outbox.queries.ts';
export { outboxRoutes } from './outbox.routes.ts';
export { type OutgoingMail, queueMail } from './queue-mail.ts';
export {
  createThreadTokens,
  loopMark,
  mailboxOfReplyAddress,
  subjectToken,
  type ThreadTokens,
  ticketNumberInSubject,
} from './thread-tokens.ts';
