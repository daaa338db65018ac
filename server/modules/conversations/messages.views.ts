import { z } from 'zod';
import type { Delivery } from '#modules/outbox/index.ts';
import { withSignatureImageUrls } from '#modules/signatures/index.ts';
import { pictureUrl } from '#modules/technicians/index.ts';
import { MESSAGE_KINDS, TICKET_SOURCES } from '#shared/tickets.ts';
import {
  type Audience,
  attachmentUrl,
  signatureImageFolder,
  withImageUrls,
} from './attachment-links.rules.ts';
import type { MessageRow } from './messages.queries.ts';

export const AttachmentView = z.object({
  id: z.number(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  isInline: z.boolean(),
  url: z.string(),
});

const Author = z.object({
  kind: z.enum(['technician', 'contact', 'address']),
  id: z.number().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  /** Technicians have one, or null. */
  pictureUrl: z.string().nullable(),
});

/** A message as technicians see it. */
export const MessageView = z.object({
  id: z.number(),
  kind: z.enum(MESSAGE_KINDS),
  html: z.string(),
  quotedHtml: z.string().nullable(),
  /** What its author signed with, as it went out. */
  signatureHtml: z.string().nullable(),
  hasRemoteImages: z.boolean(),
  author: Author,
  attachments: z.array(AttachmentView),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  source: z.enum(TICKET_SOURCES),
  /** What was found about the sender of a mail; null for what came in otherwise. */
  senderVerdict: z.enum(['pass', 'none']).nullable(),
  inboundMessageId: z.number().nullable(),
  /** How the mail fared that carried it. */
  delivery: z
    .object({
      state: z.enum(['queued', 'sent', 'failed', 'bounced']),
      error: z.string().nullable(),
    })
    .nullable(),
  createdAt: z.date(),
});
export type MessageView = z.infer<typeof MessageView>;

export const messageView = (row: MessageRow, delivery: Delivery | undefined): MessageView => ({
  id: row.id,
  kind: row.kind,
  html: withImageUrls(row.html, 'console'),
  quotedHtml: quotedHtml(row, 'console'),
  signatureHtml: signatureHtml(row, 'console'),
  hasRemoteImages: row.has_remote_images,
  author: authorOf(row, 'console'),
  attachments: attachmentsOf(row, 'console'),
  to: row.to_addresses,
  cc: row.cc_addresses,
  source: row.source,
  senderVerdict: row.sender_verdict,
  inboundMessageId: row.inbound_message_id,
  delivery: delivery ?? null,
  createdAt: row.created_at,
});

/**
 * A message as contacts see it: of a technician no more than name and picture, and what his
 * signature says.
 */
export const PortalMessageView = z.object({
  id: z.number(),
  /** Where it was written: a new ticket when the one that was answered is over. */
  ticketNumber: z.number(),
  html: z.string(),
  quotedHtml: z.string().nullable(),
  signatureHtml: z.string().nullable(),
  author: Author.pick({ kind: true, name: true, pictureUrl: true }),
  attachments: z.array(AttachmentView),
  createdAt: z.date(),
});
export type PortalMessageView = z.infer<typeof PortalMessageView>;

export function portalMessageView(row: MessageRow): PortalMessageView {
  const { kind, name, pictureUrl } = authorOf(row, 'portal');
  return {
    id: row.id,
    ticketNumber: row.ticket_number,
    html: withImageUrls(row.html, 'portal'),
    quotedHtml: quotedHtml(row, 'portal'),
    signatureHtml: signatureHtml(row, 'portal'),
    author: { kind, name, pictureUrl },
    attachments: attachmentsOf(row, 'portal'),
    createdAt: row.created_at,
  };
}

/** Who wrote it as he is called now; as the mail called him where we know no more. */
function authorOf(row: MessageRow, audience: Audience): z.infer<typeof Author> {
  if (row.technician_id !== null) {
    const name = row.technician_name || row.author_name;
    const picture = pictureUrl(row.technician_picture_key, audience);
    return { kind: 'technician', id: row.technician_id, name, email: null, pictureUrl: picture };
  }
  const email = row.author_email ?? row.contact_email;
  if (row.contact_id !== null) {
    const name = row.contact_name || row.author_name || (email ?? '');
    return { kind: 'contact', id: row.contact_id, name, email, pictureUrl: null };
  }
  const name = row.author_name || (email ?? '');
  return { kind: 'address', id: null, name, email, pictureUrl: null };
}

const quotedHtml = (row: MessageRow, audience: Audience) =>
  row.quoted_html === null ? null : withImageUrls(row.quoted_html, audience);

const signatureHtml = (row: MessageRow, audience: Audience) =>
  row.signature_html === null
    ? null
    : withSignatureImageUrls(row.signature_html, signatureImageFolder(audience, row.ticket_number));

const attachmentsOf = (row: MessageRow, audience: Audience) =>
  row.attachments.map((file) => ({ ...file, url: attachmentUrl(audience, file.id) }));
