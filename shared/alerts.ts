import type { DeviceType } from './agent-protocol.ts';

/** Weakest first. */
export const SEVERITIES = ['information', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who said it: a device's agent, its silence, a check by the server, a script, another system. */
export const ALERT_SOURCES = ['agent', 'offline', 'check', 'api', 'webhook'] as const;
export type AlertSource = (typeof ALERT_SOURCES)[number];

/** Open and acknowledged ones wait for somebody; snoozed ones come back by themselves. */
export const ALERT_STATES = ['open', 'acknowledged', 'snoozed', 'resolved'] as const;
export type AlertState = (typeof ALERT_STATES)[number];
export const ACTIVE_ALERT_STATES = ['open', 'acknowledged'] as const satisfies AlertState[];

/** What can be wrong with a device, as thresholds name it. */
export const CONDITION_KINDS = [
  'cpu',
  'memory',
  'disk',
  'offline',
  'service',
  'certificate',
  'reboot',
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** `other` brings a title along; all others have one in every language. */
export const ALERT_KINDS = [...CONDITION_KINDS, 'unreachable', 'unexpected', 'other'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** How a condition of each kind is measured. */
export const CONDITION_LIMITS = {
  /** Per cent in use, at least. */
  cpu: { unit: 'percentUsed', min: 1, max: 100, hasHysteresis: true },
  memory: { unit: 'percentUsed', min: 1, max: 100, hasHysteresis: true },
  /** Per cent free, less than; for each volume. */
  disk: { unit: 'percentFree', min: 1, max: 99, hasHysteresis: true },
  offline: null,
  service: null,
  /** Days until it ends, at most. */
  certificate: { unit: 'daysLeft', min: 0, max: 365, hasHysteresis: false },
  reboot: null,
} as const satisfies Record<
  ConditionKind,
  { unit: string; min: number; max: number; hasHysteresis: boolean } | null
>;

/** What every company's default profile is called until somebody renames it; shown in each language. */
export const DEFAULT_PROFILE_NAME = 'Default';

/** One threshold of a profile. */
export interface AlertCondition {
  /** Stays the same when the condition is changed. */
  id: string;
  kind: ConditionKind;
  severity: Severity;
  /** In the unit of its kind; null where the kind has none. */
  limit: number | null;
  /** So far back beyond the limit a value has to be until it counts as fine again. */
  hysteresis: number;
  /** For so long without a break. */
  minutes: number;
  /** The service; or a single volume. Empty: all volumes. */
  target: string;
  /** Empty: of every type. */
  deviceTypes: DeviceType[];
}

/** Alerts that open a ticket by themselves; the first rule that fits counts. */
export interface TicketRule {
  severities: Severity[];
  /** Empty: of every type, and of none. */
  deviceTypes: DeviceType[];
  assigneeId: number | null;
  priority: 'low' | 'medium' | 'high' | 'critical';
}

/** Who is told; without roles and technicians everybody who may see the alert. */
export interface AlertHearing {
  severities: Severity[];
  roleIds: number[];
  technicianIds: number[];
}

export const ALERT_SOURCE_FORMATS = ['alertmanager', 'plain'] as const;
export type AlertSourceFormat = (typeof ALERT_SOURCE_FORMATS)[number];

export const ALERT_EVENT_KINDS = [
  'raised',
  'reopened',
  'severity',
  'acknowledged',
  'opened',
  'snoozed',
  'woken',
  'silenced',
  'flapping',
  'resolved',
  'ticket',
  'note',
] as const;
export type AlertEventKind = (typeof ALERT_EVENT_KINDS)[number];

export const ALERT_SORTS = ['-lastAt', 'lastAt', '-severity', '-createdAt', 'createdAt'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

export const ALERT_LIMITS = {
  titleChars: 250,
  textChars: 5_000,
  fingerprintChars: 200,
  targetChars: 200,
  labels: 64,
  labelChars: 500,
  urlChars: 2_000,
  conditionsPerProfile: 50,
  rulesPerProfile: 20,
  assignmentsPerProfile: 500,
  alertsPerChange: 500,
  /** Of a delivery of another system. */
  alertsPerDelivery: 2_000,
  deliveryBytes: 8_000_000,
  /** An alert that comes back within it is the same one. */
  reopenMinutes: 60,
  /** At most one mail within it for the same alert. */
  mailMinutes: 60,
} as const;
