/** Incoming mail: taken by SMTP, stored raw, filed step by step. */
export { mailroomJobs } from './mailroom.jobs.ts';
export { mailroomRoutes } from './mailroom.routes.ts';
export { type MailListener, startMailListener } from './smtp-listener.ts';
