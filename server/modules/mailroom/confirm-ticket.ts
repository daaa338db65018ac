import { z } from 'zod';
import { queueConfirmation } from '#modules/conversations/index.ts';
import { systemActor } from '#platform/actor.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { addStep, findInboundMessage, isTicketConfirmed } from './mailroom.queries.ts';

/** Why no confirmation went out, for the log of steps. */
const REASONS = {
  switchedOff: 'confirmations are switched off',
  noRecipient: 'the ticket has no contact',
  tooMany: 'the address had enough of them within the hour',
};

/**
 * Tells the sender the number of the new ticket. A job of its own: the transaction that numbers a
 * ticket holds up all other new tickets of the company, so it does nothing that can wait.
 */
export const confirmTicket = defineJob({
  name: 'mailroom.confirmTicket',
  payload: z.object({ inboundMessageId: z.number().int() }),
  async run({ platform, tenantId, payload: { inboundMessageId } }) {
    const actor = systemActor('mailroom');
    await platform.db.withTenant({ tenantId, actor }, async (tx) => {
      const ticketId = (await findInboundMessage(tx, inboundMessageId))?.ticket_id ?? null;
      if (ticketId === null || (await isTicketConfirmed(tx, ticketId))) return;
      const outcome = await queueConfirmation(tx, ticketId);
      await addStep(
        tx,
        inboundMessageId,
        outcome === 'queued'
          ? { step: 'file', outcome: 'confirmed', detail: '' }
          : { step: 'file', outcome: 'notConfirmed', detail: REASONS[outcome] },
      );
    });
  },
});
