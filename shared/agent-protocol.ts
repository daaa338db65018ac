/**
 * What the agent on a customer's machine and the server say to each other. Agents outlive the
 * server's version that handed them out: fields are only ever added, and unknown ones are ignored.
 */
export const AGENT_PATHS = {
  tarball: '/agent.tgz',
  enrolments: '/agent/v1/enrolments',
  reports: '/agent/v1/reports',
} as const;

export const AGENT_LIMITS = {
  /** Of a report as it is sent, compressed. */
  reportBytes: 1_000_000,
  /** Of a report once it is unpacked. */
  reportJsonBytes: 8_000_000,
  /** Of an enrolment, which anybody may send: an inventory and little more. */
  enrolmentBytes: 100_000,
  enrolmentJsonBytes: 500_000,
  samplesPerReport: 240,
  /** Samples that an agent keeps while it cannot reach the server: a week of one a minute. */
  bufferedSamples: 10_080,
  disks: 64,
  networkInterfaces: 64,
  services: 200,
  textChars: 200,
} as const;

export const DEVICE_TYPES = ['workstation', 'laptop', 'server', 'other'] as const;
export type DeviceType = (typeof DEVICE_TYPES)[number];

export const SERVICE_STATES = ['running', 'stopped', 'missing'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/** What the machine is; sent when it has changed, and when the server asks for it. */
export interface Inventory {
  hostname: string;
  type: DeviceType;
  os: { platform: string; name: string; version: string; build: string; arch: string };
  maker: string;
  model: string;
  serial: string;
  cpu: { name: string; cores: number };
  memoryBytes: number;
  disks: { name: string; mount: string; fileSystem: string; totalBytes: number }[];
  network: { name: string; mac: string; addresses: string[] }[];
  /** null where it cannot be told. */
  updatesWaiting: number | null;
}

/** The state of the machine at one moment; rates and the load of the CPU are of the time since the one before. */
export interface Sample {
  /** ISO 8601, by the machine's own clock. */
  at: string;
  /** 0 to 100, of all cores. */
  cpuPercent: number;
  memoryPercent: number;
  disks: { mount: string; usedBytes: number; totalBytes: number }[];
  receivedBytesPerSecond: number;
  sentBytesPerSecond: number;
  uptimeSeconds: number;
  /** null where nobody is, or it cannot be told. */
  loggedInUser: string | null;
  isRebootPending: boolean | null;
  /** The services that the server asked to be watched. */
  services: { name: string; state: ServiceState }[];
}

export interface EnrolmentRequest {
  token: string;
  /** Hash of what the hardware and the operating system say of themselves; another machine has another. */
  fingerprint: string;
  agentVersion: string;
  inventory: Inventory;
}

export interface EnrolmentAnswer {
  deviceId: number;
  /** Stands for the device from now on; the server keeps a hash of it only. */
  key: string;
  settings: AgentSettings;
  /** Of the agent that the server hands out today. */
  agentVersion: string;
}

export interface ReportRequest {
  agentVersion: string;
  fingerprint: string;
  /** Random, one for each start of the agent: two at the same time are two copies of one machine. */
  runId: string;
  /** ISO 8601, by the machine's clock when it sent this: tells how far that clock is off. */
  sentAt: string;
  /** Hash of the inventory as the agent knows it, whether it is sent along or not. */
  inventoryHash: string;
  inventory?: Inventory | undefined;
  /** Oldest first; some may have been sent before. */
  samples: Sample[];
}

export interface ReportAnswer {
  settings: AgentSettings;
  /** The server does not know the inventory of this hash. */
  wantsInventory: boolean;
  /** Takes the place of the agent's key; the old one is good until this one was used. */
  newKey: string | null;
  /** Of the agent that the server hands out today. It is only told of: no agent replaces itself. */
  agentVersion: string;
}

export interface AgentSettings {
  sampleEverySeconds: number;
  /** Services whose state is of interest to somebody's alerts. */
  watchedServices: string[];
}

/** Why the server will not hear of this agent any more (`code` of its 401, 403 or 409 answers). */
export const AGENT_REFUSALS = [
  'agentKeyUnknown',
  'anotherMachine',
  'enrolmentTokenInvalid',
] as const;
export type AgentRefusal = (typeof AGENT_REFUSALS)[number];
