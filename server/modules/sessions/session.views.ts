import { z } from 'zod';
import { RoleRef } from '#modules/roles/index.ts';
import { getTechnician, pictureUrl } from '#modules/technicians/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import type { Rights, TechnicianActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { PERMISSIONS } from '#shared/permissions.ts';
import { DEFAULT_PAGES, DENSITIES, THEMES } from '#shared/preferences.ts';
import { mustSetUpTwoFactor } from './second-factors.queries.ts';
import { findProvedAt } from './sessions.queries.ts';
import { SECOND_FACTORS } from './sessions.rules.ts';

export const SessionView = z.object({
  technician: z.object({
    id: z.number(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    pictureUrl: z.string().nullable(),
    /** E.164. */
    phone: z.string().nullable(),
    language: z.enum(LANGUAGES),
    timeZone: z.string().nullable(),
    defaultPage: z.enum(DEFAULT_PAGES),
    theme: z.enum(THEMES),
    density: z.enum(DENSITIES),
    role: RoleRef,
  }),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** When the password was last shown to be known; some things need that to be lately. */
  provedAt: z.date().nullable(),
  /** His role requires two-factor sign-in: until it is set up, nothing else works. */
  mustSetUpTwoFactor: z.boolean(),
  isLimitedToCustomers: z
    .boolean()
    .describe('The role shows chosen customers only; what belongs to none is not among it'),
  company: z.object({
    id: z.number(),
    name: z.string(),
    slug: z.string(),
    portalAddress: z.string(),
    supportAddress: z.string(),
  }),
});

/** The password was right; one of these has to be shown next. */
export const PendingSignInView = z.object({ secondFactor: z.array(z.enum(SECOND_FACTORS)).min(1) });

/** What the console has to know of who signed in. A key has its own rights, not its maker's. */
export async function sessionView(
  tx: TenantTx,
  {
    technicianId,
    sessionId,
    rights,
  }: { technicianId: number; sessionId: number | null; rights?: Rights },
): Promise<z.input<typeof SessionView>> {
  const technician = await getTechnician(tx, technicianId);
  const { permissions, customerIds } = rights ?? technician;
  const tenant = await getTenant(tx);
  return {
    technician: { ...technician, pictureUrl: pictureUrl(technician.pictureKey, 'console') },
    permissions: [...permissions],
    isLimitedToCustomers: customerIds !== null,
    provedAt: sessionId === null ? null : await findProvedAt(tx, sessionId),
    mustSetUpTwoFactor:
      tx.actor.kind === 'technician'
        ? tx.actor.mustSetUpTwoFactor
        : await mustSetUpTwoFactor(tx, technicianId),
    company: {
      id: tenant.id,
      name: tenant.companyName,
      slug: tenant.slug,
      portalAddress: tenant.portalAddress,
      supportAddress: tenant.supportAddress,
    },
  };
}

export const ownSessionView = (tx: TenantTx & { readonly actor: TechnicianActor }) =>
  sessionView(tx, { ...tx.actor, rights: tx.actor });
