import { z } from 'zod';
import type { Language } from '#shared/languages.ts';
import type { Permission } from '#shared/permissions.ts';

/** Who acts in a transaction. Rights and visibility are decided on this, never on a request. */
export type Actor = TechnicianActor | ContactActor | VisitorActor | SystemActor;

/** What a role gives: what may be done, and for whom. */
export interface Rights {
  permissions: ReadonlySet<Permission>;
  /** The only customers whose tickets, contacts and all else are there; null: all of them. */
  customerIds: ReadonlySet<number> | null;
}

export interface TechnicianActor extends Rights {
  kind: 'technician';
  technicianId: number;
  name: string;
  email: string;
  language: Language;
  /** Exactly one of the two: a browser's session or a script's key. */
  sessionId: number | null;
  apiKeyId: number | null;
  /** His role requires two-factor sign-in and he has none; keys of scripts are not asked. */
  mustSetUpTwoFactor: boolean;
}

export interface ContactActor {
  kind: 'contact';
  contactId: number;
  customerId: number | null;
  isMainContact: boolean;
  name: string;
  email: string;
  language: Language;
  sessionId: number;
  /** Signed in by a link that was mailed, not with a password. */
  isByLink: boolean;
  mustChangePassword: boolean;
}

/** Whoever reads a portal's public pages without having signed in: sees what is public, no more. */
export interface VisitorActor {
  kind: 'visitor';
  name: 'visitor';
  language: Language;
}

/** Jobs, the mailroom, and public routes before anybody has signed in. */
export interface SystemActor {
  kind: 'system';
  /** What acts, as the audit log names it: "mailroom", "setup", "sign-in". */
  name: string;
}

export function systemActor(name: string): SystemActor {
  return { kind: 'system', name };
}

const NOBODY: ReadonlySet<number> = new Set();

/**
 * The customers that the actor's role is limited to; null when it is not, and for all others. A
 * visitor has nothing of any customer.
 */
export function limitOf(actor: Actor): ReadonlySet<number> | null {
  if (actor.kind === 'visitor') return NOBODY;
  return actor.kind === 'technician' ? actor.customerIds : null;
}

/** Whether rights reach the customer, or what belongs to no customer (null). */
export function reaches({ customerIds }: Pick<Rights, 'customerIds'>, customerId: number | null) {
  return customerIds === null || (customerId !== null && customerIds.has(customerId));
}

/** An actor as histories, logs and jobs keep it: as it was called then. */
export const ActorNote = z.object({
  kind: z.enum(['technician', 'contact', 'apiKey', 'system']),
  id: z.number().nullable(),
  name: z.string(),
});
export type ActorNote = z.infer<typeof ActorNote>;

export function describeActor(actor: Actor): ActorNote {
  switch (actor.kind) {
    case 'technician':
      return actor.apiKeyId === null
        ? { kind: 'technician', id: actor.technicianId, name: actor.name }
        : { kind: 'apiKey', id: actor.apiKeyId, name: actor.name };
    case 'contact':
      return { kind: 'contact', id: actor.contactId, name: actor.name };
    case 'visitor':
      return { kind: 'system', id: null, name: actor.name };
    case 'system':
      return { kind: 'system', id: null, name: actor.name };
  }
}
