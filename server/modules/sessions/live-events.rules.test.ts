import { expect, test } from 'vitest';
import type { LiveEvent } from '#platform/events/event-hub.ts';
import type { Permission } from '#shared/permissions.ts';
import { mayHear } from './live-events.rules.ts';

const of = (permissions: Permission[], customerIds: number[] | null) => ({
  technicianId: 5,
  permissions: new Set(permissions),
  customerIds: customerIds && new Set(customerIds),
});
const ticketOf = (...ofCustomers: number[]): LiveEvent => ({
  tenantId: 1,
  kind: 'ticket',
  ids: { number: 7 },
  ofCustomers,
});
const settings: LiveEvent = { tenantId: 1, kind: 'settings', ids: {} };
const mail: LiveEvent = { tenantId: 1, kind: 'mail', ids: { id: 1 } };

const told = (...technicianIds: number[]): LiveEvent => ({
  tenantId: 1,
  kind: 'notification',
  ids: { number: 7 },
  technicianIds,
});

const article = (...ofCustomers: number[]): LiveEvent => ({
  tenantId: 1,
  kind: 'article',
  ids: { id: 1 },
  ...(ofCustomers.length > 0 && { ofCustomers }),
});
const draft: LiveEvent = { tenantId: 1, kind: 'articleDraft', ids: { id: 1 } };

test.each<[string, ReturnType<typeof of>, LiveEvent, boolean]>([
  ['without the right', of(['customers.view'], null), ticketOf(1), false],
  ['of any customer', of(['tickets.view'], null), ticketOf(1), true],
  ['of no customer', of(['tickets.view'], null), ticketOf(), true],
  ['of a chosen customer', of(['tickets.view'], [1, 2]), ticketOf(2), true],
  ['of another customer', of(['tickets.view'], [1, 2]), ticketOf(3), false],
  ['that leaves a chosen customer', of(['tickets.view'], [1]), ticketOf(1, 3), true],
  ['of no customer, for a limited role', of(['tickets.view'], [1]), ticketOf(), false],
  ['when no customer is left', of(['tickets.view'], []), ticketOf(1), false],
  ['that concerns everybody', of([], [1]), settings, true],
  ['of mail, without the right', of([], [1]), mail, false],
  ['for this technician', of(['tickets.view'], [1]), told(4, 5), true],
  ['for another technician', of(['tickets.view'], null), told(4, 6), false],
  ['of an article for all', of(['knowledge.view'], [1]), article(), true],
  ['of an article for a chosen customer', of(['knowledge.view'], [1]), article(1, 2), true],
  ['of an article for another customer', of(['knowledge.view'], [1]), article(2), false],
  ['of an article, without the right', of([], null), article(), false],
  ['of a draft, for who only reads', of(['knowledge.view'], null), draft, false],
  ['of a draft, for who writes', of(['knowledge.manage'], null), draft, true],
  ['for this technician, who has lost a right since', of([], null), told(5), true],
])('an event %s', (_, rights, event, isHeard) => {
  expect(mayHear(rights, event)).toBe(isHeard);
});
