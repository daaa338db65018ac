import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { cleanAlertSearch } from '../features/alerts/alert-search.ts';

// The words of alerts are a catalogue of their own, so that others need not load them.
const loader = () => i18next.loadNamespaces('alerts');

/** Everything under /alerts. */
export function alertRoutes<Parent extends AnyRoute>(parent: Parent) {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/alerts',
      loader,
      validateSearch: cleanAlertSearch,
      component: lazyRouteComponent(() => import('./pages/alerts-page.tsx'), 'AlertsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/alerts/maintenance',
      loader,
      component: lazyRouteComponent(
        () => import('./pages/maintenance-page.tsx'),
        'MaintenancePage',
      ),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/alerts/$id',
      loader,
      component: lazyRouteComponent(() => import('./pages/alert-page.tsx'), 'AlertPage'),
    }),
  ] as const;
}
