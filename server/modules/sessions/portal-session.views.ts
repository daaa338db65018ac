import { z } from 'zod';
import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { unauthenticated } from '#platform/errors.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { findContactWhoMayEnter } from './actors.queries.ts';

export const PortalSessionView = z.object({
  contact: z.object({
    id: z.number(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    language: z.enum(LANGUAGES),
    isMainContact: z.boolean(),
    username: z.string(),
  }),
  customerName: z.string().nullable(),
  mustChangePassword: z.boolean(),
  companyName: z.string(),
});

/** What the portal has to know of who signed in. */
export async function portalSessionView(
  tx: TenantTx,
  contactId: number,
): Promise<z.input<typeof PortalSessionView>> {
  const contact = await findContactWhoMayEnter(tx, contactId);
  if (!contact) throw unauthenticated();
  const { companyName } = await getTenant(tx);
  return {
    contact: {
      id: contact.id,
      firstName: contact.first_name,
      lastName: contact.last_name,
      email: contact.email,
      phone: contact.phone,
      language: contact.language,
      isMainContact: contact.is_main_contact,
      username: contact.portal_username,
    },
    customerName: contact.customer_name,
    mustChangePassword: contact.is_password_generated,
    companyName,
  };
}
