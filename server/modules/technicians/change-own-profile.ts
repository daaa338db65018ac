import { recordAudit } from '#modules/audit/index.ts';
import type { TechnicianActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import type { DefaultPage, Density, Theme } from '#shared/preferences.ts';
import { readPhone } from './phone.rules.ts';
import { updateTechnician } from './technicians.queries.ts';

export interface OwnProfileChanges {
  firstName?: string;
  lastName?: string;
  phone?: string | null;
  phoneRegion?: string;
  language?: Language;
  /** null: the company's. */
  timeZone?: string | null;
  defaultPage?: DefaultPage;
  theme?: Theme;
  density?: Density;
}

/** What everybody may change about himself, whatever his role. */
export async function changeOwnProfile(
  tx: TenantTx & { readonly actor: TechnicianActor },
  changes: OwnProfileChanges,
): Promise<void> {
  const { firstName, lastName, phone, phoneRegion, timeZone, defaultPage, ...looks } = changes;
  const person = {
    ...(firstName !== undefined && { first_name: firstName }),
    ...(lastName !== undefined && { last_name: lastName }),
    ...(phone !== undefined && { phone: await readPhone(phone, phoneRegion) }),
  };
  const row = {
    ...person,
    ...looks,
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(defaultPage !== undefined && { default_page: defaultPage }),
  };
  if (Object.keys(row).length === 0) return;
  const { technicianId, name } = tx.actor;
  await updateTechnician(tx, technicianId, row);
  // How the console looks to somebody concerns nobody else.
  if (Object.keys(person).length === 0) return;
  await recordAudit(tx, {
    action: 'technician.changed',
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: name,
  });
}
