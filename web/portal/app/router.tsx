import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import i18next from 'i18next';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { readListSearch } from '../data/list-search.ts';
import { PortalFrame } from './frame.tsx';
import { MembersOnly } from './members-only.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { readerRoutes } from './reader-routes.ts';

const root = createRootRoute({ component: PortalFrame, notFoundComponent: NotFoundPage });

/** Everything behind the sign-in: the address stays while somebody signs in. */
const members = createRoute({ getParentRoute: () => root, id: 'members', component: MembersOnly });

const home = createRoute({
  getParentRoute: () => members,
  path: '/',
  loader: () => i18next.loadNamespaces('articles'),
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
});

const ticketList = createRoute({
  getParentRoute: () => members,
  path: '/tickets',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('../features/tickets/list-page.tsx'), 'MyTicketsPage'),
});

const companyTickets = createRoute({
  getParentRoute: () => members,
  path: '/company-tickets',
  loader: () => i18next.loadNamespaces('member'),
  validateSearch: readListSearch,
  component: lazyRouteComponent(
    () => import('../features/tickets/list-page.tsx'),
    'CompanyTicketsPage',
  ),
});

const openTicket = createRoute({
  getParentRoute: () => members,
  path: '/tickets/new',
  validateSearch: readSubject,
  loader: () => i18next.loadNamespaces(['articles', 'member', 'portal-devices']),
  component: lazyRouteComponent(
    () => import('../features/open-ticket/open-ticket-page.tsx'),
    'OpenTicketPage',
  ),
});

const ticket = createRoute({
  getParentRoute: () => members,
  path: '/tickets/$number',
  loader: () => i18next.loadNamespaces(['member', 'portal-devices']),
  component: lazyRouteComponent(() => import('../features/ticket/ticket-page.tsx'), 'TicketPage'),
});

const profile = createRoute({
  getParentRoute: () => members,
  path: '/profile',
  loader: () => i18next.loadNamespaces(['member', 'security']),
  component: lazyRouteComponent(
    () => import('../features/profile/profile-page.tsx'),
    'ProfilePage',
  ),
});

const people = createRoute({
  getParentRoute: () => members,
  path: '/people',
  loader: () => i18next.loadNamespaces('member'),
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});

const devices = createRoute({
  getParentRoute: () => members,
  path: '/devices',
  validateSearch: readDeviceSearch,
  loader: () => i18next.loadNamespaces('portal-devices'),
  component: lazyRouteComponent(
    () => import('../features/devices/devices-page.tsx'),
    'DevicesPage',
  ),
});

const device = createRoute({
  getParentRoute: () => members,
  path: '/devices/$id',
  loader: () => i18next.loadNamespaces('portal-devices'),
  component: lazyRouteComponent(() => import('../features/devices/device-page.tsx'), 'DevicePage'),
});

const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-link',
  validateSearch: readToken,
  loader: () => i18next.loadNamespaces('member'),
  component: lazyRouteComponent(() => import('../features/sign-in/link-page.tsx'), 'LinkPage'),
});

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    () => import('../features/password/forgotten-page.tsx'),
    'ForgottenPage',
  ),
});

const redemption = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  validateSearch: readToken,
  component: lazyRouteComponent(
    () => import('../features/password/redemption-page.tsx'),
    'RedemptionPage',
  ),
});

/** What a ticket is to be about: the slug of an article that did not help, or a device. */
function readSubject({ article, device }: Record<string, unknown>): {
  article?: string;
  device?: number;
} {
  return {
    ...(typeof article === 'string' && { article }),
    ...(/^[1-9]\d{0,14}$/.test(String(device)) && { device: Number(device) }),
  };
}

function readDeviceSearch({ search }: Record<string, unknown>): { search?: string } {
  const words = typeof search === 'string' || typeof search === 'number' ? String(search) : '';
  return words === '' ? {} : { search: words.slice(0, 200) };
}

/** Of a link that was mailed. */
function readToken(search: Record<string, unknown>): { token?: string } {
  return typeof search.token === 'string' ? { token: search.token } : {};
}

const routeTree = root.addChildren([
  members.addChildren([
    home,
    ticketList,
    companyTickets,
    openTicket,
    ticket,
    people,
    profile,
    devices,
    device,
  ]),
  signInLink,
  readerRoutes(root),
  forgotten,
  redemption,
]);

export function makePortalRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: () => <LoadingRows />,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makePortalRouter>;
  }
}
