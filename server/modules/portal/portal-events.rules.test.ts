import { expect, it } from 'vitest';
import type { Happening, LiveEvent } from '#platform/events/event-hub.ts';
import { mayHear, scopeOf } from './portal-events.rules.ts';

const event = (fields: Partial<Happening>): LiveEvent =>
  ({ tenantId: 1, kind: 'ticket', ids: { number: 5 }, ofCustomers: [], ...fields }) as LiveEvent;
const contact = scopeOf({ id: 1, customerId: 7, isMainContact: false });
const main = scopeOf({ id: 2, customerId: 7, isMainContact: true });
const lost = scopeOf({ id: 3, customerId: null, isMainContact: true });

it.each([
  ['its own', contact, { contactIds: [1], customerId: 7 }, true],
  ['a colleague’s', contact, { contactIds: [9], customerId: 7 }, false],
  ['a colleague’s, as main contact', main, { contactIds: [9], customerId: 7 }, true],
  ['another customer’s, as main contact', main, { contactIds: [9], customerId: 8 }, false],
  ['nobody’s, as main contact of nobody', lost, { contactIds: [], customerId: null }, false],
  ['what only technicians may know', main, {}, false],
  ['of technicians, without whose', contact, { kind: 'technician' as const, ids: {} }, true],
  ['of one technician', main, { kind: 'technician' as const, ids: { id: 1 } }, false],
  ['another kind', main, { kind: 'customer' as const, customerId: 7 }, false],
])('%s', (_, scope, fields, isHeard) => {
  expect(mayHear(scope, event(fields))).toBe(isHeard);
});
