import { z } from 'zod';
import {
  AGENT_LIMITS,
  DEVICE_TYPES,
  type EnrolmentRequest,
  type Inventory,
  type ReportRequest,
  type Sample,
  SERVICE_STATES,
} from '#shared/agent-protocol.ts';

/**
 * What machines may say. It comes from systems of every kind and age, so texts are cut instead of
 * refused, and fields that a later agent adds are left out.
 */
const Text = z.string().transform((value) =>
  value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .trim()
    .slice(0, AGENT_LIMITS.textChars)
    // Half a character, which no text in PostgreSQL can hold; cutting may leave one.
    .replace(/\p{Cs}/gu, ''),
);
/** No column takes a trillionth of a trillionth, and nobody reads it. */
const Percent = z.number().min(0).max(100).transform(toHundredths);
const Bytes = z.number().min(0).max(1e18).transform(Math.round);
const Time = z.iso.datetime({ offset: true });
const Fingerprint = z.string().regex(/^[0-9a-f]{32,64}$/);
const Version = Text.pipe(z.string().max(40));

const InventoryFields = z.object({
  hostname: Text,
  type: z.enum(DEVICE_TYPES).catch('other'),
  os: z.object({ platform: Text, name: Text, version: Text, build: Text, arch: Text }),
  maker: Text,
  model: Text,
  serial: Text,
  cpu: z.object({ name: Text, cores: z.number().int().min(0).max(100_000) }),
  memoryBytes: Bytes,
  disks: z
    .array(z.object({ name: Text, mount: Text, fileSystem: Text, totalBytes: Bytes }))
    .max(AGENT_LIMITS.disks),
  network: z
    .array(z.object({ name: Text, mac: Text, addresses: z.array(Text).max(20) }))
    .max(AGENT_LIMITS.networkInterfaces),
  updatesWaiting: z.number().int().min(0).max(1_000_000).nullable(),
}) satisfies z.ZodType<Inventory>;

const SampleFields = z.object({
  at: Time,
  cpuPercent: Percent,
  memoryPercent: Percent,
  disks: z
    .array(z.object({ mount: Text, usedBytes: Bytes, totalBytes: Bytes }))
    .max(AGENT_LIMITS.disks),
  receivedBytesPerSecond: Bytes,
  sentBytesPerSecond: Bytes,
  uptimeSeconds: z.number().min(0).max(1e10).transform(Math.round),
  loggedInUser: Text.nullable(),
  isRebootPending: z.boolean().nullable(),
  services: z
    .array(z.object({ name: Text, state: z.enum(SERVICE_STATES) }))
    .max(AGENT_LIMITS.services),
}) satisfies z.ZodType<Sample>;

export const EnrolmentFields = z.object({
  token: z.string().max(200),
  fingerprint: Fingerprint,
  agentVersion: Version,
  inventory: InventoryFields,
}) satisfies z.ZodType<EnrolmentRequest>;

export const ReportFields = z.object({
  agentVersion: Version,
  fingerprint: Fingerprint,
  runId: z.uuid(),
  sentAt: Time,
  inventoryHash: z.string().regex(/^[\w-]{0,64}$/),
  inventory: InventoryFields.optional(),
  samples: z.array(SampleFields).max(AGENT_LIMITS.samplesPerReport),
}) satisfies z.ZodType<ReportRequest>;

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
