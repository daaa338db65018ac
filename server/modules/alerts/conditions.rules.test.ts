import { describe, expect, test } from 'vitest';
import type { Sample } from '#shared/agent-protocol.ts';
import type { AlertCondition } from '#shared/alerts.ts';
import {
  type ConditionStates,
  conditionsFor,
  firingOf,
  foldSamples,
  NO_CONDITIONS,
  newsOf,
  toldOf,
} from './conditions.rules.ts';

const START = Date.parse('2026-03-01T10:00:00Z');
const at = (minute: number) => new Date(START + minute * 60_000).toISOString();
const sample = (minute: number, changes: Partial<Sample> = {}): Sample => ({
  at: at(minute),
  cpuPercent: 10,
  memoryPercent: 40,
  disks: [],
  receivedBytesPerSecond: 0,
  sentBytesPerSecond: 0,
  uptimeSeconds: 1,
  loggedInUser: null,
  isRebootPending: null,
  services: [],
  ...changes,
});
const condition = (changes: Partial<AlertCondition>): AlertCondition => ({
  id: 'one',
  kind: 'cpu',
  severity: 'warning',
  limit: 90,
  hysteresis: 5,
  minutes: 0,
  target: '',
  deviceTypes: [],
  ...changes,
});
const disk = (mount: string, freePercent: number, totalBytes = 100) => ({
  mount,
  usedBytes: totalBytes * (1 - freePercent / 100),
  totalBytes,
});

/** Which kind|target fire after each of the samples. */
function firingAfterEach(
  conditions: AlertCondition[],
  samples: Sample[],
  start: ConditionStates = NO_CONDITIONS,
): string[][] {
  let states = start;
  return samples.map((one) => {
    states = foldSamples(conditions, states, [one]);
    return firingOf(conditions, states).map(
      ({ kind, target, severity }) => `${kind}|${target} ${severity}`,
    );
  });
}

describe('a limit', () => {
  test('is passed from it on, and fine only below the hysteresis', () => {
    const loads = [89.9, 90, 88, 85, 84.9, 89];
    expect(
      firingAfterEach(
        [condition({})],
        loads.map((cpuPercent, minute) => sample(minute, { cpuPercent })),
      ).map((firing) => firing.length),
    ).toEqual([0, 1, 1, 1, 0, 0]);
  });

  test('has to last without a break', () => {
    const loads = [95, 95, 95, 80, 95, 95, 95, 95, 95, 95];
    expect(
      firingAfterEach(
        [condition({ minutes: 5 })],
        loads.map((cpuPercent, minute) => sample(minute, { cpuPercent })),
      ).map((firing) => firing.length),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('begins anew after a time in which nothing was measured, unless it was beyond already', () => {
    const conditions = [condition({ minutes: 5 })];
    const high = { cpuPercent: 99 };
    const gap = firingAfterEach(conditions, [sample(0, high), sample(60, high), sample(65, high)]);
    expect(gap.map((firing) => firing.length)).toEqual([0, 0, 1]);
    const firing = foldSamples(conditions, NO_CONDITIONS, [sample(0, high), sample(5, high)]);
    expect(firingAfterEach(conditions, [sample(600, high)], firing)[0]).toHaveLength(1);
  });

  test('says since when', () => {
    const conditions = [condition({ minutes: 2 })];
    const samples = [0, 1, 2, 3].map((minute) => sample(minute, { cpuPercent: 97.26 }));
    expect(firingOf(conditions, foldSamples(conditions, NO_CONDITIONS, samples))).toEqual([
      {
        kind: 'cpu',
        target: '',
        severity: 'warning',
        value: 97.3,
        threshold: 90,
        since: at(0),
      },
    ]);
  });
});

describe('disks', () => {
  const low = condition({ id: 'low', kind: 'disk', limit: 10, hysteresis: 2 });
  const full = condition({
    id: 'full',
    kind: 'disk',
    limit: 5,
    hysteresis: 1,
    severity: 'critical',
  });

  test('are told apart, and of two conditions the worse counts', () => {
    const [first, second, third] = firingAfterEach(
      [low, full],
      [
        sample(0, { disks: [disk('/', 50), disk('/srv', 9.9)] }),
        sample(1, { disks: [disk('/', 50), disk('/srv', 4.9)] }),
        sample(2, { disks: [disk('/', 8), disk('/srv', 11.9)] }),
      ],
    );
    expect(first).toEqual(['disk|/srv warning']);
    expect(second).toEqual(['disk|/srv critical']);
    // Better than "full" by more than its hysteresis, not yet better than "low".
    expect(third?.sort()).toEqual(['disk|/ warning', 'disk|/srv warning']);
  });

  test('that are gone, or have no size, are not full', () => {
    const firing = firingAfterEach(
      [low],
      [sample(0, { disks: [disk('D:', 1), disk('E:', 0, 0)] }), sample(1, { disks: [] })],
    );
    expect(firing).toEqual([['disk|D: warning'], []]);
  });

  test('can be a single one', () => {
    const only = condition({ kind: 'disk', limit: 10, target: 'C:' });
    const disks = [disk('C:', 50), disk('D:', 1)];
    expect(firingAfterEach([only], [sample(0, { disks })])).toEqual([[]]);
  });
});

describe('services and restarts', () => {
  const service = condition({ kind: 'service', limit: null, target: 'nginx' });
  test.each([
    ['running', 0],
    ['stopped', 1],
    ['missing', 1],
  ] as const)('a service that is %s', (state, count) => {
    const services = [{ name: 'NGINX', state }];
    expect(firingAfterEach([service], [sample(0, { services })])[0]).toHaveLength(count);
  });

  test('what a sample says nothing of stays as it was', () => {
    const reboot = condition({ id: 'two', kind: 'reboot', limit: null });
    const down = [{ name: 'nginx', state: 'stopped' as const }];
    const firing = firingAfterEach(
      [service, reboot],
      [
        sample(0, { services: down, isRebootPending: true }),
        sample(1),
        sample(2, { isRebootPending: false }),
      ],
    );
    expect(firing.map((one) => one.length)).toEqual([2, 2, 1]);
  });
});

test('conditions are for types of devices', () => {
  const all = [condition({}), condition({ id: 'two', deviceTypes: ['server'] })];
  expect(conditionsFor(all, 'server')).toHaveLength(2);
  expect(conditionsFor(all, 'laptop')).toHaveLength(1);
});

test('what no condition is about any more is over', () => {
  const conditions = [condition({})];
  const states = foldSamples(conditions, NO_CONDITIONS, [sample(0, { cpuPercent: 99 })]);
  const told = toldOf(firingOf(conditions, states));
  expect(told).toEqual({ 'cpu|': 'warning' });
  const after = foldSamples([], states, [sample(1, { cpuPercent: 99 })]);
  expect(newsOf(told, firingOf([], after))).toEqual({
    raise: [],
    resolve: [{ kind: 'cpu', target: '' }],
  });
});

test('only what changed is news', () => {
  const conditions = [condition({})];
  const firing = firingOf(
    conditions,
    foldSamples(conditions, NO_CONDITIONS, [sample(0, { cpuPercent: 99 })]),
  );
  expect(newsOf({ 'cpu|': 'warning' }, firing)).toEqual({ raise: [], resolve: [] });
  expect(newsOf({ 'cpu|': 'critical' }, firing).raise).toHaveLength(1);
  expect(newsOf({ 'disk|C:|x': 'warning' }, firing).resolve).toEqual([
    { kind: 'disk', target: 'C:|x' },
  ]);
});
