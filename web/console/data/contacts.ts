import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Body, Contact, Query } from '#web/api/types.ts';

export type ContactListQuery = Omit<Query<'/api/v1/contacts', 'get'>, 'cursor' | 'limit'>;
export type NewContact = Body<'/api/v1/contacts', 'post'>;
export type ContactPatch = Body<'/api/v1/contacts/{id}', 'patch'>;

const first: string | undefined = undefined;

export function contactListQuery(query: ContactListQuery) {
  return infiniteQueryOptions({
    queryKey: ['contact', 'list', query],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET('/api/v1/contacts', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** A handful of the contacts of one customer. */
export function contactsAtQuery(customerId: number, search: string) {
  return queryOptions({
    queryKey: ['contact', 'list', 'at', customerId, search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/contacts', {
          params: { query: { ...(search && { search }), customerId, limit: 20 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** A handful of contacts for suggestions. */
export function contactSearchQuery(search: string) {
  return queryOptions({
    queryKey: ['contact', 'list', 'search', search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/contacts', {
          params: { query: { ...(search && { search }), limit: 6 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function contactQuery(id: number) {
  return queryOptions({
    queryKey: ['contact', 'one', id],
    queryFn: () => answer<Contact>(api.GET('/api/v1/contacts/{id}', { params: { path: { id } } })),
  });
}

export function createContact(body: NewContact): Promise<Contact> {
  return answer(api.POST('/api/v1/contacts', { body }));
}

export function changeContact(id: number, body: ContactPatch): Promise<Contact> {
  return answer(api.PATCH('/api/v1/contacts/{id}', { params: { path: { id } }, body }));
}

export function setContactArchived(id: number, isArchived: boolean) {
  const options = { params: { path: { id } } };
  return isArchived
    ? answer(api.PUT('/api/v1/contacts/{id}/archive', options))
    : answer(api.DELETE('/api/v1/contacts/{id}/archive', options));
}

/** Shows the generated password once; the server notes who looked. */
export function lookAtPassword(id: number) {
  return answer(api.POST('/api/v1/contacts/{id}/password-look', { params: { path: { id } } }));
}

export function resetPassword(id: number): Promise<Contact> {
  return answer(api.POST('/api/v1/contacts/{id}/password', { params: { path: { id } } }));
}

export function sendWelcomeMail(id: number) {
  return answer(api.POST('/api/v1/contacts/{id}/welcome-mail', { params: { path: { id } } }));
}

/** "Ada Lovelace", or the address when no name is known. */
export function contactName(contact: Pick<Contact, 'firstName' | 'lastName' | 'email'>): string {
  return `${contact.firstName} ${contact.lastName}`.trim() || contact.email;
}
