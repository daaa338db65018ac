import { z } from 'zod';
import { queueConfirmation } from '#modules/conversations/index.ts';
import { tellOfNewTicket } from '#modules/notifications/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { addStep, findInboundMessage, isTicketConfirmed } from './mailroom.queries.ts';

/** What the log of steps says of a confirmation, and why none went out. */
const OUTCOMES = {
  queued: 'confirmed',
  switchedOff: 'confirmationsOff',
  unwanted: 'confirmationUnwanted',
  noRecipient: 'nobodyToConfirm',
  tooMany: 'enoughConfirmations',
};

/**
 * What a new ticket brings about: technicians hear that it is there, its sender gets to know the
 * number. A job of its own, and one for both: the transaction that numbers a ticket holds up all
 * other new tickets of the company, so it does nothing that can wait.
 */
export const afterOpening = defineJob({
  name: 'mailroom.afterOpening',
  payload: z.object({
    inboundMessageId: z.number().int(),
    /** False when an automatic answer would be unwelcome. */
    mayBeConfirmed: z.boolean(),
  }),
  async run({ platform, tenantId, payload: { inboundMessageId, mayBeConfirmed } }) {
    const actor = systemActor('mailroom');
    await platform.db.withTenant({ tenantId, actor }, async (tx) => {
      const ticketId = (await findInboundMessage(tx, inboundMessageId))?.ticket_id ?? null;
      if (ticketId === null) return;
      await tellOfNewTicket(tx, { ticketId, assigneeId: null });
      if (mayBeConfirmed) await confirmOnce(tx, inboundMessageId, ticketId);
    });
  },
});

async function confirmOnce(
  tx: TenantTx,
  inboundMessageId: number,
  ticketId: number,
): Promise<void> {
  if (await isTicketConfirmed(tx, ticketId)) return;
  const outcome = OUTCOMES[await queueConfirmation(tx, ticketId)];
  await addStep(tx, inboundMessageId, { step: 'file', outcome, detail: '' });
}
