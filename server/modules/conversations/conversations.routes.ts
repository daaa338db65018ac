import { z } from 'zod';
import { getTicketPage, NumberParams, TicketView } from '#modules/tickets/index.ts';
import { Email, IdParams, line } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import {
  TICKET_IMPACTS,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TICKET_TYPES,
} from '#shared/tickets.ts';
import { addNote } from './add-note.ts';
import { keepUpload, openAttachment, openSignatureImage } from './attachments.ts';
import { AttachmentIds, Html, Subject, Written } from './conversations.fields.ts';
import { dropDraft, getDraft, keepDraft } from './drafts.ts';
import { getMessage, listMessages } from './list-messages.ts';
import { listMentionable } from './mentions.ts';
import { AttachmentView, MessageView } from './messages.views.ts';
import { openTicketForCaller } from './open-ticket.ts';
import { removeParticipant } from './participants.ts';
import { sendReply } from './send-reply.ts';

const RECIPIENTS_MAX = 50;
const UPLOADS_PER_MINUTE = 120;

const Id = z.number().int().positive();
const Recipients = z.array(Email).max(RECIPIENTS_MAX).optional();
const DraftParams = NumberParams.extend({ kind: z.enum(['reply', 'note']) });
const DraftView = z.object({ html: z.string(), updatedAt: z.date().nullable() });

export const conversationsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'POST',
    path: '/tickets',
    summary: 'Open a ticket for a caller, who may be a new contact',
    allow: 'tickets.create',
    body: z.strictObject({
      subject: Subject,
      html: Html,
      contactId: Id.optional(),
      newContact: z
        .strictObject({
          email: Email,
          firstName: line(LIMITS.nameChars),
          lastName: line(LIMITS.nameChars),
          customerId: Id.nullable().optional(),
        })
        .optional(),
      customerId: Id.optional(),
      priority: z.enum(TICKET_PRIORITIES).optional(),
      impact: z.enum(TICKET_IMPACTS).optional(),
      type: z.enum(TICKET_TYPES).optional(),
      assigneeId: Id.optional(),
      deviceId: Id.optional().describe('A device of the ticket’s customer'),
      attachmentIds: AttachmentIds.optional(),
      tellsContact: z.boolean().optional().describe('Left out: the contact is told by e-mail'),
    }),
    answer: TicketView,
    status: 201,
    async handle({ tx, body }) {
      const { number } = await openTicketForCaller(tx, body);
      return getTicketPage(tx, number);
    },
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/messages',
    summary: 'The conversation, the oldest message first',
    allow: 'tickets.view',
    params: NumberParams,
    query: PageQuery,
    answer: pageOf(MessageView),
    handle: ({ tx, params: { number }, query }) => listMessages(tx, number, query),
  }),
  consoleRoute({
    method: 'POST',
    path: '/tickets/:number/replies',
    summary: 'Answer publicly, by mail and in the portal; may set the status with it',
    allow: 'tickets.reply',
    params: NumberParams,
    body: Written.extend({
      to: Recipients,
      cc: Recipients,
      status: z.enum(TICKET_STATUSES).optional(),
      version: z.number().int().optional(),
      withSignature: z.boolean().optional(),
    }),
    answer: MessageView,
    status: 201,
    async handle({ tx, params: { number }, body }) {
      const { id } = await sendReply(tx, number, body);
      return getMessage(tx, id);
    },
  }),
  consoleRoute({
    method: 'POST',
    path: '/tickets/:number/notes',
    summary: 'Add an internal note',
    allow: 'tickets.note',
    params: NumberParams,
    body: Written,
    answer: MessageView,
    status: 201,
    async handle({ tx, params: { number }, body }) {
      const { id } = await addNote(tx, number, body);
      return getMessage(tx, id);
    },
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/mentionable-technicians',
    summary: 'Whom a note can mention: colleagues who may see the ticket',
    allow: 'tickets.note',
    params: NumberParams,
    answer: z.object({
      items: z.array(
        z.object({ id: z.number(), name: z.string(), pictureUrl: z.string().nullable() }),
      ),
    }),
    handle: async ({ tx, params: { number } }) => ({ items: await listMentionable(tx, number) }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/drafts/:kind',
    summary: 'What you have begun to write here; empty when nothing',
    allow: 'tickets.view',
    params: DraftParams,
    answer: DraftView,
    handle: ({ tx, params: { number, kind } }) => getDraft(tx, number, kind),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/tickets/:number/drafts/:kind',
    summary: 'Keep what you have begun to write',
    allow: 'tickets.view',
    params: DraftParams,
    body: z.strictObject({ html: Html }),
    answer: DraftView,
    handle: ({ tx, params: { number, kind }, body: { html } }) => keepDraft(tx, number, kind, html),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/tickets/:number/drafts/:kind',
    summary: 'Drop what you have begun to write',
    allow: 'tickets.view',
    params: DraftParams,
    handle: ({ tx, params: { number, kind } }) => dropDraft(tx, number, kind),
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/participants',
    summary: 'People in To and Cc of the ticket’s mails, beside its contact',
    allow: 'tickets.view',
    params: NumberParams,
    answer: z.object({ items: TicketView.shape.participants }),
    handle: async ({ tx, params: { number } }) => ({
      items: (await getTicketPage(tx, number)).participants,
    }),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/tickets/:number/participants/:address',
    summary: 'Offer the address no more, and take no more mail from it on this ticket',
    allow: 'tickets.update',
    params: NumberParams.extend({ address: Email }),
    handle: ({ tx, params: { number, address } }) => removeParticipant(tx, number, address),
  }),
  consoleRoute({
    method: 'POST',
    path: '/attachments',
    summary: 'Upload a file for a message that is being written',
    allow: 'tickets.view',
    upload: { maxBytes: LIMITS.attachmentBytes },
    limitPerMinute: UPLOADS_PER_MINUTE,
    answer: AttachmentView,
    status: 201,
    handle: ({ tx, upload }) => keepUpload(tx, upload, 'console'),
  }),
  consoleRoute({
    method: 'GET',
    path: '/attachments/:id',
    summary: 'The content of an attachment',
    allow: 'tickets.view',
    params: IdParams,
    handle: ({ tx, params: { id } }) => openAttachment(tx, id),
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/signature-images/:id',
    summary: 'A picture of a signature under the ticket’s messages',
    allow: 'tickets.view',
    params: NumberParams.extend(IdParams.shape),
    handle: ({ tx, params: { number, id } }) => openSignatureImage(tx, number, id),
  }),
];
