import { z } from 'zod';
import { IdParams, requiredLine } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import type { WindowRow } from './windows.queries.ts';
import type { WindowTime } from './windows.rules.ts';
import { addWindow, changeWindow, listWindows, removeWindow } from './windows.ts';

const Id = z.number().int().positive();
const MINUTES_MAX = 7 * 24 * 60;

const Time = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('once'),
      startsAt: z.iso.datetime({ offset: true }).transform((time) => new Date(time)),
      endsAt: z.iso.datetime({ offset: true }).transform((time) => new Date(time)),
    })
    .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], error: 'endsFirst' }),
  z.strictObject({
    kind: z.literal('weekly'),
    weekdays: z
      .array(z.number().int().min(1).max(7))
      .min(1)
      .max(7)
      .describe('1 Monday to 7 Sunday: the days on which it begins'),
    fromMinute: z.number().int().min(0).max(1439).describe('Minute of the day, company’s time'),
    durationMinutes: z.number().int().min(1).max(MINUTES_MAX),
  }),
]);

const Wanted = z.strictObject({
  name: requiredLine(LIMITS.nameChars),
  customerId: Id.nullish(),
  deviceId: Id.nullish().describe('Neither customer nor device: the whole company'),
  time: Time,
});

const Ref = z.object({ id: z.number(), name: z.string() }).nullable();
export const MaintenanceWindowView = z.object({
  id: z.number(),
  name: z.string(),
  customer: Ref.describe('Also of a device'),
  device: Ref,
  time: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('once'), startsAt: z.date(), endsAt: z.date() }),
    z.object({
      kind: z.literal('weekly'),
      weekdays: z.array(z.number()),
      fromMinute: z.number(),
      durationMinutes: z.number(),
    }),
  ]),
  openUntil: z.date().nullable().describe('null: not open now'),
  createdAt: z.date(),
});

const view = (found: {
  row: WindowRow;
  time: WindowTime;
  open: { until: Date } | null;
}): z.input<typeof MaintenanceWindowView> => ({
  id: found.row.id,
  name: found.row.name,
  customer:
    found.row.of_customer_id === null
      ? null
      : { id: found.row.of_customer_id, name: found.row.customer_name ?? '' },
  device:
    found.row.device_id === null
      ? null
      : { id: found.row.device_id, name: found.row.device_name ?? '' },
  time:
    found.time.kind === 'once' ? found.time : { ...found.time, weekdays: [...found.time.weekdays] },
  openUntil: found.open?.until ?? null,
  createdAt: found.row.created_at,
});

export const maintenanceRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/maintenance-windows',
    summary: 'Maintenance windows, the newest first; those long past are left out',
    allow: 'alerts.view',
    query: z.object({
      customerId: z.coerce.number().int().positive().optional(),
      deviceId: z.coerce.number().int().positive().optional(),
    }),
    answer: z.object({ items: z.array(MaintenanceWindowView) }),
    handle: async ({ tx, query }) => ({ items: (await listWindows(tx, query)).map(view) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/maintenance-windows',
    summary: 'Silence alerts of the company, a customer or a device for a time',
    allow: 'alerts.manage',
    body: Wanted,
    answer: MaintenanceWindowView,
    status: 201,
    handle: async ({ tx, body }) => view(await addWindow(tx, body)),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/maintenance-windows/:id',
    summary:
      'Change a maintenance window; what it silenced already stays so until the time set then',
    allow: 'alerts.manage',
    params: IdParams,
    body: Wanted,
    answer: MaintenanceWindowView,
    handle: async ({ tx, params: { id }, body }) => view(await changeWindow(tx, id, body)),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/maintenance-windows/:id',
    summary: 'Remove a maintenance window',
    allow: 'alerts.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => removeWindow(tx, id),
  }),
];
