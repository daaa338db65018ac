import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { liveEvents } from '#modules/sessions/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { PortalTx, RawAnswer } from '#platform/http/route.ts';
import { companyOf, type EventScope, mayHear, type Place } from './portal-events.rules.ts';

/**
 * News of the tickets and devices that the contact may see. A stream may be open for days: when the
 * contact is made a main contact or moves elsewhere, or the company shows devices or no longer, it
 * hears as much from then on, and what it shows is fetched again.
 */
export async function contactEvents(tx: PortalTx): Promise<RawAnswer> {
  const { tenantId, platform } = tx;
  const { contactId } = tx.actor;
  const { showsDevices } = await getPortalSettings(tx);
  let place: Place = tx.actor;
  let scope: EventScope = { contactId, customerId: companyOf(place), showsDevices };

  async function lookAtSettings() {
    // Until it is known: as little as anybody hears.
    scope = { ...scope, showsDevices: false };
    const look = { tenantId, actor: systemActor('portal') };
    const settings = await platform.db.withTenant(look, getPortalSettings);
    scope = { ...scope, showsDevices: settings.showsDevices };
  }

  return liveEvents(tx, {
    maySee(event) {
      if (event.kind === 'portalSettings')
        lookAtSettings().catch((err) => platform.log.warn({ err }, 'settings were not read'));
      return mayHear(scope, event);
    },
    isAboutHolder(event) {
      const isOwn = event.kind === 'contact' && event.ids.id === contactId;
      if (isOwn) scope = { ...scope, customerId: null };
      return isOwn;
    },
    onLook(session) {
      const before = place;
      place = { customerId: session.customer_id, isMainContact: session.is_main_contact ?? false };
      scope = { ...scope, customerId: companyOf(place) };
      return place.customerId !== before.customerId || place.isMainContact !== before.isMainContact;
    },
  });
}
