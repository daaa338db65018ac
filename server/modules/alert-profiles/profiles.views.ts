import { z } from 'zod';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import { CONDITION_KINDS, SEVERITIES } from '#shared/alerts.ts';
import { TICKET_PRIORITIES } from '#shared/tickets.ts';
import type { NamedAssignment, ProfileColumns } from './profiles.queries.ts';

export interface Profile extends ProfileColumns {
  id: number;
  isDefault: boolean;
  version: number;
  updatedAt: Date;
  assignments: NamedAssignment[];
}

const Severities = z.array(z.enum(SEVERITIES));
const DeviceTypes = z.array(z.enum(DEVICE_TYPES));
const Ref = z.object({ id: z.number(), name: z.string() }).nullable();

export const AlertProfileView = z.object({
  id: z.number(),
  name: z.string(),
  isDefault: z.boolean().describe('Of all devices to which no other is assigned'),
  conditions: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(CONDITION_KINDS),
      severity: z.enum(SEVERITIES),
      limit: z.number().nullable(),
      hysteresis: z.number(),
      minutes: z.number(),
      target: z.string(),
      deviceTypes: DeviceTypes,
    }),
  ),
  ticketRules: z.array(
    z.object({
      severities: Severities,
      deviceTypes: DeviceTypes,
      assigneeId: z.number().nullable(),
      priority: z.enum(TICKET_PRIORITIES),
    }),
  ),
  hearing: z.object({
    severities: Severities,
    roleIds: z.array(z.number()),
    technicianIds: z.array(z.number()),
  }),
  solvesTickets: z.boolean(),
  resolvesAlerts: z.boolean(),
  assignments: z.array(
    z.object({ device: Ref, customer: Ref, deviceType: z.enum(DEVICE_TYPES).nullable() }),
  ),
  version: z.number(),
  updatedAt: z.date(),
});

export const profileView = (profile: Profile): z.input<typeof AlertProfileView> => ({
  id: profile.id,
  name: profile.name,
  isDefault: profile.isDefault,
  conditions: profile.conditions,
  ticketRules: profile.ticketRules,
  hearing: profile.hearing,
  solvesTickets: profile.solvesTickets,
  resolvesAlerts: profile.resolvesAlerts,
  version: profile.version,
  updatedAt: profile.updatedAt,
  assignments: profile.assignments.map((to) => ({
    device: to.device_id === null ? null : { id: to.device_id, name: to.device_name ?? '' },
    customer:
      to.of_customer_id === null ? null : { id: to.of_customer_id, name: to.customer_name ?? '' },
    deviceType: to.device_type as (typeof DEVICE_TYPES)[number] | null,
  })),
});
