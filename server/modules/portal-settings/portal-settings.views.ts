import { z } from 'zod';
import { LANGUAGES } from '#shared/languages.ts';
import { KNOWLEDGE_BASE_READERS, TICKET_FIELD_USES } from '#shared/portal-settings.ts';

const FieldUse = z.enum(TICKET_FIELD_USES);

/** Admin > Portal Settings: what was chosen; null is what nobody chose. */
export const PortalSettingsView = z.object({
  slug: z.string(),
  portalAddress: z.string(),
  /** Where the preview is: the portal's first address, whatever others lead there. */
  previewOrigin: z.string(),
  companyName: z.string(),
  companyLanguage: z.enum(LANGUAGES),
  name: z.string().nullable(),
  logo: z
    .object({
      url: z.string(),
      widthPx: z.number(),
      heightPx: z.number(),
      tone: z.enum(['dark', 'light']).nullable(),
    })
    .nullable(),
  color: z.string().nullable(),
  welcomeTexts: z.partialRecord(z.enum(LANGUAGES), z.string()),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  language: z.enum(LANGUAGES).nullable(),
  privacyUrl: z.string().nullable(),
  imprintUrl: z.string().nullable(),
  priorityField: FieldUse,
  impactField: FieldUse,
  contactsMayClose: z.boolean(),
  contactsMayReopen: z.boolean(),
  showsDevices: z.boolean(),
  passwordSignIn: z.boolean(),
  linkSignIn: z.boolean(),
  knowledgeBase: z.enum(KNOWLEDGE_BASE_READERS),
  version: z.number(),
});
export type PortalSettingsView = z.infer<typeof PortalSettingsView>;
