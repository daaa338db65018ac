import { isSame, rightsOf } from '#modules/roles/index.ts';
import { type Rights, systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden } from '#platform/errors.ts';
import type { LiveEvent } from '#platform/events/event-hub.ts';
import { eventStream } from '#platform/http/event-stream.ts';
import type { ConsoleTx, PortalTx, RawAnswer } from '#platform/http/route.ts';
import { mayHear } from './live-events.rules.ts';
import { findOpenSession } from './sessions.queries.ts';
import { SESSION_IDLE_MS } from './sessions.rules.ts';

/**
 * The live events of the company that the technician's role shows, as it is at that moment, but
 * those that are for somebody else.
 */
export function technicianEvents(tx: ConsoleTx): RawAnswer {
  const { technicianId } = tx.actor;
  let rights: Rights = tx.actor;
  return liveEvents(
    tx,
    (event) => mayHear({ ...rights, technicianId }, event),
    (now) => {
      const isChanged = !isSame(rights, now);
      rights = now;
      return isChanged;
    },
  );
}

/**
 * The stream of live events of the session that asks, open until the session ends. Keys of
 * scripts have no session that could be watched. `onRights` hears what the holder may whenever
 * the session is looked at again, after every change of sessions or roles, and tells whether that
 * is something new: then all that the browser shows may be too much or too little.
 */
export function liveEvents(
  tx: ConsoleTx | PortalTx,
  maySee: (event: LiveEvent) => boolean,
  onRights: (rights: Rights) => boolean = () => false,
): RawAnswer {
  const { tenantId, platform } = tx;
  const { sessionId } = tx.actor;
  if (sessionId === null) throw forbidden('browsersOnly');
  const scope = { tenantId, actor: systemActor('sign-in') };
  const look = (again: TenantTx) => findOpenSession(again, sessionId, clock.now(), SESSION_IDLE_MS);
  return eventStream({
    events: platform.events,
    tenantId,
    maySee,
    async lookAgain() {
      const open = await platform.db.withTenant(scope, look);
      if (!open) return 'over';
      const rights = rightsOf({
        builtIn: open.built_in,
        permissions: open.permissions ?? [],
        customerIds: open.customer_ids,
      });
      return onRights(rights) ? 'changed' : 'same';
    },
  });
}
