import { z } from 'zod';
import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { findDayBounds } from './ticket-figures.queries.ts';
import type { Span } from './ticket-list.queries.ts';

/** A day as `2026-03-01`. */
export const Day = z.iso.date();

/** From the start of the first day to the end of the last one, by the clock of the company. */
export async function spanOfDays(
  tx: TenantTx,
  from: string | undefined,
  to: string | undefined,
): Promise<Span | undefined> {
  if (from === undefined && to === undefined) return undefined;
  const { timeZone } = await getTenant(tx);
  return findDayBounds(tx, { from: from ?? null, to: to ?? null, timeZone });
}
