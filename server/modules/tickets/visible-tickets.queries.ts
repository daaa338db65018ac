import { type RawBuilder, sql } from 'kysely';
import { type Actor, reaches } from '#platform/actor.ts';
import { inReach } from '#platform/db/reach.ts';

/**
 * The condition on `tickets as t` that makes them the actor's to see. Technicians see all of their
 * company, or of the customers that their role is limited to; a contact its own; a main contact all
 * of its customer. Every query of a ticket that somebody asks for has it, so that not yours and not
 * there are the same.
 */
export function visibleTickets(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'contact') return inReach(actor, 't.customer_id');
  const { contactId, customerId, isMainContact } = actor;
  return isMainContact && customerId !== null
    ? sql<boolean>`(t.contact_id = ${contactId} or t.customer_id = ${customerId})`
    : sql<boolean>`t.contact_id = ${contactId}`;
}

/**
 * The same for a list that is filtered: where the filter alone leaves nothing but what the actor may
 * see, no more is said, because an index cannot follow an "or" in the order of a list.
 */
export function visibleTicketsIn(
  actor: Actor,
  filter: { contactId?: number | undefined; customerId?: number | 'none' | undefined },
): RawBuilder<boolean> {
  return isAllVisible(actor, filter) ? sql<boolean>`true` : visibleTickets(actor);
}

function isAllVisible(
  actor: Actor,
  { contactId, customerId }: Parameters<typeof visibleTicketsIn>[1],
): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'visitor') return false;
  if (actor.kind === 'technician') {
    return typeof customerId === 'number' && reaches(actor, customerId);
  }
  const isOwnCustomer =
    actor.isMainContact && actor.customerId !== null && customerId === actor.customerId;
  return contactId === actor.contactId || isOwnCustomer;
}
