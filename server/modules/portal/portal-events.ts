import { getContact } from '#modules/contacts/index.ts';
import { liveEvents } from '#modules/sessions/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { LiveEvent } from '#platform/events/event-hub.ts';
import type { PortalTx, RawAnswer } from '#platform/http/route.ts';
import { type EventScope, mayHear, scopeOf } from './portal-events.rules.ts';

/**
 * News of the tickets that the contact may see. A stream may be open for days: when the contact
 * is made a main contact or moves elsewhere, it hears as much from then on.
 */
export function contactEvents(tx: PortalTx): RawAnswer {
  const { tenantId, platform } = tx;
  const { contactId } = tx.actor;
  let scope: EventScope = scopeOf({ ...tx.actor, id: contactId });
  const lookAgain = async () => {
    // Until it is known: as little as anybody hears.
    scope = { contactId, customerId: null };
    const contact = await platform.db.withTenant(
      { tenantId, actor: systemActor('portal') },
      (look) => getContact(look, contactId),
    );
    scope = scopeOf(contact);
  };
  return liveEvents(tx, (event: LiveEvent) => {
    if (event.kind === 'contact' && event.ids.id === contactId) {
      lookAgain().catch((error) => platform.log.warn({ err: error }, 'a contact was not read'));
      return false;
    }
    return mayHear(scope, event);
  });
}
