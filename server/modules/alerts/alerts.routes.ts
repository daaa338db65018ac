import { z } from 'zod';
import { commaList, NumberParams } from '#modules/tickets/index.ts';
import { IdParams, line, requiredLine, SearchText, text } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import {
  ALERT_LIMITS,
  ALERT_SORTS,
  ALERT_SOURCES,
  ALERT_STATES,
  SEVERITIES,
} from '#shared/alerts.ts';
import { LIMITS } from '#shared/limits.ts';
import { TICKET_PRIORITIES } from '#shared/tickets.ts';
import { AlertEventView, AlertPageView, AlertView } from './alerts.views.ts';
import { changeAlerts, convertAlerts } from './change-alerts.ts';
import {
  countActiveAlerts,
  countAlerts,
  getAlert,
  listAlertEvents,
  listAlerts,
  listAlertsOfTicket,
} from './list-alerts.ts';
import { raiseByApi } from './raise-by-api.ts';

const Id = z.number().int().positive();
const Ids = z
  .array(Id)
  .min(1)
  .max(ALERT_LIMITS.alertsPerChange)
  .transform((ids) => [...new Set(ids)]);
const OptionalId = z.coerce.number().int().positive().optional();
const Time = z.iso.datetime({ offset: true }).transform((time) => new Date(time));

const Filters = z.object({
  search: SearchText.default(''),
  state: commaList(ALERT_STATES),
  severity: commaList(SEVERITIES),
  source: commaList(ALERT_SOURCES),
  customerId: OptionalId,
  deviceId: OptionalId,
  alertSourceId: OptionalId,
  hasTicket: z.stringbool().optional(),
});

const filtersOf = ({
  state = [],
  severity = [],
  source = [],
  ...rest
}: z.output<typeof Filters>) => ({
  ...rest,
  states: state,
  severities: severity,
  sources: source,
});

/** Only what a browser may open as a link. */
const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(ALERT_LIMITS.urlChars)
  .optional();

export const alertsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/alerts',
    summary: 'Alerts, found by state, severity, source, customer, device or words',
    allow: 'alerts.view',
    query: PageQuery.extend(Filters.shape).extend({ sort: z.enum(ALERT_SORTS).default('-lastAt') }),
    answer: pageOf(AlertView),
    handle: ({ tx, query: { cursor, limit, sort, ...filters } }) =>
      listAlerts(tx, { ...filtersOf(filters), cursor, limit, sort }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/alert-count',
    summary: 'How many alerts the same filters find',
    allow: 'alerts.view',
    query: Filters,
    answer: z.object({ count: z.number() }),
    handle: async ({ tx, query }) => ({ count: await countAlerts(tx, filtersOf(query)) }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/alert-counts',
    summary: 'Open and acknowledged alerts by severity',
    allow: 'alerts.view',
    answer: z.object({
      information: z.number(),
      warning: z.number(),
      critical: z.number(),
    }),
    handle: ({ tx }) => countActiveAlerts(tx),
  }),
  consoleRoute({
    method: 'POST',
    path: '/alerts',
    summary: 'Say that something is wrong, or (`resolved`) over; the same said again is one alert',
    allow: 'alerts.manage',
    body: z.strictObject({
      fingerprint: requiredLine(ALERT_LIMITS.fingerprintChars)
        .optional()
        .describe('Tells it from others; left out: its title, on the device or customer'),
      title: requiredLine(ALERT_LIMITS.titleChars),
      text: text(ALERT_LIMITS.textChars).optional(),
      severity: z.enum(SEVERITIES).default('warning'),
      status: z.enum(['firing', 'resolved']).default('firing'),
      deviceId: Id.optional(),
      customerId: Id.optional(),
      labels: z
        .record(requiredLine(ALERT_LIMITS.labelChars), line(ALERT_LIMITS.labelChars))
        .refine((labels) => Object.keys(labels).length <= ALERT_LIMITS.labels)
        .optional(),
      url: WebAddress,
      occurredAt: Time.optional().describe(
        'Since when: an occurrence that somebody has resolved is not raised again',
      ),
    }),
    answer: z.object({
      alert: AlertPageView.nullable().describe('null: resolved, and there was none'),
    }),
    handle: async ({ tx, body }) => ({ alert: await raiseByApi(tx, body) }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/alerts/:id',
    summary: 'One alert with all that its source said',
    allow: 'alerts.view',
    params: IdParams,
    answer: AlertPageView,
    handle: ({ tx, params: { id } }) => getAlert(tx, id),
  }),
  consoleRoute({
    method: 'GET',
    path: '/alerts/:id/events',
    summary: 'The history of an alert, the newest first',
    allow: 'alerts.view',
    params: IdParams,
    query: PageQuery,
    answer: pageOf(AlertEventView),
    handle: ({ tx, params: { id }, query }) => listAlertEvents(tx, id, query),
  }),
  consoleRoute({
    method: 'POST',
    path: '/alert-changes',
    summary: 'Acknowledge, snooze, resolve or reopen many alerts at once',
    allow: 'alerts.manage',
    body: z.discriminatedUnion('state', [
      z.strictObject({ ids: Ids, state: z.enum(['open', 'acknowledged', 'resolved']) }),
      z.strictObject({ ids: Ids, state: z.literal('snoozed'), snoozedUntil: Time }),
    ]),
    answer: z.object({
      changed: z.array(z.number()),
      missing: z.array(z.number()).describe('Gone, or resolved already'),
    }),
    handle: ({ tx, body: { ids, ...change } }) => changeAlerts(tx, ids, change),
  }),
  consoleRoute({
    method: 'POST',
    path: '/alert-tickets',
    summary: 'Make a ticket of alerts, one for each customer, or add them to a ticket',
    allow: 'alerts.manage',
    body: z.strictObject({
      ids: Ids,
      subject: line(LIMITS.subjectChars).optional(),
      assigneeId: Id.nullish(),
      priority: z.enum(TICKET_PRIORITIES).optional(),
      ticketNumber: Id.optional(),
    }),
    answer: z.object({ tickets: z.array(z.object({ number: z.number() })) }),
    status: 201,
    handle: async ({ tx, body: { ids, ...wanted } }) => ({
      tickets: (await convertAlerts(tx, ids, wanted)).map((number) => ({ number })),
    }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/alerts',
    summary: 'The alerts of a ticket, the worst first',
    allow: 'alerts.view',
    params: NumberParams,
    answer: z.object({ items: z.array(AlertView) }),
    handle: async ({ tx, params: { number } }) => ({
      items: await listAlertsOfTicket(tx, number),
    }),
  }),
];
