import type { Language } from '#shared/languages.ts';
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
  language: Language;
  timeZone: string;
  newContactMailEnabled: boolean;
  newContactMailTemplate: string;
  confirmationMailEnabled: boolean;
  automaticContactsEnabled: boolean;
  version: number;
}
interface DnsRecord {
  type: 'MX' | 'TXT';
  host: string;
  value: string;
  purpose: 'receive' | 'spf' | 'dkim' | 'dmarc';
}
interface Mailbox {
  id: number;
  address: string;
  isFrom: boolean;
  isGenerated: boolean;
  records: DnsRecord[];
}
type InboundState = 'received' | 'newTicket' | 'appended' | 'bounce' | 'suspended' | 'dropped';
interface InboundRow {
  id: number;
  state: InboundState;
  reason: string | null;
  from: { address: string; name: string } | null;
  subject: string;
  ticketNumber: number | null;
  sizeBytes: number;
  receivedAt: string;
}
interface InboundMessage extends InboundRow {
  envelopeFrom: string;
  envelopeTo: string[];
  remoteIp: string | null;
  messageId: string | null;
  processedAt: string | null;
  steps: { step: string; outcome: string; detail: string }[];
}
type OutboundState = 'queued' | 'sent' | 'failed' | 'bounced';
interface OutboundRow {
  id: number;
  kind: 'reply' | 'confirmation' | 'welcome' | 'passwordReset' | 'invitation' | 'notice';
  state: OutboundState;
  to: string[];
  cc: string[];
  from: string;
  subject: string;
  ticketId: number | null;
  attempts: number;
  error: string | null;
  nextAttemptAt: string | null;
  sentAt: string | null;
  createdAt: string;
}
interface OutboundMessage extends OutboundRow {
  messageId: string;
  replyTo: string | null;
  fromName: string;
  html: string | null;
  text: string | null;
  isMasked: boolean;
}
interface AuditEntry {
  id: number;
  action: string;
  actor: {
    kind: 'technician' | 'contact' | 'apiKey' | 'system' | 'nobody';
    id: number | null;
    name: string;
  };
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
    patch: Op<Mailbox, Id & { body: { isFrom: true } }>;
    delete: Op<undefined, Id>;
  };
  '/api/v1/inbound-messages': {
    get: Op<Page<InboundRow>, { query: PageQuery & { state?: InboundState } }>;
  };
  '/api/v1/inbound-messages/{id}': { get: Op<InboundMessage, Id> };
  '/api/v1/inbound-messages/{id}/replay': {
    post: Op<InboundMessage, Id & { body: { acceptSender?: boolean } }>;
  };
  '/api/v1/outbound-messages': {
    get: Op<Page<OutboundRow>, { query: PageQuery & { state?: OutboundState } }>;
  };
  '/api/v1/outbound-messages/{id}': { get: Op<OutboundMessage, Id> };
  '/api/v1/outbound-messages/{id}/retry': { post: Op<OutboundMessage, Id> };
}
