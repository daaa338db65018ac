import { z } from 'zod';
import { type DropReason, STEPS, type StepRecord, type SuspendReason } from './filing.ts';
import type { MailboxWithRecords } from './mailboxes.ts';
import type { InboundMessage } from './mailroom.queries.ts';

export const InboundStateView = z.enum([
  'received',
  'newTicket',
  'appended',
  'bounce',
  'suspended',
  'dropped',
]);

const REASONS = [
  'unreadable',
  'noSender',
  'failedAuthentication',
  'senderNotOnTicket',
  'unknownSender',
  'forgedReference',
  'answersNotice',
  'processingFailed',
  'duplicate',
  'loop',
  'autoReply',
  'readReceipt',
  'unknownBounce',
] as const satisfies readonly (SuspendReason | DropReason)[];

export const InboundMessageRow = z.object({
  id: z.number(),
  state: InboundStateView,
  reason: z.enum(REASONS).nullable(),
  from: z.object({ address: z.string(), name: z.string() }).nullable(),
  subject: z.string(),
  ticketNumber: z.number().nullable(),
  sizeBytes: z.number(),
  receivedAt: z.date(),
});

export const InboundMessageView = InboundMessageRow.extend({
  envelopeFrom: z.string(),
  envelopeTo: z.array(z.string()),
  remoteIp: z.string().nullable(),
  messageId: z.string().nullable(),
  processedAt: z.date().nullable(),
  steps: z.array(z.object({ step: z.enum(STEPS), outcome: z.string(), detail: z.string() })),
});

export const MailboxView = z.object({
  id: z.number(),
  address: z.string(),
  isFrom: z.boolean(),
  isGenerated: z.boolean(),
  /** Gets no mail before the domain is proven to be the company's. */
  waitsForProof: z.boolean(),
  /** Of a former slug: takes mail until then. */
  retiresAt: z.date().nullable(),
  records: z.array(
    z.object({
      type: z.enum(['MX', 'TXT']),
      host: z.string(),
      value: z.string(),
      purpose: z.enum(['proof', 'receive', 'spf', 'dkim', 'dmarc']),
    }),
  ),
});

type WithTicket = InboundMessage & { ticket_number: number | null };

export function inboundMessageRow(row: WithTicket): z.input<typeof InboundMessageRow> {
  return {
    id: row.id,
    state: row.state as z.input<typeof InboundStateView>,
    reason: row.reason as (typeof REASONS)[number] | null,
    from:
      row.from_address === null ? null : { address: row.from_address, name: row.from_name ?? '' },
    subject: row.subject ?? '',
    ticketNumber: row.ticket_number,
    sizeBytes: row.size_bytes,
    receivedAt: row.received_at,
  };
}

export function inboundMessageView(row: WithTicket): z.input<typeof InboundMessageView> {
  return {
    ...inboundMessageRow(row),
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to,
    remoteIp: row.remote_ip,
    messageId: row.message_id,
    processedAt: row.processed_at,
    steps: row.steps as unknown as StepRecord[],
  };
}

export function mailboxView(mailbox: MailboxWithRecords): z.input<typeof MailboxView> {
  return {
    id: mailbox.id,
    address: mailbox.address,
    isFrom: mailbox.is_from,
    isGenerated: mailbox.is_generated,
    waitsForProof: mailbox.waits_for_proof,
    retiresAt: mailbox.retires_at,
    records: mailbox.records,
  };
}
