import { z } from 'zod';
import { fileAnswer } from '#platform/http/file-answer.ts';
import { cutPage, decodeCursor, PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import {
  addMailbox,
  checkMailboxDomain,
  chooseFrom,
  listMailboxesWithRecords,
  removeMailbox,
} from './mailboxes.ts';
import { listInboundMessages } from './mailroom.queries.ts';
import {
  InboundMessageRow,
  InboundMessageView,
  InboundStateView,
  inboundMessageRow,
  inboundMessageView,
  MailboxView,
  mailboxView,
} from './mailroom.views.ts';
import { getInboundMessage, replayMail } from './replay-mail.ts';

const params = z.object({ id: z.coerce.number().int().positive() });
const allow = 'mail.manage';

export const mailroomRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/mailboxes',
    summary: "The company's mail addresses and the DNS records they need",
    allow,
    answer: z.object({ items: z.array(MailboxView) }),
    handle: async ({ tx }) => ({ items: (await listMailboxesWithRecords(tx)).map(mailboxView) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/mailboxes',
    summary: 'Take mail for another address',
    allow,
    body: z.object({ address: z.string().min(1).max(320) }),
    answer: MailboxView,
    status: 201,
    handle: async ({ tx, body }) => mailboxView(await addMailbox(tx, body.address)),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/mailboxes/:id',
    summary: 'Send mail from this address',
    allow,
    params,
    body: z.object({ isFrom: z.literal(true) }),
    answer: MailboxView,
    handle: async ({ tx, params: { id } }) => mailboxView(await chooseFrom(tx, id)),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/mailboxes/:id',
    summary: 'Take no more mail for an address',
    allow,
    params,
    handle: ({ tx, params: { id } }) => removeMailbox(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/mailboxes/:id/proof-checks',
    summary: 'Look now whether the domain of an address is proven',
    allow,
    limitPerMinute: 60,
    params,
    answer: MailboxView,
    status: 202,
    handle: async ({ tx, params: { id } }) => mailboxView(await checkMailboxDomain(tx, id)),
  }),
  consoleRoute({
    method: 'GET',
    path: '/inbound-messages',
    summary: 'Incoming mail, the newest first',
    allow,
    query: PageQuery.extend({ state: InboundStateView.optional() }),
    answer: pageOf(InboundMessageRow),
    async handle({ tx, query: { state, cursor, limit } }) {
      const before = decodeCursor(cursor, z.tuple([z.number()]))?.[0] ?? null;
      const rows = await listInboundMessages(tx, { state, before, limit });
      return cutPage(rows, limit, inboundMessageRow, ({ id }) => [id]);
    },
  }),
  consoleRoute({
    method: 'GET',
    path: '/inbound-messages/:id',
    summary: 'One incoming mail, and why it went where it is',
    allow,
    params,
    answer: InboundMessageView,
    handle: async ({ tx, params: { id } }) => inboundMessageView(await getInboundMessage(tx, id)),
  }),
  consoleRoute({
    method: 'POST',
    path: '/inbound-messages/:id/replay',
    summary: 'File a suspended or dropped mail once more',
    allow,
    params,
    body: z.object({ acceptSender: z.boolean().default(false) }),
    answer: InboundMessageView,
    status: 202,
    handle: async ({ tx, params: { id }, body }) =>
      inboundMessageView(await replayMail(tx, id, body.acceptSender)),
  }),
  consoleRoute({
    method: 'GET',
    path: '/inbound-messages/:id/raw',
    summary: 'The message as it came',
    allow,
    params,
    isHidden: true,
    async handle({ tx, params: { id }, platform }) {
      const { raw_key: key, size_bytes: sizeBytes } = await getInboundMessage(tx, id);
      return fileAnswer(platform.files, {
        key,
        name: `mail-${id}.eml`,
        mediaType: 'message/rfc822',
        sizeBytes,
      });
    },
  }),
];
