import { z } from 'zod';
import { changeSlug } from '#modules/tenants/index.ts';
import { requiredLine } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import {
  checkPortalDomain,
  getPortalAddress,
  removePortalDomain,
  setPortalDomain,
} from './portal-domains.ts';
import { PortalAddressView } from './portal-domains.views.ts';

const allow = 'settings.manage';
const answer = PortalAddressView;

export const portalDomainsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/portal-address',
    summary: "Where the customers' portal is, and how its own domain stands",
    allow,
    answer,
    handle: ({ tx }) => getPortalAddress(tx),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/portal-address/slug',
    summary: 'Change the name in the generated address; 409 when it is not `from` any more',
    allow,
    limitPerMinute: 60,
    body: z.strictObject({
      slug: requiredLine(63).transform((slug) => slug.toLowerCase()),
      from: z.string().max(63),
    }),
    answer,
    async handle({ tx, body }) {
      await changeSlug(tx, body);
      return getPortalAddress(tx);
    },
  }),
  consoleRoute({
    method: 'PUT',
    path: '/portal-domain',
    summary: 'Set the Portal Domain Name; it serves once it is proven',
    allow,
    limitPerMinute: 60,
    body: z.strictObject({ domain: requiredLine(300) }),
    answer,
    handle: ({ tx, body }) => setPortalDomain(tx, body.domain),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/portal-domain',
    summary: 'Give the Portal Domain Name up',
    allow,
    answer,
    handle: ({ tx }) => removePortalDomain(tx),
  }),
  consoleRoute({
    method: 'POST',
    path: '/portal-domain/checks',
    summary: 'Look at the Portal Domain Name again now',
    allow,
    limitPerMinute: 60,
    status: 202,
    answer,
    handle: ({ tx }) => checkPortalDomain(tx),
  }),
];
