import { z } from 'zod';
import { mailChoices } from '#modules/contacts/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { unauthenticated } from '#platform/errors.ts';
import { CONTACT_MAIL_KINDS } from '#shared/contact-mails.ts';
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
  /** Which of the mails that can be done without the contact wants. */
  mails: z.record(z.enum(CONTACT_MAIL_KINDS), z.boolean()),
  /** False until the contact chose a password; one that was generated is known to others. */
  hasOwnPassword: z.boolean(),
  mustChangePassword: z.boolean(),
  companyName: z.string(),
});

/** What the portal has to know of who signed in. */
export async function portalSessionView(
  tx: TenantTx,
  contactId: number,
  isByLink: boolean,
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
    mails: mailChoices(contact.unwanted_mails),
    hasOwnPassword: contact.password_hash !== null && !contact.is_password_generated,
    // Who came by a link knows nothing of a password that was generated.
    mustChangePassword: contact.is_password_generated && !isByLink,
    companyName,
  };
}
