import { expect, it } from 'vitest';
import type { Happening, LiveEvent } from '#platform/events/event-hub.ts';
import { companyOf, mayHear } from './portal-events.rules.ts';

const event = (fields: Partial<Happening>): LiveEvent =>
  ({ tenantId: 1, kind: 'ticket', ids: { number: 5 }, ofCustomers: [], ...fields }) as LiveEvent;
const scopeOf = (contactId: number, customerId: number | null, isMainContact: boolean) => ({
  contactId,
  customerId: companyOf({ customerId, isMainContact }),
  showsDevices: true,
});
const contact = scopeOf(1, 7, false);
const main = scopeOf(2, 7, true);
const lost = scopeOf(3, null, true);
const device = { kind: 'device', ids: { id: 5 } } as const;

it.each([
  ['its own', contact, { contactIds: [1], customerId: 7 }, true],
  ['a colleague’s', contact, { contactIds: [9], customerId: 7 }, false],
  ['a colleague’s, as main contact', main, { contactIds: [9], customerId: 7 }, true],
  ['another customer’s, as main contact', main, { contactIds: [9], customerId: 8 }, false],
  ['nobody’s, as main contact of nobody', lost, { contactIds: [], customerId: null }, false],
  ['what only technicians may know', main, {}, false],
  ['of technicians, without whose', contact, { kind: 'technician' as const, ids: {} }, true],
  ['of one technician', main, { kind: 'technician' as const, ids: { id: 1 } }, false],
  ['of a device of its own', contact, { ...device, contactIds: [1], customerId: 7 }, true],
  ['of a colleague’s device', contact, { ...device, contactIds: [9], customerId: 7 }, false],
  ['of a device, as main contact', main, { ...device, contactIds: [], customerId: 7 }, true],
  ['of another customer’s device', main, { ...device, contactIds: [], customerId: 8 }, false],
  ['of nobody’s device, as main contact of nobody', lost, { ...device, customerId: null }, false],
  ['of a device, what only technicians may know', main, device, false],
  [
    'of devices that are not shown',
    { ...main, showsDevices: false },
    { ...device, contactIds: [2], customerId: 7 },
    false,
  ],
  ['another kind', main, { kind: 'customer' as const, customerId: 7 }, false],
])('%s', (_, scope, fields, isHeard) => {
  expect(mayHear(scope, event(fields))).toBe(isHeard);
});
