import { randomUUID } from 'node:crypto';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { sendMail } from './outbox.jobs.ts';
import { findFromAddress, insertOutboundMessage } from './outbox.queries.ts';

export interface OutgoingMail {
  kind: 'reply' | 'confirmation' | 'welcome' | 'passwordReset' | 'invitation' | 'notice';
  to: string[];
  cc?: string[];
  subject: string;
  html: string;
  text: string;
  contactId?: number;
  technicianId?: number;
  ticketId?: number;
  /** The conversation's message that this mail carries. */
  messageId?: number;
  attachmentIds?: number[];
  inReplyTo?: string;
  references?: string[];
  replyTo?: string;
  /** Whose name stands in From; the company's when left out. */
  fromName?: string;
  /** Written by a program, not a person: marked so that no other program answers. */
  isAutomatic?: boolean;
  /** Holds a password or link: masked in every view and scrubbed once sent. */
  hasSecret?: boolean;
}

/**
 * Puts a mail into the outbox in the caller's transaction: it goes out if, and only if, that
 * commits. Its Message-ID is fixed here, so that a retry is the same mail.
 */
export async function queueMail(
  tx: TenantTx,
  mail: OutgoingMail,
): Promise<{ id: number; headerMessageId: string }> {
  const from = await findFromAddress(tx);
  const headerMessageId = `<${randomUUID()}@${from.address.split('@')[1]}>`;
  const id = await insertOutboundMessage(tx, { mail, from, headerMessageId });
  await enqueue(tx, sendMail, { outboundMessageId: id }, { key: `mail:${id}` });
  return { id, headerMessageId };
}
