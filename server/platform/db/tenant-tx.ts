import type { Kysely } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Actor } from '../actor.ts';
import type { Platform } from '../platform.ts';

declare const isTenantTx: unique symbol;

/**
 * A transaction in which the tenant is set, so that row-level security shows this tenant's rows
 * only. Nobody but platform/db can make one: a query that takes a TenantTx cannot run outside.
 */
export type TenantTx = Kysely<DB> & {
  readonly [isTenantTx]: true;
  readonly tenantId: number;
  readonly actor: Actor;
  readonly platform: Platform;
  /** The address and request of whoever caused this; null in jobs. */
  readonly origin: TxOrigin | null;
};

export interface TxOrigin {
  ip: string;
  requestId: string;
}

/** The same transaction for another actor: once a request's session has told who acts. */
export function actAs<A extends Actor>(tx: TenantTx, actor: A): TenantTx & { readonly actor: A } {
  return Object.assign(tx, { actor }) as TenantTx & { readonly actor: A };
}
