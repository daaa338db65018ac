import type { Language } from '#shared/languages.ts';
import type { Permission } from '#shared/permissions.ts';

/** Who acts in a transaction. Rights and visibility are decided on this, never on a request. */
export type Actor = TechnicianActor | ContactActor | SystemActor;

export interface TechnicianActor {
  kind: 'technician';
  technicianId: number;
  name: string;
  email: string;
  language: Language;
  permissions: ReadonlySet<Permission>;
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
  mustChangePassword: boolean;
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

/** The actor as histories and logs write it down. */
export function describeActor(actor: Actor): {
  kind: 'technician' | 'contact' | 'apiKey' | 'system';
  id: number | null;
  name: string;
} {
  switch (actor.kind) {
    case 'technician':
      return actor.apiKeyId === null
        ? { kind: 'technician', id: actor.technicianId, name: actor.name }
        : { kind: 'apiKey', id: actor.apiKeyId, name: actor.name };
    case 'contact':
      return { kind: 'contact', id: actor.contactId, name: actor.name };
    case 'system':
      return { kind: 'system', id: null, name: actor.name };
  }
}
