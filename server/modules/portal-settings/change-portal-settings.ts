import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '#modules/audit/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, invalid } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { findPortalSettings, updatePortalSettings } from './portal-settings.queries.ts';
import { logoOf } from './portal-settings.ts';
import type { PortalSettingsView } from './portal-settings.views.ts';

/** What somebody may choose; the rest follows from elsewhere. */
export type PortalChoices = Omit<
  PortalSettingsView,
  | 'slug'
  | 'portalAddress'
  | 'previewOrigin'
  | 'companyName'
  | 'companyLanguage'
  | 'logo'
  | 'version'
>;
export type PortalChanges = { [Name in keyof PortalChoices]?: PortalChoices[Name] | undefined };

/** The settings as they were chosen, for whoever may change them. */
export async function getChosenSettings(tx: TenantTx): Promise<PortalSettingsView> {
  const { slug, companyName, language, portalAddress } = await getTenant(tx);
  const row = await findPortalSettings(tx);
  return {
    slug,
    portalAddress,
    previewOrigin: tx.platform.config.portalOrigin(slug),
    companyName,
    companyLanguage: language,
    name: row.name,
    logo: logoOf(row, 'console'),
    color: row.color,
    welcomeTexts: row.welcome_texts,
    links: row.links,
    language: row.language,
    privacyUrl: row.privacy_url,
    imprintUrl: row.imprint_url,
    priorityField: row.priority_field,
    impactField: row.impact_field,
    contactsMayClose: row.contacts_may_close,
    contactsMayReopen: row.contacts_may_reopen,
    showsDevices: row.shows_devices,
    passwordSignIn: row.password_sign_in,
    linkSignIn: row.link_sign_in,
    knowledgeBase: row.knowledge_base,
    version: row.version,
  };
}

/** Throws 409 with the settings as they are now when `version` is not their version any more. */
export async function changePortalSettings(
  tx: TenantTx,
  version: number,
  wanted: PortalChanges,
): Promise<PortalSettingsView> {
  const before = await getChosenSettings(tx);
  if (before.version !== version) throw conflict(before);
  const after = { ...before, ...withoutUndefined(wanted) };
  if (!after.passwordSignIn && !after.linkSignIn)
    throw invalid({ field: 'passwordSignIn', code: 'noSignInWay' });
  const names = (Object.keys(wanted) as (keyof PortalChoices)[]).filter(
    (name) => !isDeepStrictEqual(after[name], before[name]),
  );
  if (names.length === 0) return before;
  if (!(await updatePortalSettings(tx, version, after)))
    throw conflict(await getChosenSettings(tx));
  const pick = (from: PortalSettingsView) =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  await recordAudit(tx, {
    action: 'portalSettings.changed',
    details: { old: pick(before), new: pick(after) },
  });
  await tellOfPortalSettings(tx);
  return getChosenSettings(tx);
}

/** Open portals look again how they have to look. */
export const tellOfPortalSettings = (tx: TenantTx) =>
  publish(tx, { kind: 'portalSettings', ids: {} });

const withoutUndefined = (changes: PortalChanges) =>
  Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<PortalChoices>;
