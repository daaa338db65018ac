import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';

/** Removes files whose rows are gone. Queued with that: a row without its file would do harm. */
export const removePictureFiles = defineJob({
  name: 'pictures.removeFiles',
  payload: z.object({ keys: z.array(z.string()) }),
  async run({ platform, payload: { keys } }) {
    for (const key of keys) await platform.files.remove(key);
  },
});

export const picturesJobs = [removePictureFiles];
