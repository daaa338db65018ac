import { expect, test } from 'vitest';
import type { Permission } from '#shared/permissions.ts';
import type { DefaultPage } from '#shared/preferences.ts';
import type { Session } from '#web/api/types.ts';
import { homeAddress } from './home-address.ts';

const session = (defaultPage: DefaultPage, permissions: Permission[]) =>
  ({ technician: { defaultPage }, permissions }) as Session;

test.each<[DefaultPage, Permission[], string]>([
  ['customers', ['tickets.view', 'customers.view'], '/customers'],
  ['tickets', ['tickets.view', 'customers.view'], '/tickets'],
  ['alerts', ['tickets.view', 'customers.view'], '/dashboard'],
  ['dashboard', ['tickets.view', 'customers.view'], '/dashboard'],
  ['dashboard', ['customers.view'], '/customers'],
  ['alerts', ['tickets.view', 'alerts.view'], '/alerts'],
  ['tickets', ['customers.view'], '/customers'],
  ['dashboard', [], '/profile'],
])('with %s chosen and %j it is %s', (page, permissions, address) => {
  expect(homeAddress(session(page, permissions))).toBe(address);
});
