import type { Language } from '#shared/languages.ts';
import type { TicketPriority, TicketStatus } from '#shared/tickets.ts';
import type { Op, Page } from './contract.ts';

interface PortalSession {
  contact: {
    id: number;
    firstName: string;
    lastName: string;
    email: string;
    phone: string | null;
    language: Language;
    isMainContact: boolean;
    username: string;
  };
  customerName: string | null;
  mustChangePassword: boolean;
  companyName: string;
}
interface PortalTicket {
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  contact: { name: string } | null;
  assignee: { name: string } | null;
  createdAt: string;
  updatedAt: string;
  isOwn: boolean;
}
interface PortalAttachment {
  id: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  isInline: boolean;
  url: string;
}
interface PortalMessage {
  id: number;
  html: string;
  quotedHtml: string | null;
  author: { kind: 'technician' | 'contact' | 'address'; name: string };
  attachments: PortalAttachment[];
  createdAt: string;
}
type TicketPath = { path: { number: number } };

export interface PortalPaths {
  '/portal/v1/site': {
    get: Op<{ companyName: string; language: Language; languages: Language[] }>;
  };
  '/portal/v1/session': {
    get: Op<PortalSession>;
    post: Op<PortalSession, { body: { username: string; password: string } }>;
    delete: Op<undefined>;
  };
  '/portal/v1/password': {
    put: Op<PortalSession, { body: { currentPassword?: string; newPassword: string } }>;
  };
  '/portal/v1/password-resets': { post: Op<object, { body: { username: string } }> };
  '/portal/v1/password-resets/check': { post: Op<object, { body: { token: string } }> };
  '/portal/v1/password-resets/redemption': {
    post: Op<undefined, { body: { token: string; password: string } }>;
  };
  '/portal/v1/me': {
    patch: Op<
      PortalSession,
      {
        body: {
          firstName?: string;
          lastName?: string;
          phone?: string | null;
          language?: Language;
        };
      }
    >;
  };
  '/portal/v1/tickets': {
    get: Op<
      Page<PortalTicket>,
      {
        query: {
          scope?: 'own' | 'company';
          status?: string;
          search?: string;
          cursor?: string;
          limit?: number;
        };
      }
    >;
    post: Op<PortalTicket, { body: { subject: string; html: string; attachmentIds?: number[] } }>;
  };
  '/portal/v1/tickets/{number}': { get: Op<PortalTicket, TicketPath> };
  '/portal/v1/tickets/{number}/messages': {
    get: Op<Page<PortalMessage>, TicketPath & { query: { cursor?: string; limit?: number } }>;
    post: Op<PortalMessage, TicketPath & { body: { html: string; attachmentIds?: number[] } }>;
  };
  '/portal/v1/tickets/{number}/closure': {
    put: Op<PortalTicket, TicketPath>;
    delete: Op<PortalTicket, TicketPath>;
  };
}
