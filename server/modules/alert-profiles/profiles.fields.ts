import { z } from 'zod';
import { line, requiredLine } from '#platform/http/fields.ts';
import { AGENT_LIMITS, DEVICE_TYPES } from '#shared/agent-protocol.ts';
import {
  ALERT_LIMITS,
  type AlertCondition,
  CONDITION_KINDS,
  CONDITION_LIMITS,
  SEVERITIES,
} from '#shared/alerts.ts';
import { LIMITS } from '#shared/limits.ts';
import { TICKET_PRIORITIES } from '#shared/tickets.ts';

const Id = z.number().int().positive();
const MINUTES_MAX = 30 * 24 * 60;
const PEOPLE_MAX = 200;
const Severities = z.array(z.enum(SEVERITIES)).max(SEVERITIES.length);
const DeviceTypes = z.array(z.enum(DEVICE_TYPES)).max(DEVICE_TYPES.length);

/** What cannot be measured so is refused here: a limit that is none, a service without a name. */
const Condition = z
  .strictObject({
    id: z.string().regex(/^[\w-]{1,40}$/),
    kind: z.enum(CONDITION_KINDS),
    severity: z.enum(SEVERITIES),
    limit: z.number().nullable().default(null),
    hysteresis: z.number().min(0).max(50).default(0),
    minutes: z.number().int().min(0).max(MINUTES_MAX).default(0),
    target: line(AGENT_LIMITS.textChars).default(''),
    deviceTypes: DeviceTypes.default([]),
  })
  .superRefine(({ kind, limit, target, minutes }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const measure = CONDITION_LIMITS[kind];
    if (measure && (limit === null || limit < measure.min || limit > measure.max))
      wrong('limit', 'outOfRange');
    if (!measure && limit !== null) wrong('limit', 'notForThisKind');
    if (kind === 'service' && target === '') wrong('target', 'required');
    if (target !== '' && kind !== 'service' && kind !== 'disk') wrong('target', 'notForThisKind');
    if (kind === 'offline' && minutes < 1) wrong('minutes', 'outOfRange');
  })
  .transform(
    (condition): AlertCondition => ({
      ...condition,
      hysteresis: CONDITION_LIMITS[condition.kind]?.hasHysteresis ? condition.hysteresis : 0,
    }),
  );

const Rule = z.strictObject({
  severities: Severities.min(1),
  deviceTypes: DeviceTypes.default([]),
  assigneeId: Id.nullable().default(null),
  priority: z.enum(TICKET_PRIORITIES).default('high'),
});

export const ProfileFields = z.strictObject({
  name: requiredLine(LIMITS.nameChars),
  conditions: z
    .array(Condition)
    .max(ALERT_LIMITS.conditionsPerProfile)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'twice'),
  ticketRules: z.array(Rule).max(ALERT_LIMITS.rulesPerProfile),
  hearing: z.strictObject({
    severities: Severities,
    roleIds: z.array(Id).max(PEOPLE_MAX).default([]),
    technicianIds: z.array(Id).max(PEOPLE_MAX).default([]),
  }),
  solvesTickets: z.boolean().describe('A ticket is solved once all of its alerts are'),
  resolvesAlerts: z.boolean().describe('Alerts are resolved once their ticket is solved or closed'),
});

export const AssignmentFields = z
  .strictObject({
    deviceId: Id.nullable().default(null),
    customerId: Id.nullable().default(null),
    deviceType: z.enum(DEVICE_TYPES).nullable().default(null),
  })
  .refine(
    ({ deviceId, customerId, deviceType }) =>
      deviceId === null
        ? customerId !== null || deviceType !== null
        : customerId === null && deviceType === null,
    'deviceOrOthers',
  );
