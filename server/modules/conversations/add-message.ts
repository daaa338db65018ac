import { addToTicketSearch } from '#modules/search/index.ts';
import { touchTicket } from '#modules/tickets/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid } from '#platform/errors.ts';
import { previewFromHtml } from '#platform/html/text-html.ts';
import type { MessageKind, TicketSource, TicketStatus } from '#shared/tickets.ts';
import { claimAttachments } from './attachments.queries.ts';
import { orderNews } from './conversation-news.ts';
import { insertMessage } from './messages.queries.ts';

export interface NewMessage {
  ticketId: number;
  kind: MessageKind;
  /** Clean already, pictures as `attachment:<id>`; nothing is cleaned here a second time. */
  html: string;
  quotedHtml?: string | null;
  /** What its author signed with, as it was frozen; no part of `html` or `text`. */
  signatureId?: number | null;
  /** Its words, for finding it. */
  text: string;
  technicianId?: number | null;
  contactId?: number | null;
  authorName: string;
  authorEmail?: string | null;
  hasRemoteImages?: boolean;
  /** Pending ones of the actor's own; those among `inlineIds` are shown within the text. */
  attachmentIds?: number[];
  inlineIds?: number[];
  to?: string[];
  cc?: string[];
  source: TicketSource;
  senderVerdict?: 'pass' | 'none' | null;
  inboundMessageId?: number | null;
  /** The ticket's status from now on. What a contact writes always opens it. */
  status?: TicketStatus | undefined;
  /** Technicians whom a note mentions. */
  mentionedIds?: number[];
}

/** Writes a message, and its files are no longer pending; what follows from it is the caller's. */
export async function writeMessage(tx: TenantTx, message: NewMessage): Promise<number> {
  const { ticketId, kind, attachmentIds = [], inlineIds = [] } = message;
  const id = await insertMessage(tx, {
    ticket_id: ticketId,
    kind,
    technician_id: message.technicianId ?? null,
    contact_id: message.contactId ?? null,
    author_name: message.authorName,
    author_email: message.authorEmail ?? null,
    html: message.html,
    quoted_html: message.quotedHtml ?? null,
    signature_id: message.signatureId ?? null,
    text: message.text,
    has_remote_images: message.hasRemoteImages ?? false,
    to_addresses: message.to ?? [],
    cc_addresses: message.cc ?? [],
    source: message.source,
    sender_verdict: message.senderVerdict ?? null,
    inbound_message_id: message.inboundMessageId ?? null,
    created_at: clock.now(),
  });
  const claimed = await claimAttachments(tx, id, attachmentIds, inlineIds);
  if (claimed !== new Set(attachmentIds).size) {
    throw invalid({ field: 'attachmentIds', code: 'unknownAttachment' });
  }
  return id;
}

/**
 * Writes a message into a ticket's conversation, with all that follows from it: its files are no
 * longer pending, the ticket has news, can be found by its words and is open if a contact wrote,
 * and the technicians whom it concerns are told.
 */
export async function addMessage(tx: TenantTx, message: NewMessage): Promise<{ id: number }> {
  const { ticketId, kind } = message;
  const id = await writeMessage(tx, message);
  const isNote = kind === 'note';
  await addToTicketSearch(tx, ticketId, { text: message.text, isNote });
  const ticket = await touchTicket(tx, ticketId, {
    ...(!isNote && { preview: previewFromHtml(message.html) }),
    status: kind === 'contact' ? 'open' : message.status,
    isInternal: isNote,
    isReply: kind === 'reply',
  });
  await orderNews(tx, ticket, { ...message, id });
  return { id };
}
