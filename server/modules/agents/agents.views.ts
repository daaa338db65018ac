import { z } from 'zod';
import type { TokenRow } from './enrolment-tokens.queries.ts';

/** An enrolment token as technicians see it; the token itself is shown once, when it is made. */
export const EnrolmentTokenView = z.object({
  id: z.number(),
  customer: z.object({ id: z.number(), name: z.string() }),
  name: z.string(),
  uses: z.number(),
  usesMax: z.number(),
  expiresAt: z.date(),
  createdAt: z.date(),
});

export const enrolmentTokenView = (row: TokenRow): z.infer<typeof EnrolmentTokenView> => ({
  id: row.id,
  customer: { id: row.customer_id, name: row.customer_name },
  name: row.name,
  uses: row.uses,
  usesMax: row.uses_max,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
});
