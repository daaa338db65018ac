import { z } from 'zod';
import { defineJob } from '../jobs/job.ts';

/** Removes files whose rows are gone. Queued with that: a row without its file would do harm. */
export const removeFiles = defineJob({
  // The name that it had when there were only pictures: some may still be queued.
  name: 'pictures.removeFiles',
  payload: z.object({ keys: z.array(z.string()) }),
  async run({ platform, payload: { keys } }) {
    for (const key of keys) await platform.files.remove(key);
  },
});
