import type { DeviceType, Sample } from '#shared/agent-protocol.ts';
import {
  type AlertCondition,
  type ConditionKind,
  SEVERITIES,
  type Severity,
} from '#shared/alerts.ts';

/** One condition on one thing (a volume, a service) that is beyond its limit. */
interface ConditionState {
  /** ISO 8601: since when without a break. */
  since: string;
  /** It has lasted for as long as the condition wants. */
  isFiring: boolean;
  value: number | null;
}

/** What is kept of a device between two reports. */
export interface ConditionStates {
  /** ISO 8601: the last sample that was looked at. */
  at: string | null;
  /** By `condition|target`; only what is beyond its limit. */
  conditions: Record<string, ConditionState>;
  /** By `kind|target`: what alerts were raised of, and how severe. */
  told: Record<string, Severity>;
}

export const NO_CONDITIONS: ConditionStates = { at: null, conditions: {}, told: {} };

/** What an alert is raised of: the worst condition of a kind on one thing. */
export interface Firing {
  kind: ConditionKind;
  target: string;
  severity: Severity;
  value: number | null;
  threshold: number | null;
  since: string;
}

interface Reading {
  target: string;
  isBeyond: boolean;
  /** Back on the good side by more than the hysteresis. */
  isFine: boolean;
  value: number | null;
}

/** Without samples for longer than this nobody knows whether it lasted. */
const BREAK_MS = 10 * 60_000;

export const keyOf = (condition: { id: string }, target: string) => `${condition.id}|${target}`;

/** The conditions that are for devices of the type. */
export const conditionsFor = (conditions: readonly AlertCondition[], type: string) =>
  conditions.filter(
    ({ deviceTypes }) => deviceTypes.length === 0 || deviceTypes.includes(type as DeviceType),
  );

/** The states after the samples, oldest first. What no condition is about any more is left out. */
export function foldSamples(
  conditions: readonly AlertCondition[],
  before: ConditionStates,
  samples: readonly Sample[],
): ConditionStates {
  const ids = new Set(conditions.map(({ id }) => id));
  let at = before.at;
  let states = Object.fromEntries(
    Object.entries(before.conditions).filter(([key]) => ids.has(key.slice(0, key.indexOf('|')))),
  );
  for (const sample of samples) {
    const isAfterBreak = at !== null && Date.parse(sample.at) - Date.parse(at) > BREAK_MS;
    if (isAfterBreak) states = restarted(states, sample.at);
    for (const condition of conditions) judge(condition, sample, states);
    at = sample.at;
  }
  return { at, conditions: states, told: before.told };
}

/** What had not lasted long enough before the break begins anew. */
function restarted(
  states: Record<string, ConditionState>,
  at: string,
): Record<string, ConditionState> {
  return Object.fromEntries(
    Object.entries(states).map(([key, state]) => [
      key,
      state.isFiring ? state : { ...state, since: at },
    ]),
  );
}

function judge(
  condition: AlertCondition,
  sample: Sample,
  states: Record<string, ConditionState>,
): void {
  const readings = readingsOf(condition, sample);
  if (readings === null) return;
  const seen = new Set(readings.map(({ target }) => keyOf(condition, target)));
  // A volume that is not there any more is not full.
  for (const key of Object.keys(states))
    if (key.startsWith(`${condition.id}|`) && !seen.has(key)) delete states[key];
  for (const reading of readings) {
    const key = keyOf(condition, reading.target);
    const after = nextState(condition, states[key], reading, sample.at);
    if (after) states[key] = after;
    else delete states[key];
  }
}

function nextState(
  { minutes }: AlertCondition,
  before: ConditionState | undefined,
  { isBeyond, isFine, value }: Reading,
  at: string,
): ConditionState | null {
  if (before?.isFiring) return isFine ? null : { ...before, value };
  if (!isBeyond) return null;
  const since = before?.since ?? at;
  const lastedMs = Date.parse(at) - Date.parse(since);
  return { since, isFiring: lastedMs >= minutes * 60_000, value };
}

/** null: the sample says nothing about it, and what was known stays. */
function readingsOf(condition: AlertCondition, sample: Sample): Reading[] | null {
  const { kind, target } = condition;
  switch (kind) {
    case 'cpu':
      return [atMost(condition, '', sample.cpuPercent)];
    case 'memory':
      return [atMost(condition, '', sample.memoryPercent)];
    case 'disk':
      return sample.disks
        .filter(({ mount, totalBytes }) => totalBytes > 0 && (target === '' || mount === target))
        .map(({ mount, usedBytes, totalBytes }) =>
          atLeast(condition, mount, 100 - (usedBytes / totalBytes) * 100),
        );
    case 'service': {
      const service = sample.services.find(
        ({ name }) => name.toLowerCase() === target.toLowerCase(),
      );
      return service ? [yesOrNo(target, service.state !== 'running')] : null;
    }
    case 'reboot':
      return sample.isRebootPending === null ? null : [yesOrNo('', sample.isRebootPending)];
    // Told by other means than samples.
    case 'offline':
    case 'certificate':
      return null;
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10;

const atMost = ({ limit, hysteresis }: AlertCondition, target: string, value: number): Reading => ({
  target,
  isBeyond: limit !== null && value >= limit,
  isFine: limit === null || value < limit - hysteresis,
  value: tenth(value),
});

const atLeast = (
  { limit, hysteresis }: AlertCondition,
  target: string,
  value: number,
): Reading => ({
  target,
  isBeyond: limit !== null && value < limit,
  isFine: limit === null || value >= limit + hysteresis,
  value: tenth(value),
});

const yesOrNo = (target: string, isBeyond: boolean): Reading => ({
  target,
  isBeyond,
  isFine: !isBeyond,
  value: null,
});

/** What alerts there are to be: of several conditions on one thing the worst counts. */
export function firingOf(
  conditions: readonly AlertCondition[],
  { conditions: states }: ConditionStates,
): Firing[] {
  const worst = new Map<string, Firing>();
  for (const condition of conditions) {
    for (const [key, state] of Object.entries(states)) {
      if (!state.isFiring || !key.startsWith(`${condition.id}|`)) continue;
      const target = key.slice(condition.id.length + 1);
      const { kind, severity, limit: threshold } = condition;
      const other = worst.get(`${kind}|${target}`);
      if (other && rankOf(other.severity) >= rankOf(severity)) continue;
      const { value, since } = state;
      worst.set(`${kind}|${target}`, { kind, target, severity, value, threshold, since });
    }
  }
  return [...worst.values()];
}

const rankOf = (severity: Severity) => SEVERITIES.indexOf(severity);

/** What is to be raised (or has another severity now), and what is over, since alerts were told last. */
export function newsOf(
  told: Readonly<Record<string, Severity>>,
  firing: readonly Firing[],
): { raise: Firing[]; resolve: { kind: ConditionKind; target: string }[] } {
  const now = new Map(firing.map((one) => [`${one.kind}|${one.target}`, one]));
  return {
    raise: firing.filter(({ kind, target, severity }) => told[`${kind}|${target}`] !== severity),
    resolve: Object.keys(told)
      .filter((key) => !now.has(key))
      .map((key) => {
        const [kind = '', ...rest] = key.split('|');
        return { kind: kind as ConditionKind, target: rest.join('|') };
      }),
  };
}

export const toldOf = (firing: readonly Firing[]): Record<string, Severity> =>
  Object.fromEntries(firing.map(({ kind, target, severity }) => [`${kind}|${target}`, severity]));
