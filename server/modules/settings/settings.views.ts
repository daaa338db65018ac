import { z } from 'zod';
import type { Tenant } from '#modules/tenants/index.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { NEW_CONTACT_TEMPLATES } from '#shared/templates.ts';

/** Admin > Settings. */
export const SettingsView = z.object({
  companyName: z.string(),
  /** Of mails to people whose own language is not known. */
  language: z.enum(LANGUAGES),
  timeZone: z.string(),
  /** "Send an email when a new contact is added to the system using a template" */
  newContactMailEnabled: z.boolean(),
  newContactMailTemplate: z.enum(NEW_CONTACT_TEMPLATES),
  confirmationMailEnabled: z.boolean(),
  automaticContactsEnabled: z.boolean(),
  /** Mail from domains that no customer has. */
  unknownSenderFiling: z.enum(['ticket', 'suspended']),
  /** For so many days an answer opens a ticket again; null: always, 0: never. */
  reopenResolvedWithinDays: z.number().nullable(),
  reopenClosedWithinDays: z.number().nullable(),
  /** Null: never by itself. */
  closeResolvedAfterDays: z.number().nullable(),
  /** Of the ticket that is opened next. */
  nextTicketNumber: z.number(),
  version: z.number(),
});
export type SettingsView = z.infer<typeof SettingsView>;

export const settingsView = (tenant: Tenant, nextTicketNumber: number): SettingsView => ({
  companyName: tenant.companyName,
  language: tenant.language,
  timeZone: tenant.timeZone,
  newContactMailEnabled: tenant.newContactMailEnabled,
  newContactMailTemplate:
    NEW_CONTACT_TEMPLATES.find((name) => name === tenant.newContactMailTemplate) ??
    NEW_CONTACT_TEMPLATES[0],
  confirmationMailEnabled: tenant.confirmationMailEnabled,
  automaticContactsEnabled: tenant.automaticContactsEnabled,
  unknownSenderFiling: tenant.unknownSenderFiling,
  reopenResolvedWithinDays: tenant.reopenResolvedWithinDays,
  reopenClosedWithinDays: tenant.reopenClosedWithinDays,
  closeResolvedAfterDays: tenant.closeResolvedAfterDays,
  nextTicketNumber,
  version: tenant.settingsVersion,
});
