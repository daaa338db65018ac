import { type Actor, systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden } from '#platform/errors.ts';
import type { LiveEvent } from '#platform/events/event-hub.ts';
import { eventStream } from '#platform/http/event-stream.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { isSessionOpen } from './sessions.queries.ts';
import { SESSION_IDLE_MS } from './sessions.rules.ts';

/**
 * The stream of live events of the session that asks, open until the session ends. Keys of
 * scripts have no session that could be watched.
 */
export function liveEvents(tx: TenantTx, maySee: (event: LiveEvent) => boolean): RawAnswer {
  const sessionId = sessionOf(tx.actor);
  if (sessionId === null) throw forbidden('browsersOnly');
  const { tenantId, platform } = tx;
  return eventStream({
    events: platform.events,
    tenantId,
    maySee,
    isOver: async () =>
      !(await platform.db.withTenant({ tenantId, actor: systemActor('sign-in') }, (look) =>
        isSessionOpen(look, sessionId, clock.now(), SESSION_IDLE_MS),
      )),
  });
}

const sessionOf = (actor: Actor) => ('sessionId' in actor ? actor.sessionId : null);
