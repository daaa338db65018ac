import { isSame, rightsOf } from '#modules/roles/index.ts';
import { type Rights, systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden } from '#platform/errors.ts';
import type { LiveEvent } from '#platform/events/event-hub.ts';
import { eventStream } from '#platform/http/event-stream.ts';
import type { ConsoleTx, PortalTx, RawAnswer } from '#platform/http/route.ts';
import { mayHear } from './live-events.rules.ts';
import { findOpenSession, type RightsOfSession } from './sessions.queries.ts';
import { SESSION_IDLE_MS } from './sessions.rules.ts';

/**
 * The live events of the company that the technician's role shows, as it is at that moment, but
 * those that are for somebody else.
 */
export function technicianEvents(tx: ConsoleTx): RawAnswer {
  const { technicianId } = tx.actor;
  let rights: Rights = tx.actor;
  return liveEvents(tx, {
    maySee: (event) => mayHear({ ...rights, technicianId }, event),
    onLook(session) {
      const now = rightsOf({
        builtIn: session.built_in,
        permissions: session.permissions ?? [],
        customerIds: session.customer_ids,
      });
      const isChanged = !isSame(rights, now);
      rights = now;
      return isChanged;
    },
  });
}

/**
 * The stream of live events of the session that asks, open until the session ends. Keys of
 * scripts have no session that could be watched. `onLook` hears what the holder may whenever
 * the session is looked at again, after every change of sessions, roles or the holder, and tells
 * whether that is something new: then all that the browser shows may be too much or too little.
 */
export function liveEvents(
  tx: ConsoleTx | PortalTx,
  holder: {
    maySee(event: LiveEvent): boolean;
    /** Whether it changes what the holder may; a session's end does without. */
    isAboutHolder?(event: LiveEvent): boolean;
    onLook(session: RightsOfSession): boolean;
  },
): RawAnswer {
  const { tenantId, platform } = tx;
  const { sessionId } = tx.actor;
  if (sessionId === null) throw forbidden('browsersOnly');
  const scope = { tenantId, actor: systemActor('sign-in') };
  const look = (again: TenantTx) => findOpenSession(again, sessionId, clock.now(), SESSION_IDLE_MS);
  return eventStream({
    events: platform.events,
    tenantId,
    maySee: holder.maySee,
    isAboutHolder: (event) => holder.isAboutHolder?.(event) ?? false,
    async lookAgain() {
      const open = await platform.db.withTenant(scope, look);
      if (!open) return 'over';
      return holder.onLook(open) ? 'changed' : 'same';
    },
  });
}
