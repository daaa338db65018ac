import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import { isApiError } from '#web/api/problem.ts';
import type { Answer } from '#web/api/types.ts';

export type PortalSession = Answer<'/portal/v1/session', 'get'>;

const EXPIRED = ['session-expired'];

/** Who is signed in; null: nobody. */
export function sessionQuery(client: QueryClient) {
  return queryOptions({
    queryKey: ['session'],
    queryFn: async (): Promise<PortalSession | null> => {
      try {
        const session = await answer(api.GET('/portal/v1/session'));
        // Perhaps signed in again in another window, perhaps as somebody else.
        forgetUnlessOf(client, session.contact.id);
        return session;
      } catch (error) {
        if (!isApiError(error) || error.status !== 401) throw error;
        // Who was signed in a moment ago keeps the page, and what is typed on it, while signing
        // in again on top of it.
        const before = client.getQueryData<PortalSession | null>(['session']) ?? null;
        if (before) client.setQueryData(EXPIRED, true);
        return before;
      }
    },
    staleTime: 60_000,
  });
}

/** For pages behind the sign-in, where somebody is signed in for sure. */
export function useMember(): PortalSession {
  const { data } = useQuery<PortalSession | null>({ queryKey: ['session'], enabled: false });
  if (!data) throw new Error('useMember is for pages behind the sign-in');
  return data;
}

export function useIsExpired(): boolean {
  const { data } = useQuery({
    queryKey: EXPIRED,
    queryFn: () => false,
    enabled: false,
    initialData: false,
  });
  return data;
}

/** Somebody signed in, or a fresh session came back from a change. */
export function keepSession(client: QueryClient, session: PortalSession): void {
  forgetUnlessOf(client, session.contact.id);
  client.setQueryData(['session'], session);
}

/** Somebody is signed in for sure; what somebody else saw before is none of his business. */
function forgetUnlessOf(client: QueryClient, contactId: number): void {
  const before = client.getQueryData<PortalSession | null>(['session']);
  client.setQueryData(EXPIRED, false);
  if (before && before.contact.id !== contactId) forgetEverything(client);
}

export function markExpired(client: QueryClient): void {
  if (client.getQueryData(['session'])) client.setQueryData(EXPIRED, true);
}

/** After signing out: nothing of what was seen stays in memory. */
export function dropSession(client: QueryClient): void {
  forgetEverything(client);
  client.setQueryData(EXPIRED, false);
  client.setQueryData(['session'], null);
}

function forgetEverything(client: QueryClient): void {
  client.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'site',
  });
}

/** What the server may say to any request: the session is over, or a password must be chosen. */
export function watchForRefusals(client: QueryClient): void {
  const check = (error: unknown) => {
    if (isApiError(error, 'unauthenticated')) markExpired(client);
    if (isApiError(error, 'passwordChangeRequired'))
      void client.invalidateQueries({ queryKey: ['session'] });
  };
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
  });
  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
  });
}
