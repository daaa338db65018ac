import { alertsJobs, alertsScheduledJobs } from '#modules/alerts/index.ts';
import { assignmentsJobs } from '#modules/assignments/index.ts';
import { checksJobs, checksScheduledJobs } from '#modules/checks/index.ts';
import { contactsScheduledJobs } from '#modules/contacts/index.ts';
import { conversationsJobs, conversationsScheduledJobs } from '#modules/conversations/index.ts';
import { devicesScheduledJobs } from '#modules/devices/index.ts';
import { domainProofsScheduledJobs } from '#modules/domain-proofs/index.ts';
import { importsJobs, importsScheduledJobs } from '#modules/imports/index.ts';
import { knowledgeScheduledJobs } from '#modules/knowledge/index.ts';
import { mailroomJobs } from '#modules/mailroom/index.ts';
import { notificationsJobs, notificationsScheduledJobs } from '#modules/notifications/index.ts';
import { outboxJobs } from '#modules/outbox/index.ts';
import { portalScheduledJobs } from '#modules/portal/index.ts';
import { portalDomainsJobs, portalDomainsScheduledJobs } from '#modules/portal-domains/index.ts';
import { searchJobs } from '#modules/search/index.ts';
import { sessionsScheduledJobs } from '#modules/sessions/index.ts';
import { signaturesScheduledJobs } from '#modules/signatures/index.ts';
import { closeResolvedTickets } from '#modules/tickets/index.ts';
import { forgetOldUses } from '#platform/db/rate-limit.jobs.ts';
import { removeFiles } from '#platform/files/remove-files.jobs.ts';
import type { Job, ScheduledJob } from '#platform/jobs/job.ts';

/** Every job that a transaction may queue. */
// biome-ignore lint/suspicious/noExplicitAny: the list holds jobs of every payload
export const jobs: readonly Job<any>[] = [
  ...mailroomJobs,
  ...outboxJobs,
  ...searchJobs,
  ...conversationsJobs,
  ...importsJobs,
  ...assignmentsJobs,
  removeFiles,
  ...notificationsJobs,
  ...portalDomainsJobs,
  ...alertsJobs,
  ...checksJobs,
];

/** What runs by the clock, for the whole installation. */
export const scheduledJobs: readonly ScheduledJob[] = [
  ...sessionsScheduledJobs,
  ...contactsScheduledJobs,
  ...conversationsScheduledJobs,
  ...importsScheduledJobs,
  ...notificationsScheduledJobs,
  ...signaturesScheduledJobs,
  ...knowledgeScheduledJobs,
  ...portalScheduledJobs,
  ...devicesScheduledJobs,
  ...domainProofsScheduledJobs,
  ...portalDomainsScheduledJobs,
  ...alertsScheduledJobs,
  ...checksScheduledJobs,
  closeResolvedTickets,
  forgetOldUses,
];
