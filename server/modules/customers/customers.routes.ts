import { z } from 'zod';
import { IdParams, optionalLine, requiredLine, SearchText, text } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { createCustomer } from './create-customer.ts';
import { addDomain, removeDomain, setIncludesSubdomains } from './customer-domains.ts';
import { CUSTOMER_SORTS, normaliseWebsite } from './customers.rules.ts';
import { changeCustomer, getCustomer, listCustomers, setCustomerArchived } from './customers.ts';
import { CustomerView } from './customers.views.ts';

const DOMAINS_PER_REQUEST = 50;
const Domain = z.string().max(300);

const Website = optionalLine(300).transform((value, context) => {
  if (value === null) return null;
  const address = normaliseWebsite(value);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: 'website' });
  return z.NEVER;
});

const Changes = z.strictObject({
  version: z.number().int(),
  name: requiredLine(LIMITS.nameChars).optional(),
  phone: optionalLine(50).optional(),
  website: Website.optional(),
  notes: text(LIMITS.notesChars).optional(),
});

export const customersRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/customers',
    summary: 'Customers, found by parts of their name or domain, accents and case set aside',
    allow: 'customers.view',
    query: PageQuery.extend({
      search: SearchText.default(''),
      state: z.enum(['active', 'archived', 'all']).default('active'),
      sort: z.enum(CUSTOMER_SORTS).default('name'),
    }),
    answer: pageOf(CustomerView),
    handle: ({ tx, query }) => listCustomers(tx, query),
  }),
  consoleRoute({
    method: 'POST',
    path: '/customers',
    summary: 'Add a customer; not with a role that is limited to chosen ones',
    allow: 'customers.manage',
    body: z.strictObject({
      name: requiredLine(LIMITS.nameChars),
      phone: optionalLine(50).default(null),
      website: Website.default(null),
      notes: text(LIMITS.notesChars).default(''),
      domains: z.array(Domain).max(DOMAINS_PER_REQUEST).default([]),
    }),
    answer: CustomerView,
    status: 201,
    handle: ({ tx, body }) => createCustomer(tx, body),
  }),
  consoleRoute({
    method: 'GET',
    path: '/customers/:id',
    summary: 'One customer',
    allow: 'customers.view',
    params: IdParams,
    answer: CustomerView,
    handle: ({ tx, params: { id } }) => getCustomer(tx, id),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/customers/:id',
    summary: 'Change a customer; 409 with `current` when somebody else did meanwhile',
    allow: 'customers.manage',
    params: IdParams,
    body: Changes,
    answer: CustomerView,
    handle: ({ tx, params: { id }, body: { version, ...changes } }) =>
      changeCustomer(tx, id, version, changes),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/customers/:id/archive',
    summary: 'Archive a customer',
    allow: 'customers.manage',
    params: IdParams,
    answer: CustomerView,
    handle: ({ tx, params: { id } }) => setCustomerArchived(tx, id, true),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/customers/:id/archive',
    summary: 'Take a customer back from the archive',
    allow: 'customers.manage',
    params: IdParams,
    answer: CustomerView,
    handle: ({ tx, params: { id } }) => setCustomerArchived(tx, id, false),
  }),
  consoleRoute({
    method: 'POST',
    path: '/customers/:id/domains',
    summary: 'Give a customer a domain: mail from there is theirs',
    allow: 'customers.manage',
    params: IdParams,
    body: z.strictObject({ domain: Domain }),
    answer: CustomerView,
    handle: ({ tx, params: { id }, body: { domain } }) => addDomain(tx, id, domain),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/customers/:id/domains/:domain',
    summary: 'Say whether mail from sub-domains of a domain is the customer’s as well',
    allow: 'customers.manage',
    params: IdParams.extend({ domain: Domain }),
    body: z.strictObject({ includesSubdomains: z.boolean() }),
    answer: CustomerView,
    handle: ({ tx, params: { id, domain }, body: { includesSubdomains } }) =>
      setIncludesSubdomains(tx, id, domain, includesSubdomains),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/customers/:id/domains/:domain',
    summary: 'Take a domain away from a customer',
    allow: 'customers.manage',
    params: IdParams.extend({ domain: z.string().max(300) }),
    handle: ({ tx, params: { id, domain } }) => removeDomain(tx, id, domain),
  }),
];
