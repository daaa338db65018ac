import { systemActor } from '#platform/actor.ts';
import { clock, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import type { JobContext } from '#platform/jobs/job.ts';
import { domainOf } from '#platform/mail/mail-address.ts';
import {
  createMailTransport,
  type Delivered,
  MailRefused,
  type MailTransport,
} from '#platform/mail/mail-transport.ts';
import type { Platform } from '#platform/platform.ts';
import { composeMail, inlineAttachmentIds, type MailFile } from './compose-mail.ts';
import { ensureDkimKey } from './dkim-keys.ts';
import {
  findFilesOfMail,
  findOutboundMessage,
  findSignatureImages,
  markDelayed,
  markFailed,
  markSent,
  noteOnTicket,
  type OutboundMessage,
} from './outbox.queries.ts';
import { createThreadTokens, loopMark } from './thread-tokens.ts';

const SENDER = systemActor('outbox');

/** One connection pool per process, whatever number of jobs runs. */
const transports = new WeakMap<Platform, MailTransport>();

function transportOf(platform: Platform): MailTransport {
  let transport = transports.get(platform);
  if (!transport) {
    transport = createMailTransport(platform.config);
    transports.set(platform, transport);
  }
  return transport;
}

/**
 * Sends one mail of the outbox. A refusal that may pass throws, so that the queue tries again;
 * a final one is noted on the mail and on its ticket.
 */
export async function sendQueuedMail({
  platform,
  tenantId,
  payload: { outboundMessageId },
  attempt,
  isLastAttempt,
  log,
}: JobContext<{ outboundMessageId: number }>): Promise<void> {
  const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) =>
    platform.db.withTenant({ tenantId, actor: SENDER }, work);

  const prepared = await inTenant((tx) => prepare(tx, outboundMessageId));
  if (!prepared) return;
  const { mail, compose } = prepared;
  try {
    const raw = await compose(platform);
    const recipients = [...mail.to_addresses, ...mail.cc_addresses];
    const delivered = await transportOf(platform).send(
      raw,
      { from: mail.from_address, to: recipients },
      `${tenantId}-${mail.id}`,
    );
    await inTenant((tx) => noteSent(tx, mail, attempt, delivered));
  } catch (error) {
    const reason =
      error instanceof MailRefused ? error.message : String((error as Error).message).slice(0, 500);
    const isFinal = isLastAttempt || (error instanceof MailRefused && error.isFinal);
    log.warn({ outboundMessageId, attempt, isFinal, reason }, 'a mail was not sent');
    await inTenant(async (tx) => {
      if (isFinal) await noteFailure(tx, mail, attempt, reason);
      else
        await markDelayed(tx, mail.id, {
          attempt,
          error: reason,
          nextAttemptAt: nextAttemptAt(attempt),
        });
    });
    if (!isFinal) throw error;
  }
}

async function prepare(tx: TenantTx, id: number) {
  const mail = await findOutboundMessage(tx, id);
  // Sent before (the job runs again after a crash), or called back by a person.
  if (mail?.state !== 'queued') return null;
  const rows = await findFilesOfMail(tx, mail, [
    ...mail.attachment_ids,
    ...inlineAttachmentIds(mail.html),
  ]);
  const pictures = await findSignatureImages(tx, mail);
  const dkim = await ensureDkimKey(tx, domainOf(mail.from_address));
  const compose = async (platform: Platform) => {
    const files = await readFiles(platform, mail, rows, pictures);
    return composeMail({
      from: { name: mail.from_name, address: mail.from_address },
      to: mail.to_addresses,
      cc: mail.cc_addresses,
      replyTo: mail.reply_to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      messageId: mail.header_message_id,
      inReplyTo: mail.in_reply_to,
      references: mail.reference_ids,
      date: mail.created_at,
      automatic: !mail.is_automatic
        ? null
        : mail.kind === 'confirmation'
          ? 'auto-replied'
          : 'auto-generated',
      loopMark: loopMark(platform.secrets, mail.tenant_id),
      files,
      dkim,
    });
  };
  return { mail, compose };
}

type FileRow = Awaited<ReturnType<typeof findFilesOfMail>>[number];

async function readFiles(
  { files, secrets }: Platform,
  mail: OutboundMessage,
  attachments: readonly FileRow[],
  pictures: readonly FileRow[],
): Promise<MailFile[]> {
  const domain = domainOf(mail.from_address);
  const tokens = createThreadTokens(secrets);
  const contentOf = async (row: FileRow) => ({
    name: row.name,
    mediaType: row.media_type,
    content: await files.read(row.file_key),
  });
  const read: MailFile[] = [];
  for (const row of attachments) {
    const place = { source: `attachment:${row.id}`, contentId: `a${row.id}@${domain}` };
    read.push({ ...place, isAttached: true, ...(await contentOf(row)) });
  }
  for (const row of pictures) {
    const contentId = tokens.signatureImageId({ tenantId: mail.tenant_id, id: row.id }, domain);
    const place = { source: `signature-image:${row.id}`, contentId };
    read.push({ ...place, isAttached: false, ...(await contentOf(row)) });
  }
  return read;
}

async function noteSent(
  tx: TenantTx,
  mail: OutboundMessage,
  attempt: number,
  { rejected }: Delivered,
): Promise<void> {
  const complaint = rejected.map(({ address, response }) => `${address}: ${response}`).join('; ');
  await markSent(tx, mail, { attempt, error: complaint || null, sentAt: clock.now() });
  if (complaint) await tellTicket(tx, mail, complaint);
}

async function noteFailure(tx: TenantTx, mail: OutboundMessage, attempt: number, reason: string) {
  await markFailed(tx, mail, { attempt, error: reason });
  await tellTicket(tx, mail, reason);
}

/** A mail that did not arrive must be seen where somebody waits for the answer. */
async function tellTicket(tx: TenantTx, mail: OutboundMessage, reason: string): Promise<void> {
  await publish(tx, { kind: 'mail', ids: { id: mail.id } });
  if (mail.ticket_id === null) return;
  const to = [...mail.to_addresses, ...mail.cc_addresses].join(', ');
  const ticket = await noteOnTicket(tx, mail.ticket_id, 'mailFailed', { to, reason });
  const ids = { number: ticket.number, id: mail.ticket_id };
  await publish(tx, { kind: 'ticket', ids, ofCustomers: present([ticket.customer_id]) });
}

/** When the queue will try again: it waits e^attempt seconds, at most about six hours. */
function nextAttemptAt(attempt: number): Date {
  return inMs(Math.exp(Math.min(10, attempt)) * 1000);
}
