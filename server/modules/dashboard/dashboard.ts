import { recordAudit } from '#modules/audit/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { type DashboardCard, DEFAULT_CARDS } from '#shared/dashboard.ts';
import { findDashboards, lockDashboardOf, writeCards } from './dashboard.queries.ts';

interface Dashboard {
  cards: readonly DashboardCard[];
  isOwn: boolean;
  version: number;
}

/** The technician's own choice, else the company's, else ours. */
export async function getDashboard(tx: ConsoleTx): Promise<Dashboard> {
  const { own, company } = await findDashboards(tx, tx.actor.technicianId);
  return {
    cards: own?.cards ?? company?.cards ?? DEFAULT_CARDS,
    isOwn: Boolean(own?.cards),
    version: own?.version ?? 0,
  };
}

/** Throws 409 with the dashboard as it is now when `version` is not its version any more. */
export async function keepOwnDashboard(
  tx: ConsoleTx,
  version: number,
  cards: readonly DashboardCard[],
): Promise<Dashboard> {
  await lockDashboardOf(tx, tx.actor.technicianId);
  const before = await getDashboard(tx);
  if (before.version !== version) throw conflict(before);
  await writeCards(tx, tx.actor.technicianId, cards);
  return announce(tx);
}

export async function forgetOwnDashboard(tx: ConsoleTx): Promise<Dashboard> {
  await writeCards(tx, tx.actor.technicianId, null);
  return announce(tx);
}

/** For everybody who has chosen nothing, who makes it among them: he sees it, too. */
export async function keepCompanyDashboard(
  tx: ConsoleTx,
  cards: readonly DashboardCard[],
): Promise<Dashboard> {
  const { company } = await findDashboards(tx, tx.actor.technicianId);
  await writeCards(tx, null, cards);
  await writeCards(tx, tx.actor.technicianId, null);
  await recordAudit(tx, {
    action: 'dashboard.companyChanged',
    details: { old: namesOf(company?.cards ?? DEFAULT_CARDS), new: namesOf(cards) },
  });
  return announce(tx);
}

const namesOf = (cards: readonly DashboardCard[]) => ({
  cards: cards.map(({ card, size }) => `${card} (${size})`).join(', '),
});

async function announce(tx: ConsoleTx): Promise<Dashboard> {
  await tellWindows(tx);
  return getDashboard(tx);
}

/** Other windows show the same dashboard. */
export const tellWindows = (tx: TenantTx) => publish(tx, { kind: 'dashboard', ids: {} });
