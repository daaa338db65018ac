import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Body, Customer, Query } from '#web/api/types.ts';

export type CustomerListQuery = Omit<Query<'/api/v1/customers', 'get'>, 'cursor' | 'limit'>;
export type NewCustomer = Body<'/api/v1/customers', 'post'>;
export type CustomerPatch = Body<'/api/v1/customers/{id}', 'patch'>;

const first: string | undefined = undefined;

export function customerListQuery(query: CustomerListQuery) {
  return infiniteQueryOptions({
    queryKey: ['customer', 'list', query],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET('/api/v1/customers', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** A handful of customers for suggestions. */
export function customerSearchQuery(search: string) {
  return queryOptions({
    queryKey: ['customer', 'list', 'search', search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/customers', {
          params: { query: { ...(search && { search }), limit: 20 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function customerQuery(id: number) {
  return queryOptions({
    queryKey: ['customer', 'one', id],
    queryFn: () =>
      answer<Customer>(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
  });
}

export function createCustomer(body: NewCustomer): Promise<Customer> {
  return answer(api.POST('/api/v1/customers', { body }));
}

export function changeCustomer(id: number, body: CustomerPatch): Promise<Customer> {
  return answer(api.PATCH('/api/v1/customers/{id}', { params: { path: { id } }, body }));
}

export function setCustomerArchived(id: number, isArchived: boolean) {
  const options = { params: { path: { id } } };
  return isArchived
    ? answer(api.PUT('/api/v1/customers/{id}/archive', options))
    : answer(api.DELETE('/api/v1/customers/{id}/archive', options));
}

export function addDomain(id: number, domain: string) {
  return answer(
    api.POST('/api/v1/customers/{id}/domains', { params: { path: { id } }, body: { domain } }),
  );
}

export function removeDomain(id: number, domain: string) {
  return answer(
    api.DELETE('/api/v1/customers/{id}/domains/{domain}', { params: { path: { id, domain } } }),
  );
}

/** Whether mail from sub-domains of the domain is the customer's as well. */
export function setIncludesSubdomains(
  id: number,
  domain: string,
  includesSubdomains: boolean,
): Promise<Customer> {
  return answer(
    api.PATCH('/api/v1/customers/{id}/domains/{domain}', {
      params: { path: { id, domain } },
      body: { includesSubdomains },
    }),
  );
}
