import { z } from 'zod';
import { SearchText } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { csvAnswer } from './csv-answer.ts';
import { exportContacts, exportCustomers } from './exports.ts';

const Filters = z.object({
  search: SearchText.default(''),
  state: z.enum(['active', 'archived', 'all']).default('active'),
});

export const exportsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/exports/contacts',
    summary: 'The contacts that the filters show, as a CSV file that can be imported again',
    allow: 'contacts.view',
    query: Filters.extend({
      customerId: z.union([z.literal('none'), z.coerce.number().int().positive()]).optional(),
    }),
    handle: async ({ tx, query }) => csvAnswer(await exportContacts(tx, query)),
  }),
  consoleRoute({
    method: 'GET',
    path: '/exports/customers',
    summary: 'The customers that the filters show, as a CSV file that can be imported again',
    allow: 'customers.view',
    query: Filters,
    handle: async ({ tx, query }) => csvAnswer(await exportCustomers(tx, query)),
  }),
];
