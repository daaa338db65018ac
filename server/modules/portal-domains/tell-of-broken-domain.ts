import { queueMail } from '#modules/outbox/index.ts';
import { listTechnicians } from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { PortalDomainProblem } from '#shared/portal-domains.ts';

/**
 * Tells everybody who can mend it, in his language. A contact who finds the portal gone has no other
 * place to say so.
 */
// i18n-keys: mail:domainProblem.*
export async function tellOfBrokenDomain(
  tx: TenantTx,
  domain: string,
  [problem = 'leadsNowhere']: readonly PortalDomainProblem[],
): Promise<void> {
  for (const technician of await listTechnicians(tx)) {
    if (technician.state !== 'active' || !technician.permissions.has('settings.manage')) continue;
    const mail = await renderTemplate(tx, 'portalDomainBroken', technician.language, {
      'Technician First Name': technician.firstName,
      'Portal Domain': domain,
      'Domain Problem': translate(technician.language, `mail:domainProblem.${problem}`),
      Link: `${tx.platform.config.baseUrl}/admin/portal`,
    });
    await queueMail(tx, {
      ...mail,
      kind: 'notice',
      to: [technician.email],
      technicianId: technician.id,
      isAutomatic: true,
    });
  }
}
