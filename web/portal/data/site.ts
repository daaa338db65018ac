import { useQuery } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';

/** Whose portal this is: known before anybody signs in. */
export function useSite() {
  return useQuery({
    queryKey: ['site'],
    queryFn: () => answer(api.GET('/portal/v1/site')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
