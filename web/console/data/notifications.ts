import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts.

export type Notification = Answer<'/api/v1/notifications', 'get'>['items'][number];
export type NotificationChoices = Answer<'/api/v1/me/notification-choices', 'get'>;
export type Mentionable = Answer<
  '/api/v1/tickets/{number}/mentionable-technicians',
  'get'
>['items'][number];

/** What one was told of, the newest first; each page knows how many are unread in all. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notification', 'list'],
  queryFn: ({ pageParam: cursor, signal }) =>
    answer(api.GET('/api/v1/notifications', { params: { query: { cursor, limit: 20 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const notificationChoicesQuery = queryOptions({
  queryKey: ['notificationChoices'],
  queryFn: () => answer<NotificationChoices>(api.GET('/api/v1/me/notification-choices')),
});

/** Whom a note on the ticket can mention. */
export function mentionableQuery(number: number) {
  return queryOptions({
    queryKey: ['technician', 'mentionable', number],
    queryFn: () =>
      answer(
        api.GET('/api/v1/tickets/{number}/mentionable-technicians', {
          params: { path: { number } },
        }),
      ),
    staleTime: 60_000,
  });
}

export function readNotification(id: number) {
  return answer(api.PUT('/api/v1/notifications/{id}/read', { params: { path: { id } } }));
}

/** Those up to an id, or those of a ticket. */
export function readNotifications(which: { upTo: number } | { ticketNumber: number }) {
  return answer(api.POST('/api/v1/notifications/read', { body: which }));
}

export function saveNotificationChoices(body: NotificationChoices): Promise<NotificationChoices> {
  return answer(api.PUT('/api/v1/me/notification-choices', { body }));
}
