import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import type { TicketFieldUse } from '#shared/portal-settings.ts';
import { findPortalSettings, type PortalSettingsRow } from './portal-settings.queries.ts';

export interface PortalLink {
  label: string;
  url: string;
}

export interface PortalLogo {
  url: string;
  widthPx: number;
  heightPx: number;
  /** Of a logo that is see-through: how dark it is, so that it gets paper it can be read on. */
  tone: 'dark' | 'light' | null;
}

/** How the portal looks and what contacts may do there; what is not chosen is filled in. */
export interface PortalSettings {
  /** What the portal is called: the company unless somebody chose another name. */
  name: string;
  logo: PortalLogo | null;
  /** `#rrggbb`; null: Portico's own. */
  color: string | null;
  welcomeTexts: Partial<Record<Language, string>>;
  links: PortalLink[];
  /** For visitors of whose language nothing is known. */
  language: Language;
  privacyUrl: string | null;
  imprintUrl: string | null;
  fields: { priority: TicketFieldUse; impact: TicketFieldUse };
  contactsMayClose: boolean;
  contactsMayReopen: boolean;
  /** Contacts see the devices that they work with, main contacts those of their customer. */
  showsDevices: boolean;
  signIn: { password: boolean; link: boolean };
  showsKnowledgeBase: boolean;
  /** Whether public articles can be read without signing in. */
  isKnowledgeBasePublic: boolean;
  version: number;
}

/** The settings of the portal of the company that the transaction works for. */
export async function getPortalSettings(tx: TenantTx): Promise<PortalSettings> {
  const tenant = await getTenant(tx);
  const row = await findPortalSettings(tx);
  return {
    name: row.name ?? tenant.companyName,
    logo: logoOf(row, 'portal'),
    color: row.color,
    welcomeTexts: row.welcome_texts,
    links: row.links,
    language: row.language ?? tenant.language,
    privacyUrl: row.privacy_url,
    imprintUrl: row.imprint_url,
    fields: { priority: row.priority_field, impact: row.impact_field },
    contactsMayClose: row.contacts_may_close,
    contactsMayReopen: row.contacts_may_reopen,
    showsDevices: row.shows_devices,
    signIn: { password: row.password_sign_in, link: row.link_sign_in },
    showsKnowledgeBase: row.knowledge_base !== 'hidden',
    isKnowledgeBasePublic: row.knowledge_base === 'public',
    version: row.version,
  };
}

/** At an address of the audience's own host. */
export function logoOf(row: PortalSettingsRow, audience: 'console' | 'portal'): PortalLogo | null {
  const { logo_key: key, logo_width_px: widthPx, logo_height_px: heightPx } = row;
  if (key === null || widthPx === null || heightPx === null) return null;
  const url = audience === 'portal' ? `/portal/v1/logo/${key}` : `/api/v1/portal-logo/${key}`;
  return { url, widthPx, heightPx, tone: row.logo_tone };
}
