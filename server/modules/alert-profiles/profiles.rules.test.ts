import { describe, expect, test } from 'vitest';
import type { TicketRule } from '#shared/alerts.ts';
import { type Assignment, isToHear, mostSpecific, ticketRuleFor } from './profiles.rules.ts';

const to = (profileId: number, more: Partial<Assignment>): Assignment => ({
  profileId,
  deviceId: null,
  customerId: null,
  deviceType: null,
  ...more,
});
const device = { id: 7, customerId: 3, type: 'server' };

describe('the most specific profile', () => {
  const all = [
    to(1, { deviceType: 'server' }),
    to(2, { customerId: 3 }),
    to(3, { customerId: 3, deviceType: 'server' }),
    to(4, { deviceId: 7 }),
  ];
  test.each([
    [4, all],
    [3, all.slice(0, 3)],
    [2, all.slice(0, 2)],
    [1, all.slice(0, 1)],
    [null, []],
    [null, [to(9, { deviceId: 8 }), to(9, { customerId: 4 }), to(9, { deviceType: 'laptop' })]],
    [null, [to(9, { customerId: 4, deviceType: 'server' })]],
  ])('is %s', (expected, assignments) => {
    expect(mostSpecific(assignments, device)).toBe(expected);
    expect(mostSpecific(assignments.toReversed(), device)).toBe(expected);
  });
});

describe('tickets by rule', () => {
  const rule = (more: Partial<TicketRule>): TicketRule => ({
    severities: ['critical'],
    deviceTypes: [],
    assigneeId: null,
    priority: 'high',
    ...more,
  });
  const ofServers = rule({ deviceTypes: ['server'], assigneeId: 5 });
  const ofAll = rule({ severities: ['warning', 'critical'] });
  test('the first that fits counts', () => {
    const rules = [ofServers, ofAll];
    expect(ticketRuleFor(rules, { severity: 'critical', deviceType: 'server' })).toBe(ofServers);
    expect(ticketRuleFor(rules, { severity: 'warning', deviceType: 'server' })).toBe(ofAll);
    expect(ticketRuleFor(rules, { severity: 'critical', deviceType: null })).toBe(ofAll);
    expect(ticketRuleFor(rules, { severity: 'information', deviceType: 'server' })).toBeNull();
    expect(ticketRuleFor([ofServers], { severity: 'critical', deviceType: null })).toBeNull();
  });
});

test('roles and persons hear of what they are named for, and everybody when nobody is named', () => {
  const ada = { id: 1, role: { id: 10 } };
  const everybody = { severities: ['critical' as const], roleIds: [], technicianIds: [] };
  expect(isToHear(everybody, ada, 'critical')).toBe(true);
  expect(isToHear(everybody, ada, 'warning')).toBe(false);
  expect(isToHear({ ...everybody, roleIds: [11] }, ada, 'critical')).toBe(false);
  expect(isToHear({ ...everybody, roleIds: [10] }, ada, 'critical')).toBe(true);
  expect(isToHear({ ...everybody, roleIds: [11], technicianIds: [1] }, ada, 'critical')).toBe(true);
});
