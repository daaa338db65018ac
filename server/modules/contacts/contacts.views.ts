import { z } from 'zod';
import { clock } from '#platform/clock.ts';
import { CONTACT_MAIL_KINDS } from '#shared/contact-mails.ts';
import { LANGUAGES } from '#shared/languages.ts';
import type { ContactRow } from './contacts.queries.ts';
import { passwordState } from './contacts.rules.ts';

/** A contact as technicians see it. Never the password: that is a look of its own. */
export const ContactView = z.object({
  id: z.number(),
  customer: z.object({ id: z.number(), name: z.string() }).nullable(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
  language: z.enum(LANGUAGES),
  isMainContact: z.boolean(),
  portalUsername: z.string(),
  passwordState: z.enum(['generated', 'chosen', 'expired', 'none']),
  passwordReadableUntil: z.date().nullable(),
  hasPortalAccess: z.boolean(),
  lastSignInAt: z.date().nullable(),
  /** The automatic mails that the contact has switched off in the portal. */
  unwantedMails: z.array(z.enum(CONTACT_MAIL_KINDS)),
  awaitsWelcome: z
    .boolean()
    .describe('The welcome mail waits for a mail of theirs whose sender is proven'),
  isArchived: z.boolean(),
  version: z.number(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** What other modules get; `customerId` is `customer.id` at hand. */
export type Contact = z.infer<typeof ContactView> & { customerId: number | null };

export function contactView(row: ContactRow): Contact {
  const state = passwordState(
    {
      hasPassword: row.has_password,
      isGenerated: row.is_password_generated,
      readableUntil: row.password_readable_until,
    },
    clock.now(),
  );
  return {
    id: row.id,
    customerId: row.customer_id,
    customer:
      row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    phone: row.phone,
    jobTitle: row.job_title,
    language: row.language,
    isMainContact: row.is_main_contact,
    portalUsername: row.portal_username,
    passwordState: state,
    passwordReadableUntil: state === 'generated' ? row.password_readable_until : null,
    hasPortalAccess: row.has_portal_access,
    lastSignInAt: row.last_sign_in_at,
    unwantedMails: row.unwanted_mails,
    awaitsWelcome: row.awaits_welcome,
    isArchived: row.archived_at !== null,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
