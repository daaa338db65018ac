import type { z } from 'zod';
import { getTenant } from '#modules/tenants/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { TREND_DAYS } from '#shared/dashboard.ts';
import { countActiveGroups, countByDay, countWaiting } from './ticket-figures.queries.ts';
import type { TicketFiguresView, TicketTrendView } from './tickets.views.ts';

/** Each number is that of a list: of `GET /tickets` with the filters that its name says. */
export async function countTicketFigures(
  tx: TenantTx,
  technicianId: number,
): Promise<z.infer<typeof TicketFiguresView>> {
  const rows = await countActiveGroups(tx, technicianId);
  const waiting = await countWaiting(tx);
  return {
    mine: rows.reduce((sum, row) => sum + row.mine, 0),
    unassigned: rows.reduce((sum, row) => sum + row.unassigned, 0),
    waiting,
    groups: rows.map(({ status, priority, count }) => ({ status, priority, count })),
  };
}

/** Today is the last of the days, and they begin and end by the clock of the company. */
export async function listTrend(tx: TenantTx): Promise<z.infer<typeof TicketTrendView>> {
  const { timeZone } = await getTenant(tx);
  return { days: await countByDay(tx, { now: clock.now(), timeZone, days: TREND_DAYS }) };
}
