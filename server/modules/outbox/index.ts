export { outboxJobs } from './outbox.jobs.ts';
export { type OutgoingMail, queueMail } from './queue-mail.ts';
