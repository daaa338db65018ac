import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import { changeTicket } from './change-ticket.ts';
import { findResolvedBefore } from './close-resolved.queries.ts';

const DAY_MS = 86_400_000;
/** In one transaction: others who change one of these tickets wait for its end. */
const TICKETS_AT_ONCE = 50;

/** Closes what has been resolved for as many days as the company says, and nobody has objected. */
export const closeResolvedTickets: ScheduledJob = {
  name: 'tickets.closeResolved',
  schedule: '23 * * * *',
  async run({ platform, log }) {
    const actor = systemActor('tickets.closeResolved');
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      let closed = 0;
      let count = TICKETS_AT_ONCE;
      while (count === TICKETS_AT_ONCE) {
        count = await platform.db.withTenant({ tenantId, actor }, closeSome);
        closed += count;
      }
      if (closed > 0) log.info({ tenantId, count: closed }, 'resolved tickets are closed');
    }
  },
};

async function closeSome(tx: TenantTx): Promise<number> {
  const { closeResolvedAfterDays } = await getTenant(tx);
  if (closeResolvedAfterDays === null) return 0;
  const before = new Date(clock.now().getTime() - closeResolvedAfterDays * DAY_MS);
  const ids = await findResolvedBefore(tx, before, TICKETS_AT_ONCE);
  for (const id of ids) await changeTicket(tx, id, { status: 'closed' });
  return ids.length;
}
