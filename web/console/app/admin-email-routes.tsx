import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';

const stateSearch = (search: Record<string, unknown>): { state?: string } => ({
  state: typeof search.state === 'string' ? search.state : undefined,
});

/** Admin > E-mail: its parts under tabs, and single messages without them. */
export function adminEmailRoutes<Parent extends AnyRoute>(parent: Parent) {
  const email = createRoute({
    getParentRoute: () => parent,
    path: '/email',
    component: lazyRouteComponent(
      () => import('../features/admin-mail/email-layout.tsx'),
      'EmailLayout',
    ),
  });
  const incoming = createRoute({
    getParentRoute: () => parent,
    path: '/email/incoming/$id',
    component: lazyRouteComponent(
      () => import('../features/admin-mail/incoming-detail-page.tsx'),
      'IncomingDetailPage',
    ),
  });
  const outgoing = createRoute({
    getParentRoute: () => parent,
    path: '/email/outgoing/$id',
    component: lazyRouteComponent(
      () => import('../features/admin-mail/outgoing-detail-page.tsx'),
      'OutgoingDetailPage',
    ),
  });
  const tabs = email.addChildren([
    createRoute({
      getParentRoute: () => email,
      path: '/',
      beforeLoad: () => {
        throw redirect({ to: '/admin/email/mailboxes', replace: true });
      },
    }),
    createRoute({
      getParentRoute: () => email,
      path: '/mailboxes',
      component: lazyRouteComponent(
        () => import('../features/admin-mail/mailboxes-page.tsx'),
        'MailboxesPage',
      ),
    }),
    createRoute({
      getParentRoute: () => email,
      path: '/incoming',
      validateSearch: stateSearch,
      component: lazyRouteComponent(
        () => import('../features/admin-mail/incoming-page.tsx'),
        'IncomingPage',
      ),
    }),
    createRoute({
      getParentRoute: () => email,
      path: '/suspended',
      component: lazyRouteComponent(
        () => import('../features/admin-mail/suspended-page.tsx'),
        'SuspendedPage',
      ),
    }),
    createRoute({
      getParentRoute: () => email,
      path: '/outgoing',
      validateSearch: stateSearch,
      component: lazyRouteComponent(
        () => import('../features/admin-mail/outgoing-page.tsx'),
        'OutgoingPage',
      ),
    }),
  ]);
  return [tabs, incoming, outgoing] as const;
}
