import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type PortalAddress = Answer<'/api/v1/portal-address', 'get'>;
export type PortalDomain = NonNullable<PortalAddress['domain']>;

/** A check is over in a second or two; what comes later is told by the live events. */
const WHILE_CHECKING_MS = 1_500;

export const portalAddressQuery = queryOptions({
  queryKey: ['settings', 'portal-address'],
  queryFn: () => answer(api.GET('/api/v1/portal-address')),
  refetchInterval: (query) => (query.state.data?.domain?.isChecking ? WHILE_CHECKING_MS : false),
});

export function changeSlug(body: { slug: string; from: string }): Promise<PortalAddress> {
  return answer(api.PUT('/api/v1/portal-address/slug', { body }));
}

export function setPortalDomain(domain: string): Promise<PortalAddress> {
  return answer(api.PUT('/api/v1/portal-domain', { body: { domain } }));
}

export function removePortalDomain(): Promise<PortalAddress> {
  return answer(api.DELETE('/api/v1/portal-domain'));
}

export function checkPortalDomain(): Promise<PortalAddress> {
  return answer(api.POST('/api/v1/portal-domain/checks'));
}
