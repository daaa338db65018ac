import { z } from 'zod';
import { clock } from '#platform/clock.ts';
import { IdParams, requiredLine } from '#platform/http/fields.ts';
import { agentRoute, consoleRoute, publicAgentRoute, type Route } from '#platform/http/route.ts';
import { AGENT_LIMITS } from '#shared/agent-protocol.ts';
import { LIMITS } from '#shared/limits.ts';
import { revokeDeviceKeys } from './agent-keys.ts';
import { EnrolmentFields, ReportFields } from './agents.fields.ts';
import { EnrolmentTokenView, enrolmentTokenView } from './agents.views.ts';
import { enrolMachine } from './enrol-machine.ts';
import { listTokenRows } from './enrolment-tokens.queries.ts';
import { createEnrolmentToken, revokeEnrolmentToken } from './enrolment-tokens.ts';
import { takeReport } from './take-report.ts';

/** From one address: the machines of a whole customer are behind it, and somebody enrols them all at once. */
const ENROLMENTS_PER_MINUTE = 300;
const TOKEN_DAYS_MAX = 365;
const TOKEN_USES_MAX = 10_000;

const Settings = z.object({
  sampleEverySeconds: z.number(),
  watchedServices: z.array(z.string()),
});

export const agentsRoutes: readonly Route[] = [
  publicAgentRoute({
    method: 'POST',
    path: '/enrolments',
    summary: 'Become a device',
    allow: 'public',
    limitPerMinute: ENROLMENTS_PER_MINUTE,
    bodyBytes: AGENT_LIMITS.enrolmentJsonBytes,
    body: EnrolmentFields,
    answer: z.object({
      deviceId: z.number(),
      key: z.string(),
      settings: Settings,
      agentVersion: z.string(),
    }),
    status: 201,
    handle: ({ platform, body, request }) =>
      enrolMachine(platform, body, { ip: request.ip, requestId: request.id }),
  }),
  agentRoute({
    method: 'POST',
    path: '/reports',
    summary: 'What the machine is and how it fares',
    allow: 'device',
    bodyBytes: AGENT_LIMITS.reportJsonBytes,
    body: ReportFields,
    answer: z.object({
      settings: Settings,
      wantsInventory: z.boolean(),
      newKey: z.string().nullable(),
      agentVersion: z.string(),
    }),
    handle: ({ tx, deviceId, body }) => takeReport(tx, deviceId, body),
  }),
  consoleRoute({
    method: 'GET',
    path: '/enrolment-tokens',
    summary: 'The enrolment tokens that work, the newest first',
    allow: 'devices.manage',
    query: z.object({ customerId: z.coerce.number().int().positive().optional() }),
    answer: z.object({ items: z.array(EnrolmentTokenView) }),
    handle: async ({ tx, query: { customerId } }) => ({
      items: (await listTokenRows(tx, customerId, clock.now())).map(enrolmentTokenView),
    }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/enrolment-tokens',
    summary: 'Make an enrolment token; it is in this answer and never again',
    allow: 'devices.manage',
    body: z.strictObject({
      customerId: z.number().int().positive(),
      name: requiredLine(LIMITS.nameChars),
      validDays: z.number().int().min(1).max(TOKEN_DAYS_MAX).default(7),
      usesMax: z.number().int().min(1).max(TOKEN_USES_MAX).default(25),
    }),
    answer: z.object({
      enrolmentToken: EnrolmentTokenView,
      token: z.string(),
      command: z.string().describe('To be run on the machine by an administrator'),
    }),
    status: 201,
    async handle({ tx, body }) {
      const { enrolmentToken, ...rest } = await createEnrolmentToken(tx, body);
      return { enrolmentToken: enrolmentTokenView(enrolmentToken), ...rest };
    },
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/enrolment-tokens/:id',
    summary: 'Revoke an enrolment token; machines that were enrolled with it stay',
    allow: 'devices.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => revokeEnrolmentToken(tx, id),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/devices/:id/keys',
    summary: 'Stop listening to the agent of a device until its machine is enrolled again',
    allow: 'devices.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => revokeDeviceKeys(tx, id),
  }),
];
