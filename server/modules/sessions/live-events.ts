import { permissionsOf } from '#modules/roles/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden } from '#platform/errors.ts';
import type { LiveEvent } from '#platform/events/event-hub.ts';
import { eventStream } from '#platform/http/event-stream.ts';
import type { ConsoleTx, PortalTx, RawAnswer } from '#platform/http/route.ts';
import type { Permission } from '#shared/permissions.ts';
import { findOpenSession } from './sessions.queries.ts';
import { SESSION_IDLE_MS } from './sessions.rules.ts';

/** The right that it takes to be told of something; null: everybody who is signed in. */
const HEARD_WITH: Record<LiveEvent['kind'], Permission | null> = {
  ticket: 'tickets.view',
  customer: 'customers.view',
  contact: 'contacts.view',
  // Names and pictures of colleagues are on every page.
  technician: null,
  mail: 'mail.manage',
  settings: null,
  session: null,
};

/** The live events of the company that the technician's role shows, as it is at that moment. */
export function technicianEvents(tx: ConsoleTx): RawAnswer {
  let { permissions } = tx.actor;
  return liveEvents(
    tx,
    ({ kind }) => {
      const needed = HEARD_WITH[kind];
      return needed === null || permissions.has(needed);
    },
    (now) => {
      permissions = now;
    },
  );
}

/**
 * The stream of live events of the session that asks, open until the session ends. Keys of
 * scripts have no session that could be watched. `onRights` hears what the holder may whenever
 * the session is looked at again: after every change of sessions or roles.
 */
export function liveEvents(
  tx: ConsoleTx | PortalTx,
  maySee: (event: LiveEvent) => boolean,
  onRights: (permissions: ReadonlySet<Permission>) => void = () => undefined,
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
    async isOver() {
      const open = await platform.db.withTenant(scope, look);
      if (!open) return true;
      onRights(permissionsOf({ builtIn: open.built_in, permissions: open.permissions ?? [] }));
      return false;
    },
  });
}
