import type { Selectable } from 'kysely';
import type { PortalSettings } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { StoredFile } from '#platform/files/file-store.ts';
import type { Language } from '#shared/languages.ts';
import type { PortalChoices } from './change-portal-settings.ts';
import type { LogoFacts } from './make-logo.ts';
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

/** False when the settings have another version by now. */
export async function updatePortalSettings(
  tx: TenantTx,
  version: number,
  chosen: PortalChoices,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('portal_settings')
    .set({
      name: chosen.name,
      color: chosen.color,
      welcome_texts: JSON.stringify(chosen.welcomeTexts),
      links: JSON.stringify(chosen.links),
      language: chosen.language,
      privacy_url: chosen.privacyUrl,
      imprint_url: chosen.imprintUrl,
      priority_field: chosen.priorityField,
      impact_field: chosen.impactField,
      contacts_may_close: chosen.contactsMayClose,
      contacts_may_reopen: chosen.contactsMayReopen,
      shows_devices: chosen.showsDevices,
      password_sign_in: chosen.passwordSignIn,
      link_sign_in: chosen.linkSignIn,
      knowledge_base: chosen.knowledgeBase,
      version: version + 1,
    })
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function updateLogo(
  tx: TenantTx,
  logo: ({ key: string } & LogoFacts) | null,
): Promise<void> {
  await tx
    .updateTable('portal_settings')
    .set((eb) => ({
      logo_key: logo?.key ?? null,
      logo_width_px: logo?.widthPx ?? null,
      logo_height_px: logo?.heightPx ?? null,
      logo_tone: logo?.tone ?? null,
      version: eb('version', '+', 1),
    }))
    .execute();
}

/** The logo as it is shown, and the small square of it. */
export type LogoFileKind = 'logo' | 'icon';

export async function insertLogoFiles(
  tx: TenantTx,
  logoKey: string,
  files: (StoredFile & { kind: LogoFileKind })[],
): Promise<void> {
  await tx
    .insertInto('portal_logo_files')
    .values(
      files.map(({ kind, key, sizeBytes }) => ({
        logo_key: logoKey,
        kind,
        file_key: key,
        size_bytes: sizeBytes,
      })),
    )
    .execute();
}

/** Forgets the logo's files; returns the keys of those that nobody needs any more. */
export async function deleteLogoFiles(tx: TenantTx): Promise<string[]> {
  const rows = await tx.deleteFrom('portal_logo_files').returning('file_key').execute();
  return rows.map(({ file_key }) => file_key);
}

export async function findLogoFile(tx: TenantTx, logoKey: string, kind: LogoFileKind) {
  return tx
    .selectFrom('portal_logo_files')
    .select(['file_key', 'size_bytes'])
    .where('logo_key', '=', logoKey)
    .where('kind', '=', kind)
    .executeTakeFirst();
}
