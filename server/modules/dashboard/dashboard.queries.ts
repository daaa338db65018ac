import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { DashboardCard, FirstStep } from '#shared/dashboard.ts';

interface DashboardRow {
  technician_id: number | null;
  cards: DashboardCard[] | null;
  hides_first_steps: boolean;
  version: number;
}

export async function findDashboards(tx: TenantTx, technicianId: number) {
  const { rows } = await sql<DashboardRow>`
    select technician_id, cards, hides_first_steps, version from dashboards
    where technician_id is null or technician_id = ${technicianId}`.execute(tx);
  return {
    own: rows.find((row) => row.technician_id !== null),
    company: rows.find((row) => row.technician_id === null),
  };
}

/** So that two windows choose one after the other, also when there is no row to lock yet. */
export async function lockDashboardOf(tx: TenantTx, technicianId: number): Promise<void> {
  await sql`
    select from technicians where id = ${technicianId} for no key update`.execute(tx);
}

/** Without a technician: those of the company. */
export async function writeCards(
  tx: TenantTx,
  technicianId: number | null,
  cards: readonly DashboardCard[] | null,
): Promise<void> {
  await sql`
    insert into dashboards (technician_id, cards, version)
    values (${technicianId}::bigint, ${cards && JSON.stringify(cards)}::jsonb, 1)
    on conflict on constraint dashboards_of do update
      set cards = excluded.cards, version = dashboards.version + 1`.execute(tx);
}

export async function writeHidesFirstSteps(tx: TenantTx, technicianId: number): Promise<void> {
  await sql`
    insert into dashboards (technician_id, hides_first_steps) values (${technicianId}, true)
    on conflict on constraint dashboards_of do update set hides_first_steps = true`.execute(tx);
}

/** What a new company has done; each is told by what is there, so that it ticks itself off. */
export async function findStepsDone(
  tx: TenantTx,
): Promise<Record<FirstStep, boolean> & { ticket: boolean }> {
  const { rows } = await sql<Record<FirstStep, boolean> & { ticket: boolean }>`
    select exists (select from customers) as customer,
      exists (select from portal_settings where version > 1 or logo_key is not null)
        or exists (select from tenants where serving_domain is not null) as portal,
      exists (select from inbound_messages) as mail,
      exists (select from devices) as device,
      (select count(*) from (select from technicians limit 2) t) > 1 as colleague,
      exists (select from tickets) as ticket`.execute(tx);
  return rows[0]!;
}
