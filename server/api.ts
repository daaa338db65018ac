import { activityRoutes } from '#modules/activity/index.ts';
import { agentsRoutes, deviceGuard } from '#modules/agents/index.ts';
import { alertProfilesRoutes } from '#modules/alert-profiles/index.ts';
import { alertSourcesRoutes } from '#modules/alert-sources/index.ts';
import { alertsRoutes } from '#modules/alerts/index.ts';
import { apiKeysRoutes } from '#modules/api-keys/index.ts';
import { auditRoutes } from '#modules/audit/index.ts';
import { checksRoutes } from '#modules/checks/index.ts';
import { contactsRoutes } from '#modules/contacts/index.ts';
import { conversationsRoutes } from '#modules/conversations/index.ts';
import { customersRoutes } from '#modules/customers/index.ts';
import { dashboardRoutes } from '#modules/dashboard/index.ts';
import { devicesRoutes } from '#modules/devices/index.ts';
import { exportsRoutes, importsRoutes } from '#modules/imports/index.ts';
import {
  articlesRoutes,
  articleTextsRoutes,
  categoriesRoutes,
  ticketArticlesRoutes,
} from '#modules/knowledge/index.ts';
import { mailroomRoutes } from '#modules/mailroom/index.ts';
import { maintenanceRoutes } from '#modules/maintenance/index.ts';
import { notificationsRoutes } from '#modules/notifications/index.ts';
import { outboxRoutes } from '#modules/outbox/index.ts';
import { passwordsRoutes, portalPasswordsRoutes } from '#modules/passwords/index.ts';
import { picturesRoutes } from '#modules/pictures/index.ts';
import {
  peopleRoutes,
  portalDevicesRoutes,
  portalTicketsRoutes,
  siteRoutes,
} from '#modules/portal/index.ts';
import { portalArticlesRoutes } from '#modules/portal-articles/index.ts';
import { portalDomainsRoutes } from '#modules/portal-domains/index.ts';
import { writePage } from '#modules/portal-pages/index.ts';
import { portalSettingsRoutes } from '#modules/portal-settings/index.ts';
import { profileRoutes } from '#modules/profile/index.ts';
import { rolesRoutes } from '#modules/roles/index.ts';
import {
  ownSessionsRoutes,
  guard as personGuard,
  portalSessionsRoutes,
  sessionsRoutes,
} from '#modules/sessions/index.ts';
import { settingsRoutes } from '#modules/settings/index.ts';
import { setupRoutes } from '#modules/setup/index.ts';
import { signInLinksRoutes } from '#modules/sign-in-links/index.ts';
import { signaturesRoutes } from '#modules/signatures/index.ts';
import { techniciansRoutes } from '#modules/technicians/index.ts';
import { templatePreviewsRoutes } from '#modules/template-previews/index.ts';
import { templatesRoutes } from '#modules/templates/index.ts';
import { ticketsRoutes } from '#modules/tickets/index.ts';
import { secondStepRoutes, twoFactorRoutes } from '#modules/two-factor/index.ts';
import type { Guard } from '#platform/http/guard.ts';
import type { Route } from '#platform/http/route.ts';

/** What is public at a portal. */
export { writePage };
/** How the server learns who is calling: people and scripts, and the agents of devices. */
export const guard: Guard = { ...personGuard, ...deviceGuard };

/** Every route of the house, module by module: the product can be read from this list. */
export const routes: readonly Route[] = [
  ...setupRoutes,
  ...sessionsRoutes,
  ...ownSessionsRoutes,
  ...secondStepRoutes,
  ...twoFactorRoutes,
  ...passwordsRoutes,
  ...profileRoutes,
  ...techniciansRoutes,
  ...picturesRoutes,
  ...signaturesRoutes,
  ...rolesRoutes,
  ...apiKeysRoutes,
  ...auditRoutes,
  ...customersRoutes,
  ...contactsRoutes,
  ...dashboardRoutes,
  ...activityRoutes,
  ...devicesRoutes,
  ...agentsRoutes,
  ...checksRoutes,
  ...importsRoutes,
  ...exportsRoutes,
  ...alertsRoutes,
  ...alertProfilesRoutes,
  ...alertSourcesRoutes,
  ...maintenanceRoutes,
  ...ticketsRoutes,
  ...conversationsRoutes,
  ...categoriesRoutes,
  ...articlesRoutes,
  ...articleTextsRoutes,
  ...ticketArticlesRoutes,
  ...notificationsRoutes,
  ...settingsRoutes,
  ...portalSettingsRoutes,
  ...templatesRoutes,
  ...templatePreviewsRoutes,
  ...portalDomainsRoutes,
  ...mailroomRoutes,
  ...outboxRoutes,
  ...portalSessionsRoutes,
  ...portalPasswordsRoutes,
  ...signInLinksRoutes,
  ...siteRoutes,
  ...portalTicketsRoutes,
  ...peopleRoutes,
  ...portalDevicesRoutes,
  ...portalArticlesRoutes,
];
