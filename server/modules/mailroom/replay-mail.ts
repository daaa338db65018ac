import { recordAudit } from '#modules/audit/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { fileMail } from './mailroom.jobs.ts';
import { findInboundMessageWithTicket, markForReplay } from './mailroom.queries.ts';

export type InboundMessageWithTicket = Awaited<ReturnType<typeof getInboundMessage>>;

export async function getInboundMessage(tx: TenantTx, id: number) {
  const message = await findInboundMessageWithTicket(tx, id);
  if (!message) throw notFound();
  return message;
}

/**
 * Files a suspended or dropped mail once more, from its raw bytes. Throws 409 `mailAlreadyFiled`
 * for one that has its place: a second copy would not help anybody.
 * @param acceptSender file it although the sender could not be confirmed
 */
export async function replayMail(
  tx: TenantTx,
  id: number,
  acceptSender: boolean,
): Promise<InboundMessageWithTicket> {
  const message = await getInboundMessage(tx, id);
  if (message.state !== 'suspended' && message.state !== 'dropped')
    throw refused('mailAlreadyFiled');
  const technicianId = tx.actor.kind === 'technician' ? tx.actor.technicianId : null;
  await markForReplay(tx, id, acceptSender ? technicianId : null);
  await enqueue(tx, fileMail, { inboundMessageId: id });
  await recordAudit(tx, {
    action: acceptSender ? 'mail.accepted' : 'mail.replayed',
    subjectKind: 'inboundMessage',
    subjectId: id,
    subjectName: message.subject ?? '',
    details: { from: message.from_address },
  });
  await publish(tx, { kind: 'mail', ids: { id } });
  return getInboundMessage(tx, id);
}
