import { recordAudit } from '#modules/audit/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { sendMail } from './outbox.jobs.ts';
import { findOutboundMessage, markQueued, type OutboundMessage } from './outbox.queries.ts';

/**
 * Sends a mail again that failed or bounced. Throws 409 `mailNotFailed` for one that is on its
 * way or arrived, `mailScrubbed` for one whose password or link is gone with the first try.
 */
export async function retryMail(tx: TenantTx, id: number): Promise<OutboundMessage> {
  const mail = await getOutboundMessage(tx, id);
  if (mail.state !== 'failed' && mail.state !== 'bounced') throw refused('mailNotFailed');
  if (mail.has_secret) throw refused('mailScrubbed');
  await markQueued(tx, id);
  await enqueue(tx, sendMail, { outboundMessageId: id }, { key: `mail:${id}` });
  await recordAudit(tx, {
    action: 'mail.retried',
    subjectKind: 'outboundMessage',
    subjectId: id,
    subjectName: mail.subject,
  });
  await publish(tx, { kind: 'mail', ids: { id } });
  return getOutboundMessage(tx, id);
}

export async function getOutboundMessage(tx: TenantTx, id: number): Promise<OutboundMessage> {
  const mail = await findOutboundMessage(tx, id);
  if (!mail) throw notFound();
  return mail;
}
