import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { profilesOf } from './alert-consequences.ts';
import { lockUnresolved, ticketFacts } from './alerts.queries.ts';
import { settleResolved } from './settle-resolved.ts';

/** A ticket was solved or closed: so are its alerts, unless their profile does not want that. */
export async function resolveWithTicket(
  tx: TenantTx,
  { ticketId }: { ticketId: number },
): Promise<void> {
  const alerts = await lockUnresolved(tx, ticketId);
  if (alerts.length === 0) return;
  const ticket = (await ticketFacts(tx, [ticketId])).get(ticketId);
  // Opened again meanwhile.
  if (!ticket || ticket.status === 'open' || ticket.status === 'pending') return;
  const profiles = await profilesOf(tx, alerts);
  const ended = alerts.filter(({ id }) => profiles.get(id)?.resolves_alerts);
  await settleResolved(tx, ended, 'ticket', { number: ticket.number });
}
