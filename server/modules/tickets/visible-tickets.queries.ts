import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';

/**
 * The condition on `tickets as t` that makes them the actor's to see. Technicians see all of their
 * company; a contact its own; a main contact all of its customer. Every query of a ticket that a
 * contact asks for has it, so that not yours and not there are the same.
 */
export function visibleTickets(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'contact') return sql<boolean>`true`;
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
  if (actor.kind !== 'contact') return visibleTickets(actor);
  const isOwn = filter.contactId === actor.contactId;
  const isOwnCustomer =
    actor.isMainContact && actor.customerId !== null && filter.customerId === actor.customerId;
  return isOwn || isOwnCustomer ? sql<boolean>`true` : visibleTickets(actor);
}
