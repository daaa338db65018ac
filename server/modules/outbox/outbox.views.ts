import { z } from 'zod';
import { type OutboundMessage, SCRUBBED } from './outbox.queries.ts';
import { OUTGOING_KINDS } from './outgoing-kinds.ts';

export const OutboundState = z.enum(['queued', 'sent', 'failed', 'bounced']);

export const OutboundMessageRow = z.object({
  id: z.number(),
  kind: z.enum(OUTGOING_KINDS),
  state: OutboundState,
  to: z.array(z.string()),
  cc: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  ticketId: z.number().nullable(),
  attempts: z.number(),
  error: z.string().nullable(),
  nextAttemptAt: z.date().nullable(),
  sentAt: z.date().nullable(),
  createdAt: z.date(),
});

export const OutboundMessageView = OutboundMessageRow.extend({
  messageId: z.string(),
  replyTo: z.string().nullable(),
  fromName: z.string(),
  /** Null when the body holds, or held, a password or a link. */
  html: z.string().nullable(),
  text: z.string().nullable(),
  isMasked: z.boolean(),
});

export function outboundMessageRow(row: OutboundMessage): z.input<typeof OutboundMessageRow> {
  return {
    id: row.id,
    kind: row.kind as z.input<typeof OutboundMessageRow>['kind'],
    state: row.state as z.input<typeof OutboundState>,
    to: row.to_addresses,
    cc: row.cc_addresses,
    from: row.from_address,
    subject: row.subject,
    ticketId: row.ticket_id,
    attempts: row.attempts,
    error: row.last_error,
    nextAttemptAt: row.next_attempt_at,
    sentAt: row.sent_at,
    createdAt: row.created_at,
  };
}

export function outboundMessageView(row: OutboundMessage): z.input<typeof OutboundMessageView> {
  const isMasked = row.has_secret;
  return {
    ...outboundMessageRow(row),
    messageId: row.header_message_id,
    replyTo: row.reply_to,
    fromName: row.from_name,
    html: isMasked || row.html === SCRUBBED ? null : row.html,
    text: isMasked || row.text === SCRUBBED ? null : row.text,
    isMasked,
  };
}
