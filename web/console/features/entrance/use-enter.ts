import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import type { Session } from '#web/api/types.ts';
import { sessionQuery } from '../../data/session.ts';
import { safeReturnAddress } from './return-address.ts';

/** Goes where somebody wanted to go who has just signed in, or home. */
export function useEnter(): (session: Session) => Promise<void> {
  const { next } = useSearch({ from: '/entrance/sign-in' });
  const queryClient = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  return async (session) => {
    queryClient.setQueryData(sessionQuery.queryKey, session);
    const address = safeReturnAddress(next);
    if (address) router.history.push(address);
    else await navigate({ to: '/' });
  };
}
