import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '#shared/permissions.ts';
import { answer, api } from '#web/api/client.ts';
import type { Body, PendingSignIn, Session } from '#web/api/types.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer<Session>(api.GET('/api/v1/session')),
  staleTime: 60_000,
});

/** Who is signed in; only below the routes that ask for it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** May the signed-in technician do this? The server checks again; this only hides what would fail. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

export function signIn(body: Body<'/api/v1/session', 'post'>): Promise<Session | PendingSignIn> {
  return answer(api.POST('/api/v1/session', { body }));
}

export function signOut(): Promise<unknown> {
  return answer(api.DELETE('/api/v1/session'));
}
