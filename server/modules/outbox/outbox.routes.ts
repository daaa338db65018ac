import { z } from 'zod';
import { cutPage, decodeCursor, PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { listOutboundMessages } from './outbox.queries.ts';
import {
  OutboundMessageRow,
  OutboundMessageView,
  OutboundState,
  outboundMessageRow,
  outboundMessageView,
} from './outbox.views.ts';
import { getOutboundMessage, retryMail } from './retry-mail.ts';

const params = z.object({ id: z.coerce.number().int().positive() });

export const outboxRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/outbound-messages',
    summary: 'Outgoing mail, the newest first',
    allow: 'mail.manage',
    query: PageQuery.extend({ state: OutboundState.optional() }),
    answer: pageOf(OutboundMessageRow),
    async handle({ tx, query: { state, cursor, limit } }) {
      const before = decodeCursor(cursor, z.tuple([z.number()]))?.[0] ?? null;
      const rows = await listOutboundMessages(tx, { state, before, limit });
      return cutPage(rows, limit, outboundMessageRow, ({ id }) => [id]);
    },
  }),
  consoleRoute({
    method: 'GET',
    path: '/outbound-messages/:id',
    summary: 'One outgoing mail; passwords and links are masked',
    allow: 'mail.manage',
    params,
    answer: OutboundMessageView,
    handle: async ({ tx, params: { id } }) => outboundMessageView(await getOutboundMessage(tx, id)),
  }),
  consoleRoute({
    method: 'POST',
    path: '/outbound-messages/:id/retry',
    summary: 'Send a failed or bounced mail again',
    allow: 'mail.manage',
    params,
    answer: OutboundMessageView,
    handle: async ({ tx, params: { id } }) => outboundMessageView(await retryMail(tx, id)),
  }),
];
