import type { Language } from '#shared/languages.ts';
import type { Permission } from '#shared/permissions.ts';
import type {
  MessageKind,
  TicketImpact,
  TicketPriority,
  TicketSource,
  TicketStatus,
  TicketType,
} from '#shared/tickets.ts';
import type { AdminPaths } from './contract-admin.ts';
import type { PortalPaths } from './contract-portal.ts';

// Written by hand until every route is in openapi.json; schema.d.ts then takes its place.

interface Input {
  path?: object;
  query?: object;
  body?: object;
}

interface Operation<Answer, In extends Input> {
  parameters: {
    path: In['path'] extends object ? In['path'] : never;
    query?: In['query'] extends object ? In['query'] : never;
    header?: never;
    cookie?: never;
  };
  requestBody: In['body'] extends object
    ? { content: { 'application/json': In['body'] } }
    : undefined;
  responses: { 200: { headers: object; content: { 'application/json': Answer } } };
}
export type Op<Answer, In extends Input = object> = Omit<
  Operation<Answer, In>,
  (In['body'] extends object ? never : 'requestBody') | 'parameters'
> & {
  parameters: In['path'] extends object
    ? Operation<Answer, In>['parameters']
    : Omit<Operation<Answer, In>['parameters'], 'path'> & { path?: never };
};

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
interface Named {
  id: number;
  name: string;
}
interface RoleRef extends Named {
  builtIn: 'admin' | 'technician' | null;
}
interface Session {
  technician: {
    id: number;
    email: string;
    firstName: string;
    lastName: string;
    language: Language;
    timeZone: string | null;
    defaultPage: string;
    role: RoleRef;
  };
  permissions: Permission[];
  company: Named & { slug: string; portalAddress: string; supportAddress: string };
}
interface TicketRow {
  number: number;
  subject: string;
  preview: string;
  status: TicketStatus;
  priority: TicketPriority;
  customer: Named | null;
  contact: (Named & { email: string }) | null;
  assignee: Named | null;
  source: TicketSource;
  createdAt: string;
  updatedAt: string;
}
interface Participant {
  address: string;
  name: string;
  contactId: number | null;
}
interface Ticket extends TicketRow {
  id: number;
  impact: TicketImpact;
  type: TicketType;
  version: number;
  participants: Participant[];
  resolvedAt: string | null;
  closedAt: string | null;
}
interface Attachment {
  id: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  isInline: boolean;
  url: string;
}
interface Message {
  id: number;
  kind: MessageKind;
  html: string;
  quotedHtml: string | null;
  hasRemoteImages: boolean;
  author: {
    kind: 'technician' | 'contact' | 'address';
    id: number | null;
    name: string;
    email: string | null;
  };
  attachments: Attachment[];
  to: string[];
  cc: string[];
  source: TicketSource;
  senderVerdict: 'pass' | 'none' | null;
  inboundMessageId: number | null;
  delivery: { state: 'queued' | 'sent' | 'failed' | 'bounced'; error: string | null } | null;
  createdAt: string;
}
interface TicketChange {
  id: number;
  actor: { kind: 'technician' | 'contact' | 'apiKey' | 'system'; id: number | null; name: string };
  field: string;
  oldValue: unknown;
  newValue: unknown;
  createdAt: string;
}
interface Customer extends Named {
  phone: string | null;
  website: string | null;
  notes: string;
  domains: string[];
  contactCount: number;
  openTicketCount: number;
  isArchived: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}
interface Contact {
  id: number;
  customer: Named | null;
  email: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  jobTitle: string | null;
  language: Language;
  isMainContact: boolean;
  portalUsername: string;
  passwordState: 'generated' | 'chosen' | 'expired' | 'none';
  passwordReadableUntil: string | null;
  hasPortalAccess: boolean;
  lastSignInAt: string | null;
  isArchived: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}
export interface Technician {
  id: number;
  email: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  role: RoleRef;
  state: 'active' | 'invited' | 'disabled';
  lastSignInAt: string | null;
}
interface PageQuery {
  cursor?: string;
  limit?: number;
}
type Id = { path: { id: number } };
type TicketPath = { path: { number: number } };
type DraftPath = { path: { number: number; kind: 'reply' | 'note' } };

export interface paths extends PortalPaths, AdminPaths {
  '/api/v1/setup': {
    get: Op<{ isOpen: boolean }, { query: { token: string } }>;
    post: Op<
      Session,
      {
        body: {
          token: string;
          companyName: string;
          firstName: string;
          lastName: string;
          email: string;
          password: string;
          language: Language;
        };
      }
    >;
  };
  '/api/v1/setup/address': {
    get: Op<
      { slug: string; portalAddress: string },
      { query: { token: string; companyName: string } }
    >;
  };
  '/api/v1/session': {
    get: Op<Session>;
    post: Op<Session, { body: { email: string; password: string } }>;
    delete: Op<undefined>;
  };
  '/api/v1/me': { patch: Op<Session, { body: { language?: Language; timeZone?: string } }> };
  '/api/v1/password-resets': { post: Op<object, { body: { email: string } }> };
  '/api/v1/password-resets/check': {
    post: Op<
      {
        purpose: 'passwordReset' | 'invitation';
        email: string;
        firstName: string;
        lastName: string;
        companyName: string;
      },
      { body: { token: string } }
    >;
  };
  '/api/v1/password-resets/redemption': {
    post: Op<
      undefined,
      { body: { token: string; password: string; firstName?: string; lastName?: string } }
    >;
  };
  '/api/v1/technicians': {
    get: Op<{ items: Technician[] }>;
    post: Op<
      Technician,
      { body: { email: string; firstName: string; lastName: string; roleId: number } }
    >;
  };
  '/api/v1/tickets': {
    get: Op<
      Page<TicketRow>,
      {
        query: PageQuery & {
          status?: string;
          assignee?: string;
          customer?: string;
          contact?: number;
          priority?: string;
          search?: string;
          sort?: string;
        };
      }
    >;
    post: Op<
      Ticket,
      {
        body: {
          subject: string;
          html: string;
          contactId?: number;
          newContact?: {
            email: string;
            firstName: string;
            lastName: string;
            customerId?: number;
          };
          customerId?: number;
          priority?: TicketPriority;
          impact?: TicketImpact;
          type?: TicketType;
          assigneeId?: number;
          attachmentIds?: number[];
        };
      }
    >;
  };
  '/api/v1/ticket-counts': {
    get: Op<{ open: number; pending: number; mine: number; unassigned: number }>;
  };
  '/api/v1/tickets/{number}': {
    get: Op<Ticket, TicketPath>;
    patch: Op<
      Ticket,
      TicketPath & {
        body: {
          version: number;
          subject?: string;
          status?: TicketStatus;
          priority?: TicketPriority;
          impact?: TicketImpact;
          type?: TicketType;
          assigneeId?: number | null;
          customerId?: number | null;
          contactId?: number | null;
        };
      }
    >;
  };
  '/api/v1/tickets/{number}/messages': {
    get: Op<Page<Message>, TicketPath & { query: PageQuery }>;
  };
  '/api/v1/tickets/{number}/replies': {
    post: Op<
      Message,
      TicketPath & {
        body: {
          html: string;
          attachmentIds?: number[];
          to?: string[];
          cc?: string[];
          status?: TicketStatus;
          version?: number;
        };
      }
    >;
  };
  '/api/v1/tickets/{number}/notes': {
    post: Op<Message, TicketPath & { body: { html: string; attachmentIds?: number[] } }>;
  };
  '/api/v1/tickets/{number}/history': {
    get: Op<Page<TicketChange>, TicketPath & { query: PageQuery }>;
  };
  '/api/v1/tickets/{number}/drafts/{kind}': {
    get: Op<{ html: string; updatedAt: string | null }, DraftPath>;
    put: Op<object, DraftPath & { body: { html: string } }>;
    delete: Op<undefined, DraftPath>;
  };
  '/api/v1/tickets/{number}/participants/{address}': {
    delete: Op<undefined, { path: { number: number; address: string } }>;
  };
  '/api/v1/customers': {
    get: Op<
      Page<Customer>,
      {
        query: PageQuery & {
          search?: string;
          state?: 'active' | 'archived' | 'all';
          sort?: 'name' | '-updatedAt';
        };
      }
    >;
    post: Op<
      Customer,
      {
        body: {
          name: string;
          phone?: string | null;
          website?: string | null;
          notes?: string;
          domains?: string[];
        };
      }
    >;
  };
  '/api/v1/customers/{id}': {
    get: Op<Customer, Id>;
    patch: Op<
      Customer,
      Id & {
        body: {
          version: number;
          name?: string;
          phone?: string | null;
          website?: string | null;
          notes?: string;
        };
      }
    >;
  };
  '/api/v1/customers/{id}/archive': { put: Op<Customer, Id>; delete: Op<Customer, Id> };
  '/api/v1/customers/{id}/domains': { post: Op<Customer, Id & { body: { domain: string } }> };
  '/api/v1/customers/{id}/domains/{domain}': {
    delete: Op<undefined, { path: { id: number; domain: string } }>;
  };
  '/api/v1/contacts': {
    get: Op<
      Page<Contact>,
      {
        query: PageQuery & {
          search?: string;
          customerId?: number | 'none';
          state?: 'active' | 'archived' | 'all';
        };
      }
    >;
    post: Op<
      Contact,
      {
        body: {
          customerId: number | null;
          email: string;
          firstName: string;
          lastName: string;
          phone?: string | null;
          jobTitle?: string | null;
          language?: Language;
          isMainContact?: boolean;
        };
      }
    >;
  };
  '/api/v1/contacts/{id}': {
    get: Op<Contact, Id>;
    patch: Op<
      Contact,
      Id & {
        body: {
          version: number;
          customerId?: number | null;
          email?: string;
          firstName?: string;
          lastName?: string;
          phone?: string | null;
          jobTitle?: string | null;
          language?: Language;
          isMainContact?: boolean;
          hasPortalAccess?: boolean;
        };
      }
    >;
  };
  '/api/v1/contacts/{id}/archive': { put: Op<Contact, Id>; delete: Op<Contact, Id> };
  '/api/v1/contacts/{id}/password-look': {
    post: Op<{ password: string; expiresAt: string }, Id>;
  };
  '/api/v1/contacts/{id}/password': { post: Op<Contact, Id> };
  '/api/v1/contacts/{id}/welcome-mail': { post: Op<object, Id> };
}
