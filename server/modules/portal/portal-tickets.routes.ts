import { z } from 'zod';
import {
  AttachmentView,
  getPortalMessage,
  keepUpload,
  listPortalMessages,
  markAllTicketsRead,
  markTicketRead,
  openAttachment,
  openSignatureImage,
  PortalMessageView,
  Subject,
  Written,
} from '#modules/conversations/index.ts';
import { commaList, NumberParams } from '#modules/tickets/index.ts';
import { IdParams, SearchText } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { portalRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { TICKET_IMPACTS, TICKET_PRIORITIES, TICKET_STATUSES } from '#shared/tickets.ts';
import { contactEvents } from './portal-events.ts';
import { closeOwnTicket, getOwnTicket, listOwnTickets, reopenOwnTicket } from './portal-tickets.ts';
import { PortalTicketPageView, PortalTicketView } from './portal-tickets.views.ts';
import { SendingKey } from './send-once.ts';
import { openOwnTicket, writeOnTicket } from './write-tickets.ts';

const TICKETS_PER_MINUTE = 60;
const MESSAGES_PER_MINUTE = 120;
const UPLOADS_PER_MINUTE = 120;

export const portalTicketsRoutes: readonly Route[] = [
  portalRoute({
    method: 'GET',
    path: '/tickets',
    summary: 'Your tickets, or all of your company’s for a main contact',
    allow: 'contact',
    query: PageQuery.extend({
      scope: z.enum(['own', 'company']).default('own'),
      status: commaList(TICKET_STATUSES),
      /** Of one person of the company; for main contacts. */
      contactId: z.coerce.number().int().positive().optional(),
      /** About one device. */
      deviceId: z.coerce.number().int().positive().optional(),
      search: SearchText.default(''),
    }),
    answer: pageOf(PortalTicketView),
    handle: ({ tx, query: { status, ...query } }) =>
      listOwnTickets(tx, { ...query, statuses: status }),
  }),
  portalRoute({
    method: 'POST',
    path: '/tickets',
    summary: 'Open a ticket',
    allow: 'contact',
    body: Written.extend({
      key: SendingKey,
      subject: Subject,
      priority: z.enum(TICKET_PRIORITIES).optional(),
      impact: z.enum(TICKET_IMPACTS).optional(),
      deviceId: z.number().int().positive().optional(),
    }),
    answer: PortalTicketPageView,
    status: 201,
    limitPerMinute: TICKETS_PER_MINUTE,
    async handle({ tx, body }) {
      return getOwnTicket(tx, await openOwnTicket(tx, body));
    },
  }),
  portalRoute({
    method: 'GET',
    path: '/tickets/:number',
    summary: 'One ticket',
    allow: 'contact',
    params: NumberParams,
    answer: PortalTicketPageView,
    handle: ({ tx, params: { number } }) => getOwnTicket(tx, number),
  }),
  portalRoute({
    method: 'GET',
    path: '/tickets/:number/messages',
    summary: 'The conversation, the oldest message first',
    allow: 'contact',
    params: NumberParams,
    query: PageQuery,
    answer: pageOf(PortalMessageView),
    handle: ({ tx, params: { number }, query }) => listPortalMessages(tx, number, query),
  }),
  portalRoute({
    method: 'POST',
    path: '/tickets/:number/messages',
    summary: 'Write on a ticket, which opens it again',
    allow: 'contact',
    params: NumberParams,
    body: Written.extend({ key: SendingKey }),
    answer: PortalMessageView,
    status: 201,
    limitPerMinute: MESSAGES_PER_MINUTE,
    async handle({ tx, params: { number }, body }) {
      return getPortalMessage(tx, await writeOnTicket(tx, number, body));
    },
  }),
  portalRoute({
    method: 'PUT',
    path: '/tickets/:number/closure',
    summary: 'Close a ticket',
    allow: 'contact',
    params: NumberParams,
    answer: PortalTicketPageView,
    handle: ({ tx, params: { number } }) => closeOwnTicket(tx, number),
  }),
  portalRoute({
    method: 'DELETE',
    path: '/tickets/:number/closure',
    summary: 'Open a ticket again',
    allow: 'contact',
    params: NumberParams,
    answer: PortalTicketPageView,
    handle: ({ tx, params: { number } }) => reopenOwnTicket(tx, number),
  }),
  portalRoute({
    method: 'PUT',
    path: '/tickets/:number/read',
    summary: 'You have read the conversation up to this message',
    allow: 'contact',
    params: NumberParams,
    body: z.strictObject({ messageId: z.number().int().positive() }),
    handle: ({ tx, params: { number }, body }) => markTicketRead(tx, number, body.messageId),
  }),
  portalRoute({
    method: 'PUT',
    path: '/tickets/read',
    summary: 'Nothing that was written until now is new to you',
    allow: 'contact',
    handle: ({ tx }) => markAllTicketsRead(tx),
  }),
  portalRoute({
    method: 'POST',
    path: '/attachments',
    summary: 'Upload a file for a message that is being written',
    allow: 'contact',
    upload: { maxBytes: LIMITS.attachmentBytes },
    limitPerMinute: UPLOADS_PER_MINUTE,
    answer: AttachmentView,
    status: 201,
    handle: ({ tx, upload }) => keepUpload(tx, upload, 'portal'),
  }),
  portalRoute({
    method: 'GET',
    path: '/attachments/:id',
    summary: 'The content of an attachment',
    allow: 'contact',
    params: IdParams,
    handle: ({ tx, params: { id } }) => openAttachment(tx, id),
  }),
  portalRoute({
    method: 'GET',
    path: '/tickets/:number/signature-images/:id',
    summary: 'A picture of a signature under the ticket’s messages',
    allow: 'contact',
    params: NumberParams.extend(IdParams.shape),
    handle: ({ tx, params: { number, id } }) => openSignatureImage(tx, number, id),
  }),
  portalRoute({
    method: 'GET',
    path: '/events',
    summary: 'Live events of your tickets',
    allow: 'contact',
    isHidden: true,
    handle: async ({ tx }) => contactEvents(tx),
  }),
];
