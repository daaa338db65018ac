import { recordAudit } from '#modules/audit/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import {
  CONTACT_MAIL_KINDS,
  type ContactMailChoices,
  type ContactMailKind,
} from '#shared/contact-mails.ts';
import { storeMailChoices } from './contacts.queries.ts';
import { fullName } from './contacts.rules.ts';
import { getContact } from './contacts.ts';
import type { Contact } from './contacts.views.ts';

/** Whether the contact wants mails of this kind; every automatic one of a kind has to ask. */
export const wantsMail = (
  contact: Pick<Contact, 'unwantedMails'>,
  kind: ContactMailKind,
): boolean => !contact.unwantedMails.includes(kind);

/** Each kind with the contact's choice; who has not chosen wants them all. */
export const mailChoices = (unwanted: readonly string[]): ContactMailChoices =>
  Object.fromEntries(
    CONTACT_MAIL_KINDS.map((kind) => [kind, !unwanted.includes(kind)]),
  ) as ContactMailChoices;

/** Notes which mails the contact wants; what is left out stays as it is. */
export async function chooseMails(
  tx: TenantTx,
  contactId: number,
  choices: Partial<ContactMailChoices>,
): Promise<void> {
  const contact = await getContact(tx, contactId);
  const isChange = (kind: ContactMailKind) =>
    choices[kind] !== undefined && choices[kind] !== wantsMail(contact, kind);
  if (!CONTACT_MAIL_KINDS.some(isChange)) return;
  await storeMailChoices(tx, contactId, {
    wanted: CONTACT_MAIL_KINDS.filter((kind) => choices[kind] === true),
    unwanted: CONTACT_MAIL_KINDS.filter((kind) => choices[kind] === false),
  });
  await recordAudit(tx, {
    action: 'contact.changed',
    subjectKind: 'contact',
    subjectId: contactId,
    subjectName: fullName(contact),
    details: { fields: ['unwantedMails'] },
  });
  await publish(tx, {
    kind: 'contact',
    ids: { id: contactId },
    contactIds: [contactId],
    ofCustomers: present([contact.customerId]),
  });
}
