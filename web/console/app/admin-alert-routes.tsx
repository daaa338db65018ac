import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';

const loader = () => i18next.loadNamespaces('alerts');

const profilePage = lazyRouteComponent(
  () => import('../features/admin-alert-profiles/profile-page.tsx'),
  'AlertProfilePage',
);

/** What counts as a problem, and which other systems tell of theirs. */
export function adminAlertRoutes<Parent extends AnyRoute>(admin: Parent) {
  return [
    createRoute({
      getParentRoute: () => admin,
      path: '/thresholds',
      loader,
      component: lazyRouteComponent(
        () => import('../features/admin-alert-profiles/profiles-page.tsx'),
        'AlertProfilesPage',
      ),
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/thresholds/new',
      loader,
      component: profilePage,
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/thresholds/$id',
      loader,
      component: profilePage,
    }),
    createRoute({
      getParentRoute: () => admin,
      path: '/alert-sources',
      loader,
      component: lazyRouteComponent(
        () => import('../features/admin-alert-sources/alert-sources-page.tsx'),
        'AlertSourcesPage',
      ),
    }),
  ] as const;
}
