import { z } from 'zod';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publicPortalRoute, type Route } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { TICKET_FIELD_USES } from '#shared/portal-settings.ts';
import { portalStyle } from '#shared/portal-style.ts';

const FieldUse = z.enum(TICKET_FIELD_USES);

/** What the portal shows before anybody signs in; nothing else of the company. */
export const SiteView = z.object({
  companyName: z.string(),
  /** What the portal is called. */
  name: z.string(),
  logo: z
    .object({
      url: z.string(),
      widthPx: z.number(),
      heightPx: z.number(),
      tone: z.enum(['dark', 'light']).nullable(),
    })
    .nullable(),
  color: z.string().nullable(),
  /** The colour as a style sheet. */
  style: z.string().nullable(),
  welcomeTexts: z.partialRecord(z.enum(LANGUAGES), z.string()),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  /** For visitors of whose language nothing is known. */
  language: z.enum(LANGUAGES),
  languages: z.array(z.enum(LANGUAGES)),
  privacyUrl: z.string().nullable(),
  imprintUrl: z.string().nullable(),
  fields: z.object({ priority: FieldUse, impact: FieldUse }),
  contactsMayClose: z.boolean(),
  contactsMayReopen: z.boolean(),
  showsDevices: z.boolean(),
  signIn: z.object({ password: z.boolean(), link: z.boolean() }),
  showsKnowledgeBase: z.boolean(),
  isKnowledgeBasePublic: z.boolean(),
  /** Who may show this portal in a frame, as a preview of its settings; null: nobody. */
  previewedBy: z.string().nullable(),
});

/** Of the portal that the transaction works for. */
export async function getSite(tx: TenantTx) {
  const { companyName } = await getTenant(tx);
  const settings = await getPortalSettings(tx);
  return SiteView.parse({
    companyName,
    languages: [...LANGUAGES],
    ...settings,
    style: settings.color && portalStyle(settings.color),
    previewedBy: null,
  });
}

export const siteRoutes: readonly Route[] = [
  publicPortalRoute({
    method: 'GET',
    path: '/site',
    summary: 'Whose portal this is, how it looks, and what contacts may do here',
    allow: 'public',
    answer: SiteView,
    handle: ({ platform, tenantId, request: { audience } }) =>
      platform.db.withTenant({ tenantId, actor: systemActor('portal') }, async (tx) => ({
        ...(await getSite(tx)),
        previewedBy:
          audience.kind === 'portal' && !audience.isOwnDomain ? platform.config.baseUrl : null,
      })),
  }),
];
