import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { LIVE_TRUSTED_MS } from '#shared/live-events.ts';

/** Asks anew for what is shown of this (of everything without a key), and later for the rest of it. */
export function askAgain(client: QueryClient, queryKey?: QueryKey): void {
  const filters = queryKey ? { queryKey } : {};
  // What is on its way for the first time is not asked for anew by this, though it may have been
  // read before the change: that happens once it is there.
  for (const query of client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' })) {
    if (query.state.data !== undefined) continue;
    query.promise?.then(
      () => client.invalidateQueries({ queryKey: query.queryKey, exact: true }),
      () => undefined,
    );
  }
  void client.invalidateQueries(filters);
}

/** Asks anew for what is older than the changes that are heard of when listening begins. */
export function askAgainForOlder(client: QueryClient): void {
  const since = Date.now() - LIVE_TRUSTED_MS;
  void client.invalidateQueries({
    predicate: ({ state }) => state.data !== undefined && state.dataUpdatedAt < since,
  });
}
