import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';

const loadWords = () =>
  i18next.loadNamespaces(['security', 'profile', 'picture', 'signature', 'admin']);

/** One's own profile, and the pages of one technician. */
export function profileRoutes<Parent extends AnyRoute>(parent: Parent) {
  const profile = createRoute({
    getParentRoute: () => parent,
    path: '/profile',
    loader: loadWords,
    component: lazyRouteComponent(() => import('./pages/profile-layout.tsx'), 'ProfileLayout'),
  });
  return [
    profile.addChildren([
      createRoute({
        getParentRoute: () => profile,
        path: '/',
        component: lazyRouteComponent(() => import('./pages/profile-page.tsx'), 'ProfilePage'),
      }),
      createRoute({
        getParentRoute: () => profile,
        path: '/notifications',
        component: lazyRouteComponent(
          () => import('../features/notifications/notification-choices.tsx'),
          'NotificationChoices',
        ),
      }),
      createRoute({
        getParentRoute: () => profile,
        path: '/security',
        component: lazyRouteComponent(() => import('./pages/security-page.tsx'), 'SecurityPage'),
      }),
    ]),
    createRoute({
      getParentRoute: () => parent,
      path: '/profile/edit',
      loader: loadWords,
      component: lazyRouteComponent(
        () => import('./pages/own-technician-page.tsx'),
        'OwnEditorPage',
      ),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/profile/role',
      loader: loadWords,
      component: lazyRouteComponent(() => import('./pages/own-technician-page.tsx'), 'OwnRolePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/technicians/$id',
      loader: loadWords,
      component: lazyRouteComponent(() => import('./pages/technician-page.tsx'), 'TechnicianPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/technicians/$id/role',
      loader: loadWords,
      component: lazyRouteComponent(
        () => import('./pages/technician-page.tsx'),
        'TechnicianRolePage',
      ),
    }),
  ];
}
