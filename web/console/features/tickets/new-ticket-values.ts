import type { TicketImpact, TicketPriority, TicketType } from '#shared/tickets.ts';
import type { NewTicket } from '../../data/tickets.ts';

export interface NewContactValues {
  email: string;
  firstName: string;
  lastName: string;
  customerId: string | null;
}

export interface NewTicketValues {
  subject: string;
  html: string;
  priority: TicketPriority;
  impact: TicketImpact;
  type: TicketType;
  assigneeId: string | null;
  contactId: number | null;
  device: { id: number; name: string } | null;
  newContact: NewContactValues | null;
  tellsContact: boolean;
}

export const EMPTY_TICKET: NewTicketValues = {
  subject: '',
  html: '',
  priority: 'medium',
  impact: 'none',
  type: 'incident',
  assigneeId: null,
  contactId: null,
  device: null,
  newContact: null,
  tellsContact: true,
};

/** What was typed into the search, put where it belongs: an address, or first and last name. */
export function contactFromTyped(typed: string): NewContactValues {
  const text = typed.trim();
  if (text.includes('@')) return { email: text, firstName: '', lastName: '', customerId: null };
  const [firstName = '', ...rest] = text.split(/\s+/);
  return { email: '', firstName, lastName: rest.join(' '), customerId: null };
}

/** The form as the server takes it. */
export function toNewTicket(values: NewTicketValues, attachmentIds: number[]): NewTicket {
  const { contactId, newContact, assigneeId, device, ...rest } = values;
  return {
    ...rest,
    subject: values.subject.trim(),
    attachmentIds,
    ...(assigneeId && { assigneeId: Number(assigneeId) }),
    ...(device && { deviceId: device.id }),
    ...(newContact
      ? {
          newContact: {
            email: newContact.email.trim(),
            firstName: newContact.firstName.trim(),
            lastName: newContact.lastName.trim(),
            ...(newContact.customerId && { customerId: Number(newContact.customerId) }),
          },
        }
      : contactId !== null && { contactId }),
  };
}
