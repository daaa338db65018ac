import { z } from 'zod';
import { type Contact, fullName, getContact, listContacts } from '#modules/contacts/index.ts';
import { forbidden, notFound } from '#platform/errors.ts';
import { IdParams, SearchText } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { type PortalTx, portalRoute, type Route } from '#platform/http/route.ts';

/** A colleague as the main contact sees him: nothing that only the support is to know. */
const PersonView = z.object({
  id: z.number(),
  name: z.string(),
  email: z.string(),
  jobTitle: z.string().nullable(),
  isMainContact: z.boolean(),
  hasPortalAccess: z.boolean(),
  lastSignInAt: z.date().nullable(),
});

const personView = (contact: Contact) => ({ ...contact, name: fullName(contact) });

export const peopleRoutes: readonly Route[] = [
  portalRoute({
    method: 'GET',
    path: '/people',
    summary: 'The people of your company, for main contacts',
    allow: 'contact',
    query: PageQuery.extend({ search: SearchText.default('') }),
    answer: pageOf(PersonView),
    async handle({ tx, query }) {
      const customerId = requireMainContact(tx);
      const page = await listContacts(tx, { ...query, customerId, state: 'active' });
      return { ...page, items: page.items.map(personView) };
    },
  }),
  portalRoute({
    method: 'GET',
    path: '/people/:id',
    summary: 'One person of your company; everybody may look at himself',
    allow: 'contact',
    params: IdParams,
    answer: PersonView,
    async handle({ tx, params: { id } }) {
      const { contactId, customerId, isMainContact } = tx.actor;
      const person = await getContact(tx, id);
      const isColleague = isMainContact && customerId !== null && person.customerId === customerId;
      if (id !== contactId && !isColleague) throw notFound();
      return personView(person);
    },
  }),
];

/** The customer whose people and tickets the contact sees; throws 403 for all but main contacts. */
function requireMainContact({ actor: { isMainContact, customerId } }: PortalTx): number {
  if (!isMainContact || customerId === null) throw forbidden('onlyMainContacts');
  return customerId;
}
