import type { Selectable } from 'kysely';
import type { PortalSettings } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import type { PortalLink } from './portal-settings.ts';

/** A row with the shapes that its columns of JSON and of words have. */
export interface PortalSettingsRow
  extends Omit<
    Selectable<PortalSettings>,
    'language' | 'links' | 'logo_tone' | 'tenant_id' | 'welcome_texts'
  > {
  language: Language | null;
  links: PortalLink[];
  logo_tone: 'dark' | 'light' | null;
  welcome_texts: Partial<Record<Language, string>>;
}

export async function findPortalSettings(tx: TenantTx): Promise<PortalSettingsRow> {
  const row = await tx.selectFrom('portal_settings').selectAll().executeTakeFirstOrThrow();
  return row as unknown as PortalSettingsRow;
}
