import { expect, test } from 'vitest';
import { type RoleValues, toRoleBody, toRolePatch, withCustomers } from './role-values.ts';

const values: RoleValues = {
  name: 'Night shift',
  permissions: ['tickets.view', 'audit.view'],
  customers: null,
  requiresTwoFactor: false,
};
const globex = { id: 7, name: 'Globex' };

test('a role is sent with the ids of its customers, or null for all', () => {
  expect(toRoleBody(values).customerIds).toBeNull();
  expect(toRoleBody({ ...values, customers: [globex] }).customerIds).toEqual([7]);
});

test('with a limit, what concerns the whole company goes', () => {
  expect(withCustomers(values, [globex])).toEqual({
    customers: [globex],
    permissions: ['tickets.view'],
  });
  expect(withCustomers(values, null).permissions).toEqual(values.permissions);
});

test('only what was changed is sent', () => {
  expect(toRolePatch(values, values)).toEqual({});
  expect(toRolePatch(values, { ...values, name: 'Day shift' })).toEqual({ name: 'Day shift' });
  expect(toRolePatch(values, { ...values, ...withCustomers(values, [globex]) })).toEqual({
    permissions: ['tickets.view'],
    customerIds: [7],
  });
  expect(toRolePatch(values, { ...values, requiresTwoFactor: true })).toEqual({
    requiresTwoFactor: true,
  });
});
