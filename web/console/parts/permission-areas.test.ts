import { expect, test } from 'vitest';
import { PERMISSIONS } from '#shared/permissions.ts';
import { granting, PERMISSION_AREAS, withdrawing } from './permission-areas.ts';

test('every permission is in one area', () => {
  expect(PERMISSION_AREAS.flatMap(([, permissions]) => permissions)).toEqual([...PERMISSIONS]);
});

test('what is granted brings what it needs', () => {
  expect(granting([], 'tickets.note')).toEqual(['tickets.view', 'tickets.note']);
  expect(granting(['tickets.view'], 'tickets.note')).toEqual(['tickets.view', 'tickets.note']);
  expect(granting(['audit.view'], 'customers.view')).toEqual(['customers.view', 'audit.view']);
});

test('what is withdrawn takes along what needs it', () => {
  const granted = ['tickets.view', 'tickets.note', 'customers.view'] as const;
  expect(withdrawing(granted, 'tickets.view')).toEqual(['customers.view']);
  expect(withdrawing(granted, 'tickets.note')).toEqual(['tickets.view', 'customers.view']);
});
