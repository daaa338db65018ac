import { z } from 'zod';
import { orderJob } from '#platform/jobs/job.ts';

/** Goes on with a check or a run where it is, or throws a file away that nobody needs any more. */
export const workOnImport = orderJob({
  name: 'imports.work',
  payload: z.union([
    z.object({ importId: z.number().int(), technicianId: z.number().int() }),
    z.object({ importId: z.number().int(), fileKey: z.string() }),
  ]),
});
