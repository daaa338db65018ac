import { recordAudit } from '#modules/audit/index.ts';
import { announceDevice, findDevice, getDevice, requireCustomer } from '#modules/devices/index.ts';
import { findRole } from '#modules/roles/index.ts';
import { listTechnicians } from '#modules/technicians/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import {
  AppError,
  conflict,
  invalid,
  isUniqueViolation,
  notFound,
  refused,
} from '#platform/errors.ts';
import {
  deleteAssignmentsOf,
  deleteAssignmentsOfDevices,
  deleteProfile,
  findProfileRow,
  insertAssignments,
  insertProfile,
  listAssignmentsFor,
  listNamedAssignments,
  listProfileRows,
  type NamedAssignment,
  type ProfileColumns,
  type ProfileRow,
  updateProfile,
} from './profiles.queries.ts';
import { type Assignment, mostSpecific } from './profiles.rules.ts';
import { type Profile, profileView } from './profiles.views.ts';

/** The thresholds that hold for a device, and what follows when one is passed. */
export async function profileOfDevice(
  tx: TenantTx,
  device: { id: number; customerId: number; type: string },
): Promise<ProfileRow> {
  const chosen = mostSpecific(await listAssignmentsFor(tx, device), device);
  return getRow(tx, chosen);
}

/** The one with the id, or the default one. */
export const profileOrDefault = (tx: TenantTx, id: number | null) => getRow(tx, id);

/** Throws 400 for the field when there is none. */
export async function requireProfile(tx: TenantTx, id: number, field: string): Promise<void> {
  if (!(await findProfileRow(tx, id))) throw invalid({ field, code: 'unknownAlertProfile' });
}

export async function listProfiles(tx: TenantTx): Promise<Profile[]> {
  const assignments = await listNamedAssignments(tx);
  return (await listProfileRows(tx)).map((row) => toProfile(row, assignments));
}

/** Throws 404 when there is none. */
export async function getProfile(tx: TenantTx, id: number): Promise<Profile> {
  const row = await findProfileRow(tx, id);
  if (!row) throw notFound();
  return toProfile(row, await listNamedAssignments(tx));
}

export async function addProfile(tx: TenantTx, wanted: ProfileColumns): Promise<Profile> {
  await requirePeople(tx, wanted);
  const id = await insertProfile(tx, wanted, clock.now()).catch(nameTaken);
  await note(tx, 'alertProfile.created', { ...wanted, id, isDefault: false });
  return getProfile(tx, id);
}

/** Throws 409 with the profile as it is now when `version` is not its version any more. */
export async function changeProfile(
  tx: TenantTx,
  id: number,
  version: number,
  changes: { [Field in keyof ProfileColumns]?: ProfileColumns[Field] | undefined },
): Promise<Profile> {
  const before = await getProfile(tx, id);
  if (before.version !== version) throw conflict(profileView(before));
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const after: Profile = { ...before, ...Object.fromEntries(given) };
  await requirePeople(tx, after);
  const isChanged = await updateProfile(tx, { id, version }, after, clock.now()).catch(nameTaken);
  if (!isChanged) throw conflict(profileView(await getProfile(tx, id)));
  await note(tx, 'alertProfile.changed', after, {
    fields: given.map(([field]) => field),
  });
  return getProfile(tx, id);
}

/** What it was assigned to falls back to the next fitting profile. Throws 409 for the default one. */
export async function removeProfile(tx: TenantTx, id: number): Promise<void> {
  const profile = await getProfile(tx, id);
  if (profile.isDefault) throw refused('defaultAlertProfile');
  await deleteProfile(tx, id);
  await note(tx, 'alertProfile.removed', profile);
}

/** All that a profile is for, in place of what it was for until now. */
export async function assignProfile(
  tx: TenantTx,
  id: number,
  to: readonly Omit<Assignment, 'profileId'>[],
): Promise<Profile> {
  const profile = await getProfile(tx, id);
  if (profile.isDefault && to.length > 0) throw refused('defaultAlertProfile');
  for (const [index, { customerId, deviceId }] of to.entries()) {
    if (customerId !== null) await requireCustomer(tx, customerId);
    if (deviceId !== null) await requireDevice(tx, deviceId, `assignments.${index}.deviceId`);
  }
  await deleteAssignmentsOf(tx, id);
  await insertAssignments(
    tx,
    to.map((assignment) => ({ ...assignment, profileId: id })),
  );
  await note(tx, 'alertProfile.changed', profile, { fields: ['assignments'] });
  return getProfile(tx, id);
}

/**
 * Gives devices a profile of their own; null: what customer and type give them. Devices that are
 * gone meanwhile, or not to be seen, hold up none of the others. Throws 409 for the default profile,
 * which is nobody's own.
 */
export async function assignToDevices(
  tx: TenantTx,
  deviceIds: readonly number[],
  profileId: number | null,
): Promise<{ changed: number[]; missing: number[] }> {
  const profile = profileId === null ? null : await getProfile(tx, profileId);
  if (profile?.isDefault) throw refused('defaultAlertProfile');
  const ids = [...new Set(deviceIds)].sort((a, b) => a - b);
  const devices = [];
  for (const id of ids) devices.push(await findDevice(tx, id));
  const found = devices.filter((device) => device !== null);
  const changed = found.map(({ id }) => id);
  await deleteAssignmentsOfDevices(tx, changed);
  if (profile) {
    const of = { profileId: profile.id, customerId: null, deviceType: null };
    await insertAssignments(
      tx,
      changed.map((deviceId) => ({ ...of, deviceId })),
    );
  }
  if (changed.length > 0)
    await note(tx, 'alertProfile.assigned', profile, { devices: changed.length });
  for (const { id, customer } of found)
    await announceDevice(tx, [{ id, customer_id: customer.id }], { isPublic: false });
  return { changed, missing: ids.filter((id) => !changed.includes(id)) };
}

const toProfile = (row: ProfileRow, assignments: NamedAssignment[]): Profile => ({
  id: row.id,
  name: row.name,
  isDefault: row.is_default,
  conditions: row.conditions,
  ticketRules: row.ticket_rules,
  hearing: row.hearing,
  solvesTickets: row.solves_tickets,
  resolvesAlerts: row.resolves_alerts,
  version: row.version,
  updatedAt: row.updated_at,
  assignments: assignments.filter(({ profile_id }) => profile_id === row.id),
});

async function getRow(tx: TenantTx, id: number | null): Promise<ProfileRow> {
  const row = id === null ? undefined : await findProfileRow(tx, id);
  if (row) return row;
  const [first] = await listProfileRows(tx);
  if (!first) throw new Error('the company has no default alert profile');
  return first;
}

async function requireDevice(tx: TenantTx, id: number, field: string): Promise<void> {
  try {
    await getDevice(tx, id);
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 404) throw error;
    throw invalid({ field, code: 'unknownDevice' });
  }
}

async function requirePeople(tx: TenantTx, profile: ProfileColumns): Promise<void> {
  const technicians = await listTechnicians(tx);
  const ids = new Set(technicians.filter(({ state }) => state !== 'disabled').map(({ id }) => id));
  for (const [index, { assigneeId }] of profile.ticketRules.entries()) {
    if (assigneeId !== null && !ids.has(assigneeId))
      throw invalid({ field: `ticketRules.${index}.assigneeId`, code: 'unknownTechnician' });
  }
  for (const id of profile.hearing.roleIds)
    if (!(await findRole(tx, id))) throw invalid({ field: 'hearing.roleIds', code: 'unknownRole' });
  if (profile.hearing.technicianIds.some((id) => !technicians.some((one) => one.id === id)))
    throw invalid({ field: 'hearing.technicianIds', code: 'unknownTechnician' });
}

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error, 'alert_profiles_name'))
    throw invalid({ field: 'name', code: 'nameTaken' });
  throw error;
}

async function note(
  tx: TenantTx,
  action:
    | 'alertProfile.created'
    | 'alertProfile.changed'
    | 'alertProfile.removed'
    | 'alertProfile.assigned',
  /** null: devices have none of their own any more. */
  profile: Pick<Profile, 'id' | 'name' | 'isDefault'> | null,
  details: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'alertProfile',
    ...(profile && { subjectId: profile.id }),
    subjectName: profile?.name ?? '',
    // By this the log shows its name in the reader's language.
    details: profile?.isDefault ? { isDefault: true, ...details } : details,
  });
}
