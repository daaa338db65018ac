import { z } from 'zod';
import { alertTitle } from '#modules/alert-titles/index.ts';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import {
  ALERT_EVENT_KINDS,
  ALERT_KINDS,
  ALERT_SOURCES,
  ALERT_STATES,
  SEVERITIES,
} from '#shared/alerts.ts';
import type { Language } from '#shared/languages.ts';
import { TICKET_STATUSES } from '#shared/tickets.ts';
import type { AlertPageRow, AlertRow, listEventRows } from './alert-list.queries.ts';

const Ref = z.object({ id: z.number(), name: z.string() }).nullable();

/** An alert in lists. */
export const AlertView = z.object({
  id: z.number(),
  title: z.string().describe('In the reader’s language, unless its source has given one'),
  kind: z.enum(ALERT_KINDS),
  target: z.string(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  severity: z.enum(SEVERITIES),
  state: z.enum(ALERT_STATES),
  source: z.enum(ALERT_SOURCES),
  alertSource: Ref.describe('The system that sent it to its webhook'),
  device: z.object({ id: z.number(), name: z.string(), type: z.enum(DEVICE_TYPES) }).nullable(),
  customer: Ref,
  ticket: z.object({ number: z.number(), status: z.enum(TICKET_STATUSES) }).nullable(),
  occurrences: z.number(),
  occurredAt: z.date().describe('Since when it is so this time'),
  lastAt: z.date().describe('Heard of last'),
  snoozedUntil: z.date().nullable(),
  isSilenced: z.boolean().describe('Sleeps because of a maintenance window'),
  isFlapping: z.boolean(),
  acknowledgedBy: Ref,
  resolvedAt: z.date().nullable(),
  resolvedBy: z.enum(['person', 'source', 'ticket', 'system']).nullable(),
  createdAt: z.date(),
});
export type AlertView = z.infer<typeof AlertView>;

/** An alert on its own page. */
export const AlertPageView = AlertView.extend({
  text: z.string(),
  labels: z.record(z.string(), z.string()),
  url: z.string().nullable().describe('A page of its source'),
  fingerprint: z.string(),
  resolvesAt: z.date().nullable().describe('Flapping: when it counts as resolved if it stays away'),
});
export type AlertPageView = z.infer<typeof AlertPageView>;

export const AlertEventView = z.object({
  id: z.number(),
  kind: z.enum(ALERT_EVENT_KINDS),
  actor: z.object({
    kind: z.enum(['technician', 'contact', 'apiKey', 'system']),
    id: z.number().nullable(),
    name: z.string(),
  }),
  details: z.record(z.string(), z.unknown()),
  createdAt: z.date(),
});

const ref = (id: number | null, name: string | null) =>
  id === null ? null : { id, name: name ?? '' };

export function alertView(row: AlertRow | AlertPageRow, language: Language): AlertView {
  return {
    id: row.id,
    title: alertTitle(language, row),
    kind: row.kind as AlertView['kind'],
    target: row.target,
    value: row.value,
    threshold: row.threshold,
    severity: row.severity as AlertView['severity'],
    state: row.state as AlertView['state'],
    source: row.source as AlertView['source'],
    alertSource: ref(row.alert_source_id, row.alert_source_name),
    device:
      row.device_id === null
        ? null
        : {
            id: row.device_id,
            name: row.device_name ?? '',
            type: row.device_type as (typeof DEVICE_TYPES)[number],
          },
    customer: ref(row.customer_id, row.customer_name),
    ticket:
      row.ticket_number === null
        ? null
        : {
            number: row.ticket_number,
            status: row.ticket_status as (typeof TICKET_STATUSES)[number],
          },
    occurrences: row.occurrences,
    occurredAt: row.occurred_at,
    lastAt: row.last_at,
    snoozedUntil: row.snoozed_until,
    isSilenced: row.is_silenced,
    isFlapping: row.is_flapping,
    acknowledgedBy: ref(
      row.acknowledged_by,
      `${row.acknowledged_first_name ?? ''} ${row.acknowledged_last_name ?? ''}`.trim(),
    ),
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by as AlertView['resolvedBy'],
    createdAt: row.created_at,
  };
}

export const alertPageView = (row: AlertPageRow, language: Language): AlertPageView => ({
  ...alertView(row, language),
  text: row.text,
  labels: row.labels as Record<string, string>,
  url: row.url,
  fingerprint: row.fingerprint,
  resolvesAt: row.resolves_at,
});

export const alertEventView = (
  row: Awaited<ReturnType<typeof listEventRows>>[number],
): z.infer<typeof AlertEventView> => ({
  id: row.id,
  kind: row.kind as z.infer<typeof AlertEventView>['kind'],
  actor: {
    kind: row.actor_kind as z.infer<typeof AlertEventView>['actor']['kind'],
    id: row.actor_id,
    name: row.actor_name,
  },
  details: row.details as Record<string, unknown>,
  createdAt: row.created_at,
});
