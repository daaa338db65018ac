import type { Actor } from '#platform/actor.ts';
import { forbidden } from '#platform/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/permissions.ts';

export type BuiltIn = 'admin' | 'technician' | null;

const KNOWN = new Set<string>(PERMISSIONS);
const ALL: ReadonlySet<Permission> = new Set(PERMISSIONS);

/**
 * What a role allows right now. Admin is everything there is, also what a newer version
 * brings; names that this version does not know count for nothing.
 */
export function permissionsOf(role: {
  builtIn: string | null;
  permissions: readonly string[];
}): ReadonlySet<Permission> {
  if (role.builtIn === 'admin') return ALL;
  return new Set(role.permissions.filter((name): name is Permission => KNOWN.has(name)));
}

/**
 * Nobody hands out, or takes away, rights that he does not have himself. The system (setup, a
 * command on the server) may everything.
 */
export function assertMayGrant(actor: Actor, permissions: Iterable<Permission>): void {
  if (actor.kind === 'system') return;
  const own = actor.kind === 'technician' ? actor.permissions : new Set<Permission>();
  for (const permission of permissions)
    if (!own.has(permission)) throw forbidden('moreThanYourRights');
}
