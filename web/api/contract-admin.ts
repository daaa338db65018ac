import type { Permission } from '#shared/permissions.ts';
import type { Op, Page, Technician } from './contract.ts';

interface Role {
  id: number;
  name: string;
  builtIn: 'admin' | 'technician' | null;
  permissions: Permission[];
  holderCount: number;
}
interface ApiKey {
  id: number;
  name: string;
  prefix: string;
  role: { id: number; name: string };
  expiresAt: string | null;
  lastUsedAt: string | null;
  createdAt: string;
}
interface Settings {
  companyName: string;
  timeZone: string;
  newContactMailEnabled: boolean;
  newContactMailTemplate: string;
  confirmationMailEnabled: boolean;
  automaticContactsEnabled: boolean;
  version: number;
}
interface DnsRecord {
  type: string;
  host: string;
  value: string;
  purpose: string;
}
interface Mailbox {
  id: number;
  address: string;
  isFrom: boolean;
  isGenerated: boolean;
  records: DnsRecord[];
}
interface InboundMessage {
  id: number;
  state: 'received' | 'newTicket' | 'appended' | 'bounce' | 'suspended' | 'dropped';
  reason: string | null;
  fromAddress: string | null;
  fromName: string | null;
  subject: string | null;
  ticketNumber: number | null;
  sizeBytes: number;
  receivedAt: string;
}
interface OutboundMessage {
  id: number;
  kind: string;
  state: 'queued' | 'sent' | 'failed' | 'bounced';
  to: string[];
  cc: string[];
  subject: string;
  ticketNumber: number | null;
  attempts: number;
  lastError: string | null;
  nextAttemptAt: string | null;
  sentAt: string | null;
  createdAt: string;
}
interface AuditEntry {
  id: number;
  action: string;
  actor: { kind: string; id: number | null; name: string };
  subjectKind: string | null;
  subjectId: number | null;
  subjectName: string | null;
  details: Record<string, unknown>;
  ip: string | null;
  createdAt: string;
}
type Id = { path: { id: number } };
interface PageQuery {
  cursor?: string;
  limit?: number;
}

export interface AdminPaths {
  '/api/v1/technicians/{id}': {
    get: Op<Technician, Id>;
    patch: Op<
      Technician,
      Id & {
        body: { firstName?: string; lastName?: string; phone?: string | null; roleId?: number };
      }
    >;
  };
  '/api/v1/technicians/{id}/disablement': {
    put: Op<Technician, Id>;
    delete: Op<Technician, Id>;
  };
  '/api/v1/technicians/{id}/invitation': { post: Op<object, Id> };
  '/api/v1/roles': {
    get: Op<{ items: Role[] }>;
    post: Op<Role, { body: { name: string; permissions: Permission[] } }>;
  };
  '/api/v1/roles/{id}': {
    patch: Op<Role, Id & { body: { name?: string; permissions?: Permission[] } }>;
    delete: Op<undefined, Id & { query: { moveTo?: number } }>;
  };
  '/api/v1/api-keys': {
    get: Op<{ items: ApiKey[] }>;
    post: Op<
      { apiKey: ApiKey; secret: string },
      { body: { name: string; roleId: number; expiresAt?: string | null } }
    >;
  };
  '/api/v1/api-keys/{id}': { delete: Op<undefined, Id> };
  '/api/v1/audit-entries': {
    get: Op<
      Page<AuditEntry>,
      { query: PageQuery & { action?: string; actorId?: number; subjectKind?: string } }
    >;
  };
  '/api/v1/settings': {
    get: Op<Settings>;
    patch: Op<Settings, { body: Partial<Settings> & { version: number } }>;
  };
  '/api/v1/templates': { get: Op<{ items: { name: string }[] }> };
  '/api/v1/portal-settings': { get: Op<{ slug: string; portalAddress: string }> };
  '/api/v1/mailboxes': {
    get: Op<{ items: Mailbox[] }>;
    post: Op<Mailbox, { body: { address: string } }>;
  };
  '/api/v1/mailboxes/{id}': {
    patch: Op<Mailbox, Id & { body: { isFrom: boolean } }>;
    delete: Op<undefined, Id>;
  };
  '/api/v1/inbound-messages': {
    get: Op<Page<InboundMessage>, { query: PageQuery & { state?: string } }>;
  };
  '/api/v1/inbound-messages/{id}': {
    get: Op<InboundMessage & { steps: { step: string; outcome: string }[] }, Id>;
  };
  '/api/v1/inbound-messages/{id}/replay': {
    post: Op<InboundMessage, Id & { body: { acceptSender?: boolean } }>;
  };
  '/api/v1/outbound-messages': {
    get: Op<Page<OutboundMessage>, { query: PageQuery & { state?: string } }>;
  };
  '/api/v1/outbound-messages/{id}': { get: Op<OutboundMessage & { text: string; html: string }, Id> };
  '/api/v1/outbound-messages/{id}/retry': { post: Op<OutboundMessage, Id> };
}
