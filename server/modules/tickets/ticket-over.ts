import { getTenant } from '#modules/tenants/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { isOver } from './reopening.rules.ts';
import type { Ticket } from './tickets.ts';

/** Whether, by the company's rules, it is too late to open the ticket again. */
export async function isTicketOver(
  tx: TenantTx,
  ticket: Pick<Ticket, 'status' | 'resolvedAt' | 'closedAt'>,
): Promise<boolean> {
  return isOver(ticket, await getTenant(tx), clock.now());
}
