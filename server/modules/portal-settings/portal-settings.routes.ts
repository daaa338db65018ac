import { z } from 'zod';
import { systemActor } from '#platform/actor.ts';
import { optionalLine } from '#platform/http/fields.ts';
import { consoleRoute, publicPortalRoute, type Route } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import {
  KNOWLEDGE_BASE_READERS,
  PORTAL_LIMITS,
  TICKET_FIELD_USES,
} from '#shared/portal-settings.ts';
import { changePortalSettings, getChosenSettings } from './change-portal-settings.ts';
import { makeLogo } from './make-logo.ts';
import { openPortalIcon, openPortalLogo, removePortalLogo, setPortalLogo } from './portal-logo.ts';
import { Color, Links, PageUrl, WelcomeTexts } from './portal-settings.fields.ts';
import { PortalSettingsView } from './portal-settings.views.ts';

const LOGOS_PER_MINUTE = 30;
const KeyParams = z.object({ key: z.string().max(100) });
const FieldUse = z.enum(TICKET_FIELD_USES).optional();

export const portalSettingsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/portal-settings',
    summary: "Where the customers' portal is, how it looks, and what contacts may do there",
    allow: 'settings.manage',
    answer: PortalSettingsView,
    handle: ({ tx }) => getChosenSettings(tx),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/portal-settings',
    summary: 'Change the portal; 409 with `current` when somebody else did meanwhile',
    allow: 'settings.manage',
    body: z.strictObject({
      version: z.number().int(),
      name: optionalLine(LIMITS.nameChars).optional(),
      color: Color.nullable().optional(),
      welcomeTexts: WelcomeTexts.optional(),
      links: Links.optional(),
      language: z.enum(LANGUAGES).nullable().optional(),
      privacyUrl: PageUrl.optional(),
      imprintUrl: PageUrl.optional(),
      priorityField: FieldUse,
      impactField: FieldUse,
      contactsMayClose: z.boolean().optional(),
      contactsMayReopen: z.boolean().optional(),
      showsDevices: z.boolean().optional(),
      passwordSignIn: z.boolean().optional(),
      linkSignIn: z.boolean().optional(),
      knowledgeBase: z.enum(KNOWLEDGE_BASE_READERS).optional(),
    }),
    answer: PortalSettingsView,
    handle: ({ tx, body: { version, ...changes } }) => changePortalSettings(tx, version, changes),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/portal-settings/logo',
    summary: 'Show the portal with a logo (PNG, JPEG, WebP, GIF or AVIF)',
    allow: 'settings.manage',
    upload: { maxBytes: PORTAL_LIMITS.logoBytes, derive: makeLogo },
    limitPerMinute: LOGOS_PER_MINUTE,
    answer: PortalSettingsView,
    handle: ({ tx, upload }) => setPortalLogo(tx, upload),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/portal-settings/logo',
    summary: "Show the portal with its name's first letter",
    allow: 'settings.manage',
    answer: PortalSettingsView,
    handle: ({ tx }) => removePortalLogo(tx),
  }),
  consoleRoute({
    method: 'GET',
    path: '/portal-logo/:key',
    summary: "The portal's logo as WebP",
    allow: 'settings.manage',
    params: KeyParams,
    handle: ({ tx, params: { key } }) => openPortalLogo(tx, key),
  }),
  publicPortalRoute({
    method: 'GET',
    path: '/logo/:key',
    summary: "The portal's logo as WebP",
    allow: 'public',
    params: KeyParams,
    handle: ({ platform, tenantId, params: { key } }) =>
      platform.db.withTenant({ tenantId, actor: systemActor('portal') }, (tx) =>
        openPortalLogo(tx, key),
      ),
  }),
  publicPortalRoute({
    method: 'GET',
    path: '/icon',
    summary: "The small square in the browser's tab, as PNG or SVG",
    allow: 'public',
    handle: ({ platform, tenantId }) =>
      platform.db.withTenant({ tenantId, actor: systemActor('portal') }, openPortalIcon),
  }),
];
