import { describe, expect, test } from 'vitest';
import type { Rights } from '#platform/actor.ts';
import { PERMISSIONS, type Permission } from '#shared/permissions.ts';
import { beyondLimit, covers, isSame, rightsOf } from './roles.rules.ts';

const rights = (permissions: Permission[], customerIds: number[] | null = null): Rights => ({
  permissions: new Set(permissions),
  customerIds: customerIds && new Set(customerIds),
});

describe('what a role gives', () => {
  test('Admin everything, whatever its row says', () => {
    const admin = rightsOf({ builtIn: 'admin', permissions: [], customerIds: [1] });
    expect(admin).toEqual({ permissions: new Set(PERMISSIONS), customerIds: null });
  });

  test('others what is named, as far as it is known', () => {
    const permissions = ['tickets.view', 'tickets.explode'];
    expect(rightsOf({ builtIn: null, permissions, customerIds: null })).toEqual(
      rights(['tickets.view']),
    );
  });

  test('with a limit nothing that concerns the whole company', () => {
    const permissions = ['tickets.view', 'audit.view', 'technicians.manage'];
    expect(rightsOf({ builtIn: null, permissions, customerIds: [1] })).toEqual(
      rights(['tickets.view'], [1]),
    );
    expect(beyondLimit(permissions as Permission[])).toEqual(['audit.view', 'technicians.manage']);
  });
});

describe('the one covers the other', () => {
  test.each<[string, Rights, Rights, boolean]>([
    ['the same', rights(['tickets.view']), rights(['tickets.view']), true],
    ['more than needed', rights(['tickets.view', 'tickets.note']), rights(['tickets.view']), true],
    ['one is missing', rights(['tickets.view']), rights(['tickets.note']), false],
    ['no limit over a limit', rights(['tickets.view']), rights(['tickets.view'], [1]), true],
    ['a limit over none', rights(['tickets.view'], [1]), rights(['tickets.view']), false],
    ['a limit over none, with nothing to do', rights([], [1]), rights([]), false],
    ['a wider limit', rights(['tickets.view'], [1, 2]), rights(['tickets.view'], [2]), true],
    ['a narrower limit', rights(['tickets.view'], [2]), rights(['tickets.view'], [1, 2]), false],
    ['other customers', rights(['tickets.view'], [1]), rights(['tickets.view'], [2]), false],
  ])('%s', (_, own, others, isCovered) => {
    expect(covers(own, others)).toBe(isCovered);
    expect(isSame(own, others)).toBe(isCovered && covers(others, own));
  });
});
