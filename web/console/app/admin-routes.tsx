import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { cleanAuditSearch } from '../features/admin-audit/audit-search.ts';
import { adminAlertRoutes } from './admin-alert-routes.tsx';
import { adminEmailRoutes } from './admin-email-routes.tsx';
import { adminTemplateRoutes } from './admin-template-routes.tsx';

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Everything under /admin; each page is named in admin-nav.ts too. */
export function adminRoutes<Parent extends AnyRoute>(parent: Parent) {
  const admin = createRoute({
    getParentRoute: () => parent,
    path: '/admin',
    // The words of Admin are a catalogue of their own, so that others need not load them.
    loader: () => i18next.loadNamespaces(['admin', 'profile', 'security']),
    component: lazyRouteComponent(() => import('./admin-layout.tsx'), 'AdminLayout'),
  });
  return admin.addChildren([
    createRoute({
      getParentRoute: () => admin,
      path: '/',
      component: lazyRouteComponent(() => import('./admin-layout.tsx'), 'AdminHome'),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/technicians',
      component: lazyRouteComponent(
        () => import('../features/admin-technicians/technicians-page.tsx'),
        'TechniciansPage',
      ),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/roles',
      component: lazyRouteComponent(
        () => import('../features/admin-roles/roles-page.tsx'),
        'RolesPage',
      ),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/roles/new',
      validateSearch: (search: Record<string, unknown>): { from?: string } => ({
        from: textOf(String(search.from ?? '')),
      }),
      component: lazyRouteComponent(
        () => import('../features/admin-roles/role-page.tsx'),
        'RolePage',
      ),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/roles/$id',
      component: lazyRouteComponent(
        () => import('../features/admin-roles/role-page.tsx'),
        'RolePage',
      ),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/portal',
      loader: () => i18next.loadNamespaces(['portal-address', 'portal-settings']),
      component: lazyRouteComponent(
        () => import('../features/admin-portal/portal-settings-page.tsx'),
        'PortalSettingsPage',
      ),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/settings',
      loader: () => i18next.loadNamespaces('portal-settings'),
      component: lazyRouteComponent(
        () => import('../features/admin-settings/settings-page.tsx'),
        'SettingsPage',
      ),
    }),
    ...adminEmailRoutes(admin),
    ...adminTemplateRoutes(admin),
    ...adminAlertRoutes(admin),
    createRoute({
      getParentRoute: () => admin,
      path: '/api-keys',
      component: lazyRouteComponent(
        () => import('../features/admin-api-keys/api-keys-page.tsx'),
        'ApiKeysPage',
      ),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/audit',
      validateSearch: cleanAuditSearch,
      component: lazyRouteComponent(
        () => import('../features/admin-audit/audit-page.tsx'),
        'AuditPage',
      ),
    }),
  ]);
}
