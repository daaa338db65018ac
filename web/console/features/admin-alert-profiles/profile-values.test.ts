import { expect, test } from 'vitest';
import { CONDITION_KINDS, CONDITION_LIMITS } from '#shared/alerts.ts';
import {
  draftOf,
  newAssignment,
  newCondition,
  ofKind,
  toAssignments,
  toBody,
} from './profile-values.ts';

test.each(CONDITION_KINDS)(
  'a new condition of the kind %s is one that the server takes',
  (kind) => {
    const [sent] = toBody({ ...draftOf(undefined), conditions: [newCondition(kind)] }).conditions;
    const measure = CONDITION_LIMITS[kind];
    if (measure) {
      expect(sent?.limit).toBeGreaterThanOrEqual(measure.min);
      expect(sent?.limit).toBeLessThanOrEqual(measure.max);
    } else expect(sent?.limit).toBeNull();
    if (kind === 'offline') expect(sent?.minutes).toBeGreaterThan(0);
  },
);

test('another kind takes neither the service nor the limit along', () => {
  const service = { ...newCondition('service'), target: 'nginx' };
  const sent = toBody({ ...draftOf(undefined), conditions: [ofKind(service, 'cpu')] });
  expect(sent.conditions[0]).toMatchObject({ kind: 'cpu', target: '', limit: 95 });
});

test('a device is assigned alone, a customer with a type', () => {
  const named = { id: 7, name: 'x' };
  const assignments = [
    { ...newAssignment(true), device: named, customer: named },
    { ...newAssignment(false), customer: named, deviceType: 'server' as const },
  ];
  expect(toAssignments({ ...draftOf(undefined), assignments })).toEqual([
    { deviceId: 7, customerId: null, deviceType: null },
    { deviceId: null, customerId: 7, deviceType: 'server' },
  ]);
});
