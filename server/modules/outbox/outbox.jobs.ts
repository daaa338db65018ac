import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';
import { sendQueuedMail } from './send-mail.ts';

/** Tried for about four days, then given up visibly. */
const ATTEMPTS_MAX = 25;

export const sendMail = defineJob({
  name: 'outbox.sendMail',
  payload: z.object({ outboundMessageId: z.number().int() }),
  maxAttempts: ATTEMPTS_MAX,
  run: sendQueuedMail,
});

export const outboxJobs = [sendMail];
