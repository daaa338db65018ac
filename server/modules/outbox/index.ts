export { type OutgoingMail, queueMail } from './queue-mail.ts';
export { outboxJobs } from './outbox.jobs.ts';
