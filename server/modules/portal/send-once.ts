import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PortalTx } from '#platform/http/route.ts';
import { claimSending, findResult, storeResult } from './sendings.queries.ts';

/** Made by the form when somebody begins to write, and kept with the draft. */
export const SendingKey = z
  .string()
  .regex(/^[\w-]{16,64}$/)
  .optional();

/**
 * Does the work once for each form and what it holds. Who sends the same again, because of a click
 * too many or an answer that was lost on its way, gets what was made of it the first time.
 * @param content all that was written: the same form with other words is something new
 */
export async function sendOnce(
  tx: PortalTx,
  key: string | undefined,
  content: unknown,
  work: () => Promise<number>,
): Promise<number> {
  if (key === undefined) return work();
  const keyHash = createHash('sha256')
    .update(JSON.stringify([key, content]))
    .digest();
  const sending = { contactId: tx.actor.contactId, keyHash };
  if (!(await claimSending(tx, sending))) {
    const result = await findResult(tx, sending);
    if (result !== null) return result;
  }
  const result = await work();
  await storeResult(tx, sending, result);
  return result;
}
