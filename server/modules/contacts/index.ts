/** The people at the customers: who they are, and how they get into the portal. */
export { changeContact } from './change-contact.ts';
export { endAccess, noteContactSignIn, setChosenPassword } from './contact-credentials.ts';
export { contactsScheduledJobs } from './contacts.jobs.ts';
export { contactsRoutes } from './contacts.routes.ts';
export { contactValues, fullName, greetingName } from './contacts.rules.ts';
export { findContactByEmail, getContact, getContactOfTicket, listContacts } from './contacts.ts';
export type { Contact } from './contacts.views.ts';
export {
  createContact,
  ensureContactForSender,
  isKnownSender,
  type NewContact,
} from './create-contact.ts';
export { chooseMails, mailChoices, wantsMail } from './wanted-mails.ts';
export { welcomeNewContact } from './welcome-mail.ts';
