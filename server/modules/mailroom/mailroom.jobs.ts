import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';
import { afterOpening } from './after-opening.ts';
import { fileMailJob } from './file-mail.ts';

export const fileMail = defineJob({
  name: 'mailroom.fileMail',
  payload: z.object({ inboundMessageId: z.number().int() }),
  maxAttempts: 15,
  run: fileMailJob,
});

export const mailroomJobs = [fileMail, afterOpening];
