import { z } from 'zod';
import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { publicPortalRoute, type Route } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';

/** What the portal shows before anybody signs in; nothing else of the company. */
const SiteView = z.object({
  companyName: z.string(),
  language: z.enum(LANGUAGES),
  languages: z.array(z.enum(LANGUAGES)),
});

export const siteRoutes: readonly Route[] = [
  publicPortalRoute({
    method: 'GET',
    path: '/site',
    summary: 'Whose portal this is',
    allow: 'public',
    answer: SiteView,
    handle: ({ platform, tenantId }) =>
      platform.db.withTenant({ tenantId, actor: systemActor('portal') }, async (tx) => {
        const { companyName, language } = await getTenant(tx);
        return { companyName, language, languages: [...LANGUAGES] };
      }),
  }),
];
