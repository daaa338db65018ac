import { z } from 'zod';
import { IdParams } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { getChoices, keepChoices } from './choices.ts';
import { listNotifications, readNotification, readNotifications } from './notifications.ts';
import { ChoicesView, NotificationView } from './notifications.views.ts';

const UnreadCount = z.number().int();
const Id = z.number().int().positive();

export const notificationsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/notifications',
    summary: 'What you were told of, the newest first; at most a hundred unread ones are counted',
    allow: ['tickets.view', 'alerts.view'],
    query: PageQuery,
    answer: pageOf(NotificationView).extend({ unreadCount: UnreadCount }),
    handle: ({ tx, query }) => listNotifications(tx, query),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/notifications/:id/read',
    summary: 'Mark one of your notifications as read',
    allow: ['tickets.view', 'alerts.view'],
    params: IdParams,
    handle: ({ tx, params: { id } }) => readNotification(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/notifications/read',
    summary: 'Mark your notifications as read: up to one, those of a ticket or an alert, or all',
    allow: ['tickets.view', 'alerts.view'],
    body: z.strictObject({
      upTo: Id.optional(),
      ticketNumber: Id.optional(),
      alertId: Id.optional(),
    }),
    answer: z.object({ unreadCount: UnreadCount }),
    handle: ({ tx, body }) => readNotifications(tx, body),
  }),
  consoleRoute({
    method: 'GET',
    path: '/me/notification-choices',
    summary: 'Of what you want to hear, in the console and by e-mail',
    allow: 'technician',
    answer: ChoicesView,
    handle: ({ tx }) => getChoices(tx, tx.actor.technicianId),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/me/notification-choices',
    summary: 'Choose of what you want to hear, in the console and by e-mail',
    allow: 'technician',
    body: ChoicesView,
    answer: ChoicesView,
    handle: ({ tx, body }) => keepChoices(tx, tx.actor.technicianId, body),
  }),
];
