import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AlertCondition, AlertHearing, TicketRule } from '#shared/alerts.ts';
import type { Assignment } from './profiles.rules.ts';

export interface ProfileRow {
  id: number;
  name: string;
  is_default: boolean;
  conditions: AlertCondition[];
  ticket_rules: TicketRule[];
  hearing: AlertHearing;
  solves_tickets: boolean;
  resolves_alerts: boolean;
  version: number;
  updated_at: Date;
}

const profileRows = (tx: TenantTx) =>
  tx.selectFrom('alert_profiles').select([
    'id',
    'name',
    'is_default',
    'conditions',
    'ticket_rules',
    // Without roles that were deleted since: with nobody else named, everybody hears again.
    sql<AlertHearing>`jsonb_set(hearing, '{roleIds}', coalesce((
        select jsonb_agg(r.id order by r.id) from roles r
        where r.id in (select jsonb_array_elements_text(hearing->'roleIds')::bigint)), '[]'))`.as(
      'hearing',
    ),
    'solves_tickets',
    'resolves_alerts',
    'version',
    'updated_at',
  ]);

/** The default one first, then by name. */
export async function listProfileRows(tx: TenantTx): Promise<ProfileRow[]> {
  const rows = await profileRows(tx)
    .orderBy('is_default', 'desc')
    .orderBy(sql`lower(name)`)
    .execute();
  return rows as unknown as ProfileRow[];
}

export async function findProfileRow(tx: TenantTx, id: number): Promise<ProfileRow | undefined> {
  const row = await profileRows(tx).where('id', '=', id).executeTakeFirst();
  return row as unknown as ProfileRow | undefined;
}

export interface ProfileColumns {
  name: string;
  conditions: AlertCondition[];
  ticketRules: TicketRule[];
  hearing: AlertHearing;
  solvesTickets: boolean;
  resolvesAlerts: boolean;
}

const written = (profile: ProfileColumns) => ({
  name: profile.name,
  conditions: JSON.stringify(profile.conditions),
  ticket_rules: JSON.stringify(profile.ticketRules),
  hearing: JSON.stringify(profile.hearing),
  solves_tickets: profile.solvesTickets,
  resolves_alerts: profile.resolvesAlerts,
});

export async function insertProfile(
  tx: TenantTx,
  profile: ProfileColumns,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('alert_profiles')
    .values({ ...written(profile), created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when it is not there or has another version by now. */
export async function updateProfile(
  tx: TenantTx,
  { id, version }: { id: number; version: number },
  profile: ProfileColumns,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('alert_profiles')
    .set({ ...written(profile), version: version + 1, updated_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteProfile(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('alert_profiles').where('id', '=', id).execute();
}

/** All that can be for a device; the few that name one, its customer or its type. */
export async function listAssignmentsFor(
  tx: TenantTx,
  device: { id: number; customerId: number; type: string },
): Promise<Assignment[]> {
  const rows = await tx
    .selectFrom('alert_profile_assignments')
    .where((eb) => eb.or([eb('device_id', 'is', null), eb('device_id', '=', device.id)]))
    .where((eb) =>
      eb.or([eb('customer_id', 'is', null), eb('customer_id', '=', device.customerId)]),
    )
    .where((eb) => eb.or([eb('device_type', 'is', null), eb('device_type', '=', device.type)]))
    .select(['profile_id', 'device_id', 'customer_id', 'device_type'])
    .execute();
  return rows.map(toAssignment);
}

export async function listAllAssignments(tx: TenantTx): Promise<Assignment[]> {
  const rows = await tx
    .selectFrom('alert_profile_assignments')
    .select(['profile_id', 'device_id', 'customer_id', 'device_type'])
    .execute();
  return rows.map(toAssignment);
}

const toAssignment = (row: {
  profile_id: number;
  device_id: number | null;
  customer_id: number | null;
  device_type: string | null;
}): Assignment => ({
  profileId: row.profile_id,
  deviceId: row.device_id,
  customerId: row.customer_id,
  deviceType: row.device_type,
});

/** With names, as far as the actor may see whose they are. */
export async function listNamedAssignments(tx: TenantTx) {
  return tx
    .selectFrom('alert_profile_assignments as a')
    .leftJoin('devices as d', (join) =>
      join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.device_id'),
    )
    .leftJoin('customers as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'a.tenant_id')
        .on('c.id', '=', sql<number>`coalesce(a.customer_id, d.customer_id)`),
    )
    .where(
      sql<boolean>`(num_nonnulls(a.customer_id, a.device_id) = 0 or ${inReach(tx.actor, 'c.id')})`,
    )
    .select([
      'a.profile_id',
      'a.device_id',
      'a.customer_id',
      'a.device_type',
      'd.name as device_name',
      'c.id as of_customer_id',
      'c.name as customer_name',
    ])
    .orderBy('a.id')
    .execute();
}
export type NamedAssignment = Awaited<ReturnType<typeof listNamedAssignments>>[number];

export async function deleteAssignmentsOf(tx: TenantTx, profileId: number): Promise<void> {
  await tx.deleteFrom('alert_profile_assignments').where('profile_id', '=', profileId).execute();
}

export async function deleteAssignmentsOfDevices(
  tx: TenantTx,
  deviceIds: readonly number[],
): Promise<void> {
  if (deviceIds.length === 0) return;
  await tx.deleteFrom('alert_profile_assignments').where('device_id', 'in', deviceIds).execute();
}

/** What was assigned to the same before is assigned anew. */
export async function insertAssignments(
  tx: TenantTx,
  assignments: readonly Assignment[],
): Promise<void> {
  if (assignments.length === 0) return;
  await tx
    .insertInto('alert_profile_assignments')
    .values(
      assignments.map((assignment) => ({
        profile_id: assignment.profileId,
        device_id: assignment.deviceId,
        customer_id: assignment.customerId,
        device_type: assignment.deviceType,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .constraint('alert_profile_assignments_once')
        .doUpdateSet((eb) => ({ profile_id: eb.ref('excluded.profile_id') })),
    )
    .execute();
}
