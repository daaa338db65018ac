import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import { findTenantRow } from './tenants.queries.ts';

export interface Tenant {
  id: number;
  slug: string;
  companyName: string;
  language: Language;
  timeZone: string;
  newContactMailEnabled: boolean;
  newContactMailTemplate: string;
  confirmationMailEnabled: boolean;
  automaticContactsEnabled: boolean;
  /** What becomes of a mail from a domain that no customer has. */
  unknownSenderFiling: 'ticket' | 'suspended';
  /** For so many days an answer opens a ticket again; null: always, 0: never. */
  reopenResolvedWithinDays: number | null;
  reopenClosedWithinDays: number | null;
  /** Null: resolved tickets stay so until somebody closes them. */
  closeResolvedAfterDays: number | null;
  settingsVersion: number;
  /**
   * Origin of the portal, for links: the own domain once it serves, else that of the slug, e.g.
   * `http://acme.servicedesk.localhost:3000`.
   */
  portalAddress: string;
  /** The one of the slug, which always leads there. */
  generatedPortalAddress: string;
  /** The mailbox that every tenant has, `<slug>@MAIL_DOMAIN`. */
  supportAddress: string;
}

/** The company that the transaction works for. */
export async function getTenant(tx: TenantTx): Promise<Tenant> {
  const row = await findTenantRow(tx);
  const { config } = tx.platform;
  return {
    id: row.id,
    slug: row.slug,
    companyName: row.company_name,
    language: row.language,
    timeZone: row.time_zone,
    newContactMailEnabled: row.new_contact_mail_enabled,
    newContactMailTemplate: row.new_contact_mail_template,
    confirmationMailEnabled: row.confirmation_mail_enabled,
    automaticContactsEnabled: row.automatic_contacts_enabled,
    unknownSenderFiling: row.unknown_sender_filing === 'suspended' ? 'suspended' : 'ticket',
    reopenResolvedWithinDays: row.reopen_resolved_within_days,
    reopenClosedWithinDays: row.reopen_closed_within_days,
    closeResolvedAfterDays: row.close_resolved_after_days,
    settingsVersion: row.settings_version,
    portalAddress: row.serving_domain
      ? config.domainOrigin(row.serving_domain)
      : config.portalOrigin(row.slug),
    generatedPortalAddress: config.portalOrigin(row.slug),
    supportAddress: `${row.slug}@${config.mailDomain}`,
  };
}
