import { z } from 'zod';
import { IdParams, requiredLine } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import { CHECK_LIMITS } from '#shared/checks.ts';
import { LIMITS } from '#shared/limits.ts';
import { CheckFields } from './checks.fields.ts';
import {
  addCheck,
  addCheckedDevice,
  changeCheck,
  listCheckResults,
  listChecks,
  removeCheck,
  runCheckNow,
} from './checks.ts';
import { CheckResultView, CheckView } from './checks.views.ts';

const RUNS_PER_MINUTE = 30;

export const checksRoutes: readonly Route[] = [
  consoleRoute({
    method: 'POST',
    path: '/checked-devices',
    summary: 'Add a device without an agent, with what the server is to check of it',
    allow: 'devices.manage',
    body: z.strictObject({
      customerId: z.number().int().positive(),
      name: requiredLine(LIMITS.nameChars),
      type: z.enum(DEVICE_TYPES).default('server'),
      checks: z.array(CheckFields).max(CHECK_LIMITS.perDevice).default([]),
    }),
    answer: z.object({ id: z.number(), name: z.string() }),
    status: 201,
    handle: ({ tx, body }) => addCheckedDevice(tx, body),
  }),
  consoleRoute({
    method: 'GET',
    path: '/devices/:id/checks',
    summary: 'What the server checks of a device, with what it saw last',
    allow: 'devices.view',
    params: IdParams,
    answer: z.object({ items: z.array(CheckView) }),
    handle: async ({ tx, params: { id } }) => ({ items: await listChecks(tx, id) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/devices/:id/checks',
    summary: 'Have the server check one thing more of a device',
    allow: 'devices.manage',
    params: IdParams,
    body: CheckFields,
    answer: CheckView,
    status: 201,
    handle: ({ tx, params: { id }, body }) => addCheck(tx, id, body),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/checks/:id',
    summary: 'Set a check anew; 409 with `current` when somebody else did meanwhile',
    allow: 'devices.manage',
    params: IdParams,
    body: CheckFields.extend({ version: z.number().int() }),
    answer: CheckView,
    handle: ({ tx, params: { id }, body: { version, ...fields } }) =>
      changeCheck(tx, id, version, fields),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/checks/:id',
    summary: 'Remove a check with its results',
    allow: 'devices.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => removeCheck(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/checks/:id/runs',
    summary: 'Run a check now; what it sees is in the check a moment later',
    allow: 'devices.manage',
    limitPerMinute: RUNS_PER_MINUTE,
    params: IdParams,
    answer: CheckView,
    status: 202,
    handle: ({ tx, params: { id } }) => runCheckNow(tx, id),
  }),
  consoleRoute({
    method: 'GET',
    path: '/checks/:id/results',
    summary: 'What a check saw in the last 30 days, the newest first',
    allow: 'devices.view',
    params: IdParams,
    query: PageQuery,
    answer: pageOf(CheckResultView),
    handle: ({ tx, params: { id }, query }) => listCheckResults(tx, id, query),
  }),
];
