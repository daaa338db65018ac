import { z } from 'zod';
import { Email, IdParams, line, optionalLine, SearchText } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { changeContact, setContactArchived } from './change-contact.ts';
import { lookAtPassword, resetPassword } from './contact-credentials.ts';
import { getContact, listContacts } from './contacts.ts';
import { ContactView } from './contacts.views.ts';
import { createContact } from './create-contact.ts';
import { sendWelcomeMail } from './welcome-mail.ts';

const CustomerId = z.number().int().positive();
const Name = line(LIMITS.nameChars);
const Phone = optionalLine(50);
const JobTitle = optionalLine(LIMITS.nameChars);

export const contactsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/contacts',
    summary:
      'Contacts, found by parts of name, address, phone or customer, without accents and case',
    allow: 'contacts.view',
    query: PageQuery.extend({
      search: SearchText.default(''),
      customerId: z.union([z.literal('none'), z.coerce.number().int().positive()]).optional(),
      state: z.enum(['active', 'archived', 'all']).default('active'),
    }),
    answer: pageOf(ContactView),
    handle: ({ tx, query }) => listContacts(tx, query),
  }),
  consoleRoute({
    method: 'POST',
    path: '/contacts',
    summary: 'Add a contact; portal username and password are generated',
    allow: 'contacts.manage',
    body: z.strictObject({
      customerId: CustomerId.nullable().optional(),
      email: Email,
      firstName: Name.default(''),
      lastName: Name.default(''),
      phone: Phone.default(null),
      jobTitle: JobTitle.default(null),
      language: z.enum(LANGUAGES).optional(),
      isMainContact: z.boolean().default(false),
    }),
    answer: ContactView,
    status: 201,
    handle: ({ tx, body }) => createContact(tx, body),
  }),
  consoleRoute({
    method: 'GET',
    path: '/contacts/:id',
    summary: 'One contact',
    allow: 'contacts.view',
    params: IdParams,
    answer: ContactView,
    handle: ({ tx, params: { id } }) => getContact(tx, id),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/contacts/:id',
    summary: 'Change a contact; 409 with `current` when somebody else did meanwhile',
    allow: 'contacts.manage',
    params: IdParams,
    body: z.strictObject({
      version: z.number().int(),
      customerId: CustomerId.nullable().optional(),
      email: Email.optional(),
      firstName: Name.optional(),
      lastName: Name.optional(),
      phone: Phone.optional(),
      jobTitle: JobTitle.optional(),
      language: z.enum(LANGUAGES).optional(),
      isMainContact: z.boolean().optional(),
      hasPortalAccess: z.boolean().optional(),
    }),
    answer: ContactView,
    handle: ({ tx, params: { id }, body: { version, ...changes } }) =>
      changeContact(tx, id, version, changes),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/contacts/:id/archive',
    summary: 'Archive a contact; its portal access ends',
    allow: 'contacts.manage',
    params: IdParams,
    answer: ContactView,
    handle: ({ tx, params: { id } }) => setContactArchived(tx, id, true),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/contacts/:id/archive',
    summary: 'Take a contact back from the archive',
    allow: 'contacts.manage',
    params: IdParams,
    answer: ContactView,
    handle: ({ tx, params: { id } }) => setContactArchived(tx, id, false),
  }),
  consoleRoute({
    method: 'POST',
    path: '/contacts/:id/password-look',
    summary: 'Show the generated portal password, while it is unused; audited',
    allow: 'contacts.credentials',
    params: IdParams,
    answer: z.object({ password: z.string(), expiresAt: z.date() }),
    handle: ({ tx, params: { id } }) => lookAtPassword(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/contacts/:id/password',
    summary: 'Generate a new portal password; the old one and all sessions end',
    allow: 'contacts.credentials',
    params: IdParams,
    answer: ContactView,
    handle: ({ tx, params: { id } }) => resetPassword(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/contacts/:id/welcome-mail',
    summary: 'Send the welcome mail again',
    allow: 'contacts.credentials',
    params: IdParams,
    status: 202,
    answer: z.object({}),
    async handle({ tx, params: { id } }) {
      await sendWelcomeMail(tx, id);
      return {};
    },
  }),
];
