import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

/** As lists show it. */
export type PortalTicket = Answer<'/portal/v1/tickets', 'get'>['items'][number];
/** As its own page shows it. */
export type PortalTicketPage = Answer<'/portal/v1/tickets/{number}', 'get'>;
export type PortalMessage = Answer<'/portal/v1/tickets/{number}/messages', 'get'>['items'][number];
export type PortalAttachment = PortalMessage['attachments'][number];

export type TicketScope = 'own' | 'company';

export interface TicketFilter {
  scope: TicketScope;
  /** Statuses with commas between them; all without it. */
  status?: string;
  search?: string;
  /** Of one person of the company. */
  contactId?: number;
  /** About one device. */
  deviceId?: number;
}

export function ticketsQuery(filter: TicketFilter, limit = 20) {
  return infiniteQueryOptions({
    queryKey: ['tickets', filter, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/portal/v1/tickets', {
          params: { query: { ...filter, limit, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function ticketQuery(number: number) {
  return queryOptions({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/portal/v1/tickets/{number}', {
          params: { path: { number } },
          signal,
        }),
      ),
  });
}

export function messagesQuery(number: number) {
  return infiniteQueryOptions({
    queryKey: ['ticket', number, 'messages'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/portal/v1/tickets/{number}/messages', {
          params: { path: { number }, query: { limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useOpenTicket() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/portal/v1/tickets', 'post'>) =>
      answer(api.POST('/portal/v1/tickets', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  });
}

export function useAnswerTicket(number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/portal/v1/tickets/{number}/messages', 'post'>) =>
      answer(
        api.POST('/portal/v1/tickets/{number}/messages', {
          params: { path: { number } },
          body,
        }),
      ),
    onSuccess: () => refetchTicket(client, number),
  });
}

/** Solved (true) or open again (false), as the contact says. */
export function useTicketClosure(number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isSolved: boolean) => {
      const path = { params: { path: { number } } };
      return answer(
        isSolved
          ? api.PUT('/portal/v1/tickets/{number}/closure', path)
          : api.DELETE('/portal/v1/tickets/{number}/closure', path),
      );
    },
    onSuccess: () => refetchTicket(client, number),
  });
}

/** Everything that is shown up to the message has been seen. */
export function useMarkRead(number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (messageId: number) =>
      answer(
        api.PUT('/portal/v1/tickets/{number}/read', {
          params: { path: { number } },
          body: { messageId },
        }),
      ),
    onSuccess: () => refetchTicket(client, number),
  });
}

export function useMarkAllRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT('/portal/v1/tickets/read')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  });
}

/** Where a ticket is shown. */
export const ticketKeys = (number: number) => [['ticket', number], ['tickets']];

export function refetchTicket(client: QueryClient, number: number): Promise<unknown> {
  return Promise.all(ticketKeys(number).map((queryKey) => client.invalidateQueries({ queryKey })));
}
