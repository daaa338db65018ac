import { z } from 'zod';
import { AGENT_VERSION } from '#platform/agent-version.ts';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import type { DevicePageRow, DeviceRow } from './device-list.queries.ts';
import type { GraphPoint } from './device-metrics.queries.ts';
import { DEVICE_STATES } from './devices.rules.ts';

export const SEVERITIES = ['information', 'warning', 'critical'] as const;

/** A device in lists. */
export const DeviceView = z.object({
  id: z.number(),
  name: z.string(),
  customer: z.object({ id: z.number(), name: z.string() }),
  source: z.enum(['agent', 'checked']).describe('checked: the server looks at it from outside'),
  type: z.enum(DEVICE_TYPES),
  hostname: z.string(),
  os: z.string(),
  state: z.enum(DEVICE_STATES).describe('waiting: never reported; stale: offline for a week'),
  stateSince: z.date(),
  lastSeenAt: z.date().nullable(),
  loggedInUser: z.string().nullable(),
  agentVersion: z.string().nullable(),
  hasOldAgent: z.boolean().describe('The server hands out another version'),
  openAlertCount: z.number(),
  worstSeverity: z.enum(SEVERITIES).nullable(),
  isCopied: z.boolean().describe('Two machines report with one key'),
  isArchived: z.boolean(),
  version: z.number(),
});
export type DeviceView = z.infer<typeof DeviceView>;

const InventoryView = z.object({
  hostname: z.string(),
  os: z.object({
    platform: z.string(),
    name: z.string(),
    version: z.string(),
    build: z.string(),
    arch: z.string(),
  }),
  maker: z.string(),
  model: z.string(),
  serial: z.string(),
  cpu: z.object({ name: z.string(), cores: z.number() }),
  memoryBytes: z.number(),
  disks: z.array(
    z.object({
      name: z.string(),
      mount: z.string(),
      fileSystem: z.string(),
      totalBytes: z.number(),
    }),
  ),
  network: z.array(z.object({ name: z.string(), mac: z.string(), addresses: z.array(z.string()) })),
  updatesWaiting: z.number().nullable(),
});

const SampleView = z.object({
  at: z.string(),
  cpuPercent: z.number(),
  memoryPercent: z.number(),
  disks: z.array(z.object({ mount: z.string(), usedBytes: z.number(), totalBytes: z.number() })),
  receivedBytesPerSecond: z.number(),
  sentBytesPerSecond: z.number(),
  uptimeSeconds: z.number(),
  isRebootPending: z.boolean().nullable(),
  services: z.array(
    z.object({ name: z.string(), state: z.enum(['running', 'stopped', 'missing']) }),
  ),
});

/** A device on its own page. */
export const DevicePageView = DeviceView.extend({
  isNameChosen: z.boolean(),
  isTypeChosen: z.boolean(),
  notes: z.string(),
  address: z.string().nullable().describe('From where it reported last'),
  clockOffsetSeconds: z.number().describe('By how much its clock is ahead of ours'),
  inventory: InventoryView.nullable(),
  lastSample: SampleView.nullable(),
  contacts: z.array(z.object({ id: z.number(), name: z.string(), email: z.string() })),
  createdAt: z.date(),
});
export type DevicePageView = z.infer<typeof DevicePageView>;

export const DeviceChangeView = z.object({
  id: z.number(),
  field: z.string(),
  old: z.unknown(),
  new: z.unknown(),
  createdAt: z.date(),
});

export const GraphView = z.object({
  from: z.date(),
  to: z.date(),
  stepSeconds: z.number(),
  points: z.array(
    z.object({
      at: z.date(),
      cpuPercent: z.number(),
      cpuMaxPercent: z.number(),
      memoryPercent: z.number(),
      memoryMaxPercent: z.number(),
      receivedBytesPerSecond: z.number(),
      sentBytesPerSecond: z.number(),
      disks: z.record(z.string(), z.number()).describe('Used percent by mount'),
    }),
  ),
});

export const graphPointView = (point: GraphPoint) => ({
  at: point.at,
  cpuPercent: round(point.cpu_percent),
  cpuMaxPercent: round(point.cpu_max),
  memoryPercent: round(point.memory_percent),
  memoryMaxPercent: round(point.memory_max),
  receivedBytesPerSecond: Math.round(point.received),
  sentBytesPerSecond: Math.round(point.sent),
  disks: point.disks,
});

const round = (value: number) => Math.round(value * 10) / 10;

export const deviceView = (row: DeviceRow | DevicePageRow): DeviceView => ({
  id: row.id,
  name: row.name,
  customer: { id: row.customer_id, name: row.customer_name },
  source: row.source as DeviceView['source'],
  type: row.type as DeviceView['type'],
  hostname: row.hostname,
  os: row.os_name,
  state: row.state as DeviceView['state'],
  stateSince: row.state_since,
  lastSeenAt: row.last_seen_at,
  loggedInUser: row.logged_in_user,
  agentVersion: row.agent_version,
  hasOldAgent: row.agent_version !== null && row.agent_version !== AGENT_VERSION,
  openAlertCount: row.open_alert_count,
  worstSeverity: SEVERITIES[row.worst_severity - 1] ?? null,
  isCopied: row.copy_noticed_at !== null,
  isArchived: row.archived_at !== null,
  version: row.version,
});

export function devicePageView(
  row: DevicePageRow,
  contacts: readonly { id: number; first_name: string; last_name: string; email: string }[],
): DevicePageView {
  return {
    ...deviceView(row),
    isNameChosen: row.is_name_chosen,
    isTypeChosen: row.is_type_chosen,
    notes: row.notes,
    address: row.address,
    clockOffsetSeconds: row.clock_offset_seconds,
    inventory: row.inventory as DevicePageView['inventory'],
    lastSample: row.last_sample as DevicePageView['lastSample'],
    contacts: contacts.map(({ id, first_name, last_name, email }) => ({
      id,
      name: `${first_name} ${last_name}`.trim() || email,
      email,
    })),
    createdAt: row.created_at,
  };
}
