import type { DeviceType } from '#shared/agent-protocol.ts';
import { CONDITION_LIMITS, type ConditionKind, type Severity } from '#shared/alerts.ts';
import type { TicketPriority } from '#shared/tickets.ts';
import type { AlertAssignment, AlertProfile, AlertProfileBody } from '../../data/alert-profiles.ts';

type Named = { id: number; name: string } | null;

/** What stands in the form: numbers may be empty while they are typed, people are texts to choose. */
export interface ProfileValues {
  name: string;
  conditions: ConditionValues[];
  ticketRules: RuleValues[];
  hearing: { severities: Severity[]; roleIds: string[]; technicianIds: string[] };
  solvesTickets: boolean;
  resolvesAlerts: boolean;
  assignments: AssignmentValues[];
}

export interface ConditionValues {
  id: string;
  kind: ConditionKind;
  severity: Severity;
  limit: number | '';
  hysteresis: number | '';
  minutes: number | '';
  target: string;
  deviceTypes: DeviceType[];
}

export interface RuleValues {
  severities: Severity[];
  deviceTypes: DeviceType[];
  assigneeId: string | null;
  priority: TicketPriority;
}

export interface AssignmentValues {
  /** Of a device; else of a customer, a type, or a type at a customer. */
  isOfDevice: boolean;
  device: Named;
  customer: Named;
  deviceType: DeviceType | null;
}

/** What a condition begins with when its kind is chosen. */
const BEGINNINGS: Record<
  ConditionKind,
  Pick<ConditionValues, 'limit' | 'hysteresis' | 'minutes'>
> = {
  cpu: { limit: 95, hysteresis: 5, minutes: 15 },
  memory: { limit: 95, hysteresis: 5, minutes: 15 },
  disk: { limit: 10, hysteresis: 2, minutes: 0 },
  offline: { limit: '', hysteresis: 0, minutes: 10 },
  service: { limit: '', hysteresis: 0, minutes: 5 },
  certificate: { limit: 14, hysteresis: 0, minutes: 0 },
  reboot: { limit: '', hysteresis: 0, minutes: 1440 },
};

export const newCondition = (kind: ConditionKind = 'cpu'): ConditionValues => ({
  id: crypto.randomUUID(),
  severity: 'warning',
  target: '',
  deviceTypes: [],
  kind,
  ...BEGINNINGS[kind],
});

/** The same condition of another kind: what is measured otherwise begins anew. */
export const ofKind = (condition: ConditionValues, kind: ConditionKind): ConditionValues => ({
  ...condition,
  kind,
  target: '',
  ...BEGINNINGS[kind],
});

export const newRule = (): RuleValues => ({
  severities: ['critical'],
  deviceTypes: [],
  assigneeId: null,
  priority: 'high',
});

export const newAssignment = (isOfDevice: boolean): AssignmentValues => ({
  isOfDevice,
  device: null,
  customer: null,
  deviceType: null,
});

export function valuesOf(profile: AlertProfile): ProfileValues {
  return {
    name: profile.name,
    conditions: profile.conditions.map((condition) => ({
      ...condition,
      limit: condition.limit ?? '',
    })),
    ticketRules: profile.ticketRules.map((rule) => ({
      ...rule,
      assigneeId: rule.assigneeId === null ? null : String(rule.assigneeId),
    })),
    hearing: {
      severities: profile.hearing.severities,
      roleIds: profile.hearing.roleIds.map(String),
      technicianIds: profile.hearing.technicianIds.map(String),
    },
    solvesTickets: profile.solvesTickets,
    resolvesAlerts: profile.resolvesAlerts,
    assignments: profile.assignments.map((to) => ({ ...to, isOfDevice: to.device !== null })),
  };
}

/** A new profile asks for what the default one does, and holds for nothing yet. */
export function draftOf(standard: AlertProfile | undefined): ProfileValues {
  if (standard) return { ...valuesOf(standard), name: '', assignments: [] };
  return {
    name: '',
    conditions: [newCondition()],
    ticketRules: [],
    hearing: { severities: ['critical'], roleIds: [], technicianIds: [] },
    solvesTickets: false,
    resolvesAlerts: false,
    assignments: [],
  };
}

export function toBody(values: ProfileValues): AlertProfileBody {
  return {
    name: values.name,
    conditions: values.conditions.map((condition) => ({
      ...condition,
      limit: CONDITION_LIMITS[condition.kind] ? numberOf(condition.limit) : null,
      hysteresis: CONDITION_LIMITS[condition.kind]?.hasHysteresis
        ? (numberOf(condition.hysteresis) ?? 0)
        : 0,
      minutes: numberOf(condition.minutes) ?? 0,
      target: hasTarget(condition.kind) ? condition.target.trim() : '',
    })),
    ticketRules: values.ticketRules.map((rule) => ({
      ...rule,
      assigneeId: rule.assigneeId === null ? null : Number(rule.assigneeId),
    })),
    hearing: {
      severities: values.hearing.severities,
      roleIds: values.hearing.roleIds.map(Number),
      technicianIds: values.hearing.technicianIds.map(Number),
    },
    solvesTickets: values.solvesTickets,
    resolvesAlerts: values.resolvesAlerts,
  };
}

export const toAssignments = ({ assignments }: ProfileValues): AlertAssignment[] =>
  assignments.map(({ isOfDevice, device, customer, deviceType }) =>
    isOfDevice
      ? { deviceId: device?.id ?? null, customerId: null, deviceType: null }
      : { deviceId: null, customerId: customer?.id ?? null, deviceType },
  );

/** Services have to be named, volumes can be. */
export const hasTarget = (kind: ConditionKind) => kind === 'service' || kind === 'disk';

const numberOf = (value: number | '') => (value === '' ? null : value);
