import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Query } from '#web/api/types.ts';

export type Mailbox = Answer<'/api/v1/mailboxes', 'get'>['items'][number];
export type DnsRecord = Mailbox['records'][number];
export type InboundRow = Answer<'/api/v1/inbound-messages', 'get'>['items'][number];
export type InboundMessage = Answer<'/api/v1/inbound-messages/{id}', 'get'>;
export type InboundState = NonNullable<Query<'/api/v1/inbound-messages', 'get'>['state']>;
export type OutboundRow = Answer<'/api/v1/outbound-messages', 'get'>['items'][number];
export type OutboundMessage = Answer<'/api/v1/outbound-messages/{id}', 'get'>;
export type OutboundState = NonNullable<Query<'/api/v1/outbound-messages', 'get'>['state']>;

export const INBOUND_STATES = [
  'newTicket',
  'appended',
  'suspended',
  'dropped',
  'bounce',
  'received',
] as const satisfies readonly InboundState[];
export const OUTBOUND_STATES = [
  'queued',
  'sent',
  'failed',
  'bounced',
] as const satisfies readonly OutboundState[];

// Everything of mail begins with "mail", the kind of its live events.

const first: string | undefined = undefined;

export const mailboxesQuery = queryOptions({
  queryKey: ['mail', 'mailboxes'],
  queryFn: () => answer(api.GET('/api/v1/mailboxes')),
});

export function addMailbox(address: string) {
  return answer(api.POST('/api/v1/mailboxes', { body: { address } }));
}

export function chooseFrom(id: number) {
  return answer(
    api.PATCH('/api/v1/mailboxes/{id}', { params: { path: { id } }, body: { isFrom: true } }),
  );
}

export function removeMailbox(id: number) {
  return answer(api.DELETE('/api/v1/mailboxes/{id}', { params: { path: { id } } }));
}

export function inboundListQuery(state: InboundState | undefined) {
  return infiniteQueryOptions({
    queryKey: ['mail', 'inbound', 'list', state],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET('/api/v1/inbound-messages', { params: { query: { state, cursor } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function inboundQuery(id: number) {
  return queryOptions({
    queryKey: ['mail', 'inbound', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/inbound-messages/{id}', { params: { path: { id } } })),
  });
}

/** Files a suspended or dropped mail once more. */
export function replayInbound(id: number, acceptSender: boolean) {
  return answer(
    api.POST('/api/v1/inbound-messages/{id}/replay', {
      params: { path: { id } },
      body: { acceptSender },
    }),
  );
}

export const rawMailAddress = (id: number) => `/api/v1/inbound-messages/${id}/raw`;

export function outboundListQuery(state: OutboundState | undefined) {
  return infiniteQueryOptions({
    queryKey: ['mail', 'outbound', 'list', state],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(
        api.GET('/api/v1/outbound-messages', { params: { query: { state, cursor } }, signal }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function outboundQuery(id: number) {
  return queryOptions({
    queryKey: ['mail', 'outbound', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/outbound-messages/{id}', { params: { path: { id } } })),
  });
}

export function retryOutbound(id: number) {
  return answer(api.POST('/api/v1/outbound-messages/{id}/retry', { params: { path: { id } } }));
}

/** Looks now whether the domain of an address is proven. */
export function checkMailboxProof(id: number): Promise<Mailbox> {
  return answer(api.POST('/api/v1/mailboxes/{id}/proof-checks', { params: { path: { id } } }));
}
