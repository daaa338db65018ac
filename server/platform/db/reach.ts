import { type RawBuilder, sql } from 'kysely';
import { type Actor, limitOf } from '../actor.ts';

/**
 * The condition on a column with the id of a customer that makes the row the actor's to see. Only a
 * technician whose role is limited to chosen customers has one; what belongs to no customer is not
 * among his. One customer is compared by "=", so that an index is followed in its order.
 */
export function inReach(actor: Actor, column: string): RawBuilder<boolean> {
  const ids = limitOf(actor);
  if (ids === null) return sql<boolean>`true`;
  const [first, ...others] = ids;
  if (first === undefined) return sql<boolean>`false`;
  const customer = sql.ref(column);
  return others.length === 0
    ? sql<boolean>`${customer} = ${first}`
    : sql<boolean>`${customer} = any (${[...ids]}::bigint[])`;
}
