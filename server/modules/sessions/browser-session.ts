import { forbidden } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';

/** The session that asks; 403 `browsersOnly` for scripts, whose keys stand for nobody's account. */
export function getBrowserSession(tx: ConsoleTx): number {
  if (tx.actor.sessionId === null) throw forbidden('browsersOnly');
  return tx.actor.sessionId;
}
