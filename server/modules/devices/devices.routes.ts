import { z } from 'zod';
import { commaList } from '#modules/tickets/index.ts';
import { IdParams, requiredLine, SearchText, text } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import { LIMITS } from '#shared/limits.ts';
import { changeDevices } from './bulk-devices.ts';
import { listDeviceChanges } from './device-changes.ts';
import { countDevicesByState } from './device-list.queries.ts';
import { DEVICE_SORTS, DEVICE_STATES, GRAPH_HOURS, type GraphHours } from './devices.rules.ts';
import {
  changeDevice,
  countDevices,
  dismissCopy,
  getDevice,
  graphDevice,
  linkContact,
  listDevices,
  setDeviceArchived,
  unlinkContact,
} from './devices.ts';
import { DeviceChangeView, DevicePageView, DeviceView, GraphView } from './devices.views.ts';

const DEVICES_PER_CHANGE = 100;
const Id = z.number().int().positive();
const ContactOnDevice = IdParams.extend({ contactId: z.coerce.number().int().positive() });

const Filters = z.object({
  search: SearchText.default(''),
  state: commaList(DEVICE_STATES),
  type: commaList(DEVICE_TYPES),
  customerId: z.coerce.number().int().positive().optional(),
  contactId: z.coerce.number().int().positive().optional(),
  hasAlerts: z.stringbool().optional(),
  hasOldAgent: z.stringbool().optional(),
  archived: z.stringbool().default(false),
});

const filtersOf = ({ state = [], type = [], archived, ...rest }: z.output<typeof Filters>) => ({
  ...rest,
  states: state,
  types: type,
  isArchived: archived,
});

export const devicesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/devices',
    summary: 'Devices, found by parts of name, host name, system, user, serial number or customer',
    allow: 'devices.view',
    query: PageQuery.extend(Filters.shape).extend({ sort: z.enum(DEVICE_SORTS).default('name') }),
    answer: pageOf(DeviceView),
    handle: ({ tx, query: { cursor, limit, sort, ...filters } }) =>
      listDevices(tx, { ...filtersOf(filters), cursor, limit, sort }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/device-count',
    summary: 'How many devices the same filters find',
    allow: 'devices.view',
    query: Filters,
    answer: z.object({ count: z.number() }),
    handle: async ({ tx, query }) => ({ count: await countDevices(tx, filtersOf(query)) }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/device-counts',
    summary: 'Devices that are not archived, by state',
    allow: 'devices.view',
    answer: z.record(z.enum(DEVICE_STATES), z.number()),
    handle: async ({ tx }) => ({
      ...Object.fromEntries(DEVICE_STATES.map((state) => [state, 0])),
      ...Object.fromEntries((await countDevicesByState(tx)).map((row) => [row.state, row.count])),
    }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/device-changes',
    summary: 'Change many devices at once: their customer, or whether they are archived',
    allow: 'devices.manage',
    body: z
      .strictObject({
        ids: z.array(Id).min(1).max(DEVICES_PER_CHANGE),
        customerId: Id.optional(),
        isArchived: z.boolean().optional(),
      })
      .refine(({ customerId, isArchived }) => customerId !== undefined || isArchived !== undefined),
    answer: z.object({ changed: z.array(z.number()), missing: z.array(z.number()) }),
    handle: ({ tx, body: { ids, ...change } }) => changeDevices(tx, ids, change),
  }),
  consoleRoute({
    method: 'GET',
    path: '/devices/:id',
    summary: 'One device with its inventory and what it reported last',
    allow: 'devices.view',
    params: IdParams,
    answer: DevicePageView,
    handle: ({ tx, params: { id } }) => getDevice(tx, id),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/devices/:id',
    summary: 'Change a device; 409 with `current` when somebody else did meanwhile',
    allow: 'devices.manage',
    params: IdParams,
    body: z.strictObject({
      version: z.number().int(),
      name: requiredLine(LIMITS.nameChars).optional(),
      type: z.enum(DEVICE_TYPES).optional(),
      notes: text(LIMITS.notesChars).optional(),
      customerId: Id.optional(),
    }),
    answer: DevicePageView,
    handle: ({ tx, params: { id }, body: { version, ...changes } }) =>
      changeDevice(tx, id, version, changes),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/devices/:id/archive',
    summary: 'Archive a device; its agent is not listened to any more',
    allow: 'devices.manage',
    params: IdParams,
    answer: DevicePageView,
    handle: ({ tx, params: { id } }) => setDeviceArchived(tx, id, true),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/devices/:id/archive',
    summary: 'Take a device back from the archive',
    allow: 'devices.manage',
    params: IdParams,
    answer: DevicePageView,
    handle: ({ tx, params: { id } }) => setDeviceArchived(tx, id, false),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/devices/:id/copy-notice',
    summary: 'Two machines reporting with one key were looked at',
    allow: 'devices.manage',
    params: IdParams,
    answer: DevicePageView,
    handle: ({ tx, params: { id } }) => dismissCopy(tx, id),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/devices/:id/contacts/:contactId',
    summary: 'Say that somebody works with a device',
    allow: 'devices.manage',
    params: ContactOnDevice,
    answer: DevicePageView,
    handle: ({ tx, params: { id, contactId } }) => linkContact(tx, id, contactId),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/devices/:id/contacts/:contactId',
    summary: 'Say that somebody no longer works with a device',
    allow: 'devices.manage',
    params: ContactOnDevice,
    answer: DevicePageView,
    handle: ({ tx, params: { id, contactId } }) => unlinkContact(tx, id, contactId),
  }),
  consoleRoute({
    method: 'GET',
    path: '/devices/:id/graph',
    summary: 'Load, memory, disks and network over time, in steps',
    allow: 'devices.view',
    params: IdParams,
    query: z.object({
      hours: z.coerce
        .number()
        .refine((hours): hours is GraphHours => hours in GRAPH_HOURS)
        .default(24),
    }),
    answer: GraphView,
    handle: ({ tx, params: { id }, query: { hours } }) => graphDevice(tx, id, hours),
  }),
  consoleRoute({
    method: 'GET',
    path: '/devices/:id/changes',
    summary: 'What changed about a device, the newest first',
    allow: 'devices.view',
    params: IdParams,
    query: PageQuery,
    answer: pageOf(DeviceChangeView),
    handle: ({ tx, params: { id }, query }) => listDeviceChanges(tx, id, query),
  }),
];
