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
