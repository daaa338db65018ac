import { type Contact, contactValues, getContact } from '#modules/contacts/index.ts';
import { findAssignee, ticketValues } from '#modules/conversations/index.ts';
import { fullNameOf, getTechnician, type Technician } from '#modules/technicians/index.ts';
import type { PlaceholderValues } from '#modules/templates/index.ts';
import { getTenant, type Tenant } from '#modules/tenants/index.ts';
import { getTicketByNumber, type Ticket } from '#modules/tickets/index.ts';
import { forbidden } from '#platform/errors.ts';
import { escapeHtml } from '#platform/html/escape-html.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { Language } from '#shared/languages.ts';
import { TEMPLATES, type TemplateName } from '#shared/templates.ts';

/** For whom a template is filled; what is left out is made up. */
export interface PreviewFor {
  contactId?: number | undefined;
  ticketNumber?: number | undefined;
}

const EXAMPLE_TICKET = { number: 1042, status: 'open' } as const;
/** No preview and no test ever holds a password or a link that opens something. */
const MASKED_PASSWORD = '••••••••••••••••';
const EXAMPLE_PATH = '/example';

/** What every placeholder stands for in a preview, the signature apart. */
export async function exampleValues(
  tx: ConsoleTx,
  { name, language }: { name: TemplateName; language: Language },
  wanted: PreviewFor,
): Promise<PlaceholderValues> {
  const tenant = await getTenant(tx);
  const me = await getTechnician(tx, tx.actor.technicianId);
  const ticket = await findTicket(tx, wanted);
  const contact = await findContact(tx, wanted, ticket);
  const { audience } = TEMPLATES[name];
  const assignee = ticket && (await findAssignee(tx, ticket));
  const technician = audience === 'contacts' ? (assignee ?? me) : me;
  const say = (key: 'subject' | 'answer' | 'username') =>
    translate(language, `mail:example.${key}`);
  const values = ticketValues({
    ticket: ticket ?? { ...EXAMPLE_TICKET, subject: say('subject') },
    contact: contact ?? exampleContact(language),
    technician,
    tenant,
    language,
  });
  return {
    ...values,
    ...linksOf(tx, tenant, audience, values['Ticket Number'], contact),
    'Portal Username': contact?.portalUsername ?? say('username'),
    'Portal Password': MASKED_PASSWORD,
    Answer: paragraph(say('answer')),
    News: paragraph(
      translate(language, 'mail:notices.lines.newTicket', { name: contactName(contact, language) }),
    ),
    'Status Note': translate(language, 'mail:statusNote.resolved'),
    'Notice Title': translate(language, 'mail:notices.titles.newTicket'),
    'Ticket Count': '4',
    ...ofTechnicians(me, language),
  };
}

function linksOf(
  tx: ConsoleTx,
  tenant: Tenant,
  audience: 'contacts' | 'technicians',
  number: string,
  contact: Contact | null,
): PlaceholderValues {
  const origin = audience === 'contacts' ? tenant.portalAddress : tx.platform.config.baseUrl;
  const hasNoPortal = audience === 'contacts' && contact?.hasPortalAccess === false;
  return {
    'Ticket Link': hasNoPortal ? '' : `${origin}/tickets/${number}`,
    Link: origin + EXAMPLE_PATH,
  };
}

const ofTechnicians = (me: Technician, language: Language): PlaceholderValues => ({
  'Inviter Full Name': fullNameOf(me),
  'Old Username': me.email,
  'New Username': me.email,
  'Security Event': translate(language, 'mail:securityEvent.twoFactorTurnedOn'),
  'Portal Domain': 'support.example.com',
  'Domain Problem': translate(language, 'mail:domainProblem.leadsNowhere'),
});

async function findTicket(tx: ConsoleTx, { ticketNumber }: PreviewFor): Promise<Ticket | null> {
  if (ticketNumber === undefined) return null;
  if (!tx.actor.permissions.has('tickets.view')) throw forbidden();
  return getTicketByNumber(tx, ticketNumber);
}

async function findContact(
  tx: ConsoleTx,
  { contactId }: PreviewFor,
  ticket: Ticket | null,
): Promise<Contact | null> {
  const id = contactId ?? ticket?.contactId ?? null;
  if (id === null) return null;
  if (!tx.actor.permissions.has('contacts.view')) throw forbidden();
  return getContact(tx, id);
}

type Nameable = Parameters<typeof contactValues>[0];

/** Somebody who does not exist, with a name of the language. */
function exampleContact(language: Language): Nameable & { hasPortalAccess: boolean } {
  const say = (key: 'first' | 'last' | 'email' | 'customer') =>
    translate(language, `mail:example.${key}`);
  return {
    firstName: say('first'),
    lastName: say('last'),
    email: say('email'),
    customer: { name: say('customer') },
    hasPortalAccess: true,
  };
}

const contactName = (contact: Contact | null, language: Language) =>
  contactValues(contact ?? exampleContact(language))['Contact Full Name'];

const paragraph = (text: string) => ({ html: `<p>${escapeHtml(text)}</p>`, text });
