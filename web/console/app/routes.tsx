import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import i18next from 'i18next';
import { isApiError } from '#web/api/problem.ts';
import type { Session } from '#web/api/types.ts';
import { sessionQuery } from '../data/session.ts';
import { cleanCustomerSearch } from '../features/customers/customer-search.ts';
import { cleanTicketSearch } from '../features/tickets/ticket-filters.ts';
import { adminRoutes } from './admin-routes.tsx';
import { alertRoutes } from './alert-routes.tsx';
import { deviceRoutes } from './device-routes.tsx';
import { homeAddress } from './home-address.ts';
import { knowledgeRoutes } from './knowledge-routes.tsx';
import { profileRoutes } from './profile-routes.tsx';
import { Shell } from './shell.tsx';

// The console's addresses. Pages are chunks of their own; this file only names them.

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
});

/** Null when nobody is signed in. */
async function findSession(queryClient: QueryClient): Promise<Session | null> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (isApiError(error, 'unauthenticated')) return null;
    throw error;
  }
}

const entrance = createRoute({
  getParentRoute: () => rootRoute,
  id: 'entrance',
  component: lazyRouteComponent(
    () => import('../features/entrance/entrance-frame.tsx'),
    'EntranceFrame',
  ),
});

const tokenSearch = (search: Record<string, unknown>): { token?: string } => ({
  token: typeof search.token === 'string' ? search.token : undefined,
});

const entranceRoutes = [
  createRoute({
    getParentRoute: () => entrance,
    path: '/sign-in',
    loader: () => i18next.loadNamespaces('security'),
    validateSearch: (search: Record<string, unknown>): { next?: string } => ({
      next: typeof search.next === 'string' ? search.next : undefined,
    }),
    component: lazyRouteComponent(
      () => import('../features/entrance/sign-in-page.tsx'),
      'SignInPage',
    ),
  }),
  createRoute({
    getParentRoute: () => entrance,
    path: '/set-up-two-factor',
    validateSearch: (search: Record<string, unknown>): { next?: string } => ({
      next: typeof search.next === 'string' ? search.next : undefined,
    }),
    beforeLoad: async ({ context }) => {
      const session = await findSession(context.queryClient);
      if (!session) throw redirect({ to: '/sign-in', search: {} });
      if (!session.mustSetUpTwoFactor) throw redirect({ to: '/', replace: true });
    },
    // The window that asks for the password speaks from the profile's catalogue.
    loader: () => i18next.loadNamespaces(['security', 'profile']),
    component: lazyRouteComponent(
      () => import('./pages/two-factor-required-page.tsx'),
      'TwoFactorRequiredPage',
    ),
  }),
  createRoute({
    getParentRoute: () => entrance,
    path: '/forgot-password',
    component: lazyRouteComponent(
      () => import('../features/entrance/forgot-password-page.tsx'),
      'ForgotPasswordPage',
    ),
  }),
  createRoute({
    getParentRoute: () => entrance,
    path: '/reset-password',
    validateSearch: tokenSearch,
    component: lazyRouteComponent(
      () => import('../features/entrance/redeem-page.tsx'),
      'RedeemPage',
    ),
  }),
  createRoute({
    getParentRoute: () => entrance,
    path: '/invitation',
    validateSearch: tokenSearch,
    component: lazyRouteComponent(
      () => import('../features/entrance/redeem-page.tsx'),
      'RedeemPage',
    ),
  }),
  createRoute({
    getParentRoute: () => entrance,
    path: '/username-undo',
    validateSearch: tokenSearch,
    component: lazyRouteComponent(
      () => import('../features/entrance/username-undo-page.tsx'),
      'UsernameUndoPage',
    ),
  }),
  createRoute({
    getParentRoute: () => entrance,
    path: '/setup',
    validateSearch: tokenSearch,
    component: lazyRouteComponent(() => import('../features/entrance/setup-page.tsx'), 'SetupPage'),
  }),
] as const;

const signedIn = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await findSession(context.queryClient);
    const search = { next: location.href };
    if (!session) throw redirect({ to: '/sign-in', search });
    if (session.mustSetUpTwoFactor) throw redirect({ to: '/set-up-two-factor', search });
  },
  component: Shell,
});

const homeRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    throw redirect({ to: homeAddress(session), replace: true });
  },
});

const dashboardRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/dashboard',
  loader: () => i18next.loadNamespaces('dashboard'),
  component: lazyRouteComponent(
    () => import('../features/dashboard/dashboard-page.tsx'),
    'DashboardPage',
  ),
});

const ticketsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tickets',
  validateSearch: cleanTicketSearch,
  component: lazyRouteComponent(() => import('./pages/tickets-page.tsx'), 'TicketsPage'),
});

const newTicketRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tickets/new',
  validateSearch: (search: Record<string, unknown>): { contact?: string; device?: number } => ({
    contact: typeof search.contact === 'string' ? search.contact : undefined,
    device: /^[1-9]\d{0,14}$/.test(String(search.device)) ? Number(search.device) : undefined,
  }),
  component: lazyRouteComponent(() => import('./pages/new-ticket-page.tsx'), 'NewTicketPage'),
});

const ticketRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tickets/$number',
  // The articles and alerts beside it speak from catalogues of their own.
  loader: () => i18next.loadNamespaces(['knowledge', 'alerts']),
  component: lazyRouteComponent(() => import('./pages/ticket-page.tsx'), 'TicketPage'),
});

const customersRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers',
  validateSearch: cleanCustomerSearch,
  loader: () => i18next.loadNamespaces('imports'),
  component: lazyRouteComponent(() => import('./pages/customers-page.tsx'), 'CustomersPage'),
});

const unassignedRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/unassigned',
  component: lazyRouteComponent(() => import('./pages/unassigned-page.tsx'), 'UnassignedPage'),
});

const importRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/import',
  validateSearch: (search: Record<string, unknown>): { id?: number } => ({
    id: /^[1-9]\d{0,14}$/.test(String(search.id)) ? Number(search.id) : undefined,
  }),
  loader: () => i18next.loadNamespaces('imports'),
  component: lazyRouteComponent(() => import('./pages/import-page.tsx'), 'ImportPage'),
});

const customerRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/$id',
  loader: () => i18next.loadNamespaces('devices'),
  component: lazyRouteComponent(() => import('./pages/customer-page.tsx'), 'CustomerPage'),
});

const contactRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/contacts/$id',
  loader: () => i18next.loadNamespaces('devices'),
  component: lazyRouteComponent(() => import('./pages/contact-page.tsx'), 'ContactPage'),
});

/** The user guide's pages that belong to a page of the console, in the reader's language. */
const guideRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/guide/roles-and-permissions',
  loader: () => i18next.loadNamespaces(['guide', 'admin']),
  component: lazyRouteComponent(
    () => import('../features/guide/roles-guide-page.tsx'),
    'RolesGuidePage',
  ),
});

export const routeTree = rootRoute.addChildren([
  entrance.addChildren(entranceRoutes),
  signedIn.addChildren([
    homeRoute,
    dashboardRoute,
    ticketsRoute,
    newTicketRoute,
    ticketRoute,
    customersRoute,
    unassignedRoute,
    importRoute,
    customerRoute,
    contactRoute,
    guideRoute,
    ...deviceRoutes(signedIn),
    ...alertRoutes(signedIn),
    ...knowledgeRoutes(signedIn),
    ...profileRoutes(signedIn),
    adminRoutes(signedIn),
  ]),
]);
