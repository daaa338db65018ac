import { contactValues } from '#modules/contacts/index.ts';
import { fullNameOf, getTechnician, type Technician } from '#modules/technicians/index.ts';
import type { Tenant } from '#modules/tenants/index.ts';
import type { Ticket } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { Language } from '#shared/languages.ts';

/** Whom a mail on a ticket names as its technician when nobody wrote it. */
export async function findAssignee(
  tx: TenantTx,
  { assigneeId }: Pick<Ticket, 'assigneeId'>,
): Promise<Technician | null> {
  if (assigneeId === null) return null;
  const technician = await getTechnician(tx, assigneeId);
  return technician.state === 'disabled' ? null : technician;
}

const NO_CONTACT = {
  'Contact First Name': '',
  'Contact Last Name': '',
  'Contact Full Name': '',
  'Contact Email': '',
  'Customer Name': '',
};

/**
 * What the placeholders of a mail on a ticket stand for, its signature apart. Who may not enter the
 * portal gets no link into it.
 */
export function ticketValues({
  ticket,
  contact,
  technician,
  tenant,
  language,
}: {
  ticket: Pick<Ticket, 'number' | 'subject' | 'status'>;
  contact: (Parameters<typeof contactValues>[0] & { hasPortalAccess: boolean }) | null;
  technician: Technician | null;
  tenant: Tenant;
  language: Language;
}) {
  return {
    ...(contact ? contactValues(contact) : NO_CONTACT),
    'Ticket Number': String(ticket.number),
    'Ticket Subject': ticket.subject,
    'Ticket Status': translate(language, `mail:ticketStatus.${ticket.status}`),
    'Ticket Link': contact?.hasPortalAccess
      ? `${tenant.portalAddress}/tickets/${ticket.number}`
      : '',
    'Technician First Name': technician?.firstName ?? '',
    'Technician Last Name': technician?.lastName ?? '',
    'Technician Full Name': technician ? fullNameOf(technician) : '',
  };
}
