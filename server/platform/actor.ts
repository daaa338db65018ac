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
