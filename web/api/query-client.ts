import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isApiError } from './problem.ts';

const RETRIES = 2;

/** Answers that trying again will not change. */
function isFinal(error: unknown): boolean {
  return isApiError(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
}

/**
 * @param onSignedOut called when the server no longer knows the session of a page in use
 * @param onTwoFactorRequired … and when it serves it nothing before two-factor sign-in is set up
 */
export function makeQueryClient(
  onSignedOut: () => void,
  onTwoFactorRequired: () => void = () => undefined,
): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isApiError(error, 'unauthenticated')) onSignedOut();
        if (isApiError(error, 'twoFactorRequired')) onTwoFactorRequired();
      },
    }),
    defaultOptions: {
      queries: {
        // Live events say what changed; this only spares a second request on quick navigation.
        staleTime: 15_000,
        retry: (count, error) => count < RETRIES && !isFinal(error),
      },
      mutations: { retry: false },
    },
  });
}
