import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';

export const sendMail = defineJob({
  name: 'outbox.sendMail',
  payload: z.object({ outboundMessageId: z.number().int() }),
  maxAttempts: 25,
  async run() {
    throw new Error('sending is not built yet');
  },
});

export const outboxJobs = [sendMail];
