import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Settings } from './settings.rules.ts';

/** False when the settings have another version by now. */
export async function updateSettings(
  tx: TenantTx,
  version: number,
  changes: Partial<Settings>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tenants')
    .set({
      company_name: changes.companyName,
      language: changes.language,
      time_zone: changes.timeZone,
      new_contact_mail_enabled: changes.newContactMailEnabled,
      new_contact_mail_template: changes.newContactMailTemplate,
      confirmation_mail_enabled: changes.confirmationMailEnabled,
      automatic_contacts_enabled: changes.automaticContactsEnabled,
      unknown_sender_filing: changes.unknownSenderFiling,
      reopen_resolved_within_days: changes.reopenResolvedWithinDays,
      reopen_closed_within_days: changes.reopenClosedWithinDays,
      close_resolved_after_days: changes.closeResolvedAfterDays,
      settings_version: version + 1,
    })
    .where('settings_version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
