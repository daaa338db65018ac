import 'i18next';
import type admin from '../../locales/en/admin.json';
import type alerts from '../../locales/en/alerts.json';
import type articles from '../../locales/en/articles.json';
import type checks from '../../locales/en/checks.json';
import type common from '../../locales/en/common.json';
import type consoleCatalogue from '../../locales/en/console.json';
import type dashboard from '../../locales/en/dashboard.json';
import type devices from '../../locales/en/devices.json';
import type guide from '../../locales/en/guide.json';
import type imports from '../../locales/en/imports.json';
import type knowledge from '../../locales/en/knowledge.json';
import type member from '../../locales/en/member.json';
import type notifications from '../../locales/en/notifications.json';
import type picture from '../../locales/en/picture.json';
import type portal from '../../locales/en/portal.json';
import type portalAddress from '../../locales/en/portal-address.json';
import type portalDevices from '../../locales/en/portal-devices.json';
import type portalSettings from '../../locales/en/portal-settings.json';
import type profile from '../../locales/en/profile.json';
import type security from '../../locales/en/security.json';
import type signature from '../../locales/en/signature.json';
import type templates from '../../locales/en/templates.json';

// A key that is missing in the English catalogue does not compile; that the other languages have
// the same keys is a test's matter.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    fallbackNS: 'common';
    returnNull: false;
  }
  interface ResourceNamespaceMap {
    admin: typeof admin;
    alerts: typeof alerts;
    articles: typeof articles;
    checks: typeof checks;
    common: typeof common;
    console: typeof consoleCatalogue;
    dashboard: typeof dashboard;
    devices: typeof devices;
    knowledge: typeof knowledge;
    member: typeof member;
    imports: typeof imports;
    notifications: typeof notifications;
    picture: typeof picture;
    guide: typeof guide;
    portal: typeof portal;
    'portal-address': typeof portalAddress;
    'portal-devices': typeof portalDevices;
    'portal-settings': typeof portalSettings;
    profile: typeof profile;
    security: typeof security;
    signature: typeof signature;
    templates: typeof templates;
  }
}
