import { rightsOf, roleRef } from '#modules/roles/index.ts';
import { limitOf, type Rights } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import type { Language } from '#shared/languages.ts';
import type { DefaultPage, Density, Theme } from '#shared/preferences.ts';
import {
  findTechnicianRow,
  listTechnicianRows,
  type TechnicianRow,
} from './technicians.queries.ts';
import { seesTicketsOf } from './technicians.rules.ts';

export interface Technician extends Rights {
  id: number;
  email: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  /** What the address of his picture ends with; null: he has none. */
  pictureKey: string | null;
  language: Language;
  /** null: the company's. */
  timeZone: string | null;
  defaultPage: DefaultPage;
  theme: Theme;
  density: Density;
  role: ReturnType<typeof roleRef>;
  /** `invited`: has not chosen a password yet. */
  state: 'active' | 'invited' | 'disabled';
  lastSignInAt: Date | null;
  /** An authenticator app or a passkey; null: not for who does not manage technicians. */
  hasTwoFactor: boolean | null;
}

export async function listTechnicians(tx: TenantTx): Promise<Technician[]> {
  return (await listTechnicianRows(tx)).map((row) => toTechnician(tx, row));
}

/**
 * Those who see a ticket of the customer (null: of none), and so can be given it and be told of it;
 * as far as the actor sees it himself.
 */
export async function listTicketReaders(
  tx: TenantTx,
  customerId: number | null,
): Promise<Technician[]> {
  const limit = limitOf(tx.actor);
  if (limit && (customerId === null || !limit.has(customerId))) return [];
  return (await listTechnicians(tx)).filter(
    (technician) => technician.state === 'active' && seesTicketsOf(technician, customerId),
  );
}

export async function getTechnician(tx: TenantTx, id: number): Promise<Technician> {
  const row = await findTechnicianRow(tx, id);
  if (!row) throw notFound();
  return toTechnician(tx, row);
}

export const fullNameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) =>
  `${firstName} ${lastName}`.trim();

function toTechnician({ actor }: TenantTx, row: TechnicianRow): Technician {
  const isManager = actor.kind === 'technician' && actor.permissions.has('technicians.manage');
  return {
    id: row.id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    phone: row.phone,
    pictureKey: row.picture_key,
    language: row.language,
    timeZone: row.time_zone,
    defaultPage: row.default_page as DefaultPage,
    theme: row.theme as Theme,
    density: row.density as Density,
    role: roleRef(row),
    ...rightsOf({
      builtIn: row.role_built_in,
      permissions: row.role_permissions,
      customerIds: row.role_customer_ids,
    }),
    state: stateOf(row),
    lastSignInAt: row.last_sign_in_at,
    hasTwoFactor: isManager ? row.has_two_factor : null,
  };
}

function stateOf(row: TechnicianRow): Technician['state'] {
  if (row.disabled_at) return 'disabled';
  return row.has_password ? 'active' : 'invited';
}
