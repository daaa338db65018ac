import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Language } from '#shared/languages.ts';
import type { Permission } from '#shared/permissions.ts';
import type { ContactActor, TechnicianActor, VisitorActor } from '../actor.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import type { StoredFile } from '../files/file-store.ts';
import type { Platform } from '../platform.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Schema = z.ZodType | undefined;
type Output<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** A file that came with the request, already stored; forgotten again if the route fails. */
export interface Upload extends StoredFile {
  name: string;
  mediaType: string;
  /** What the route made of it, stored in its place; empty when the file itself is kept. */
  derived: readonly StoredFile[];
  /** What the route learned of it while making that. */
  facts: unknown;
}

/** What a route makes of a file: the contents that are kept, and what it has learned. */
export interface Derived {
  contents: Buffer[];
  facts: unknown;
}

/** What a route takes of a file. */
export interface UploadRule<Query = unknown> {
  maxBytes: number;
  /**
   * Makes what is kept instead of the file that was sent. Called outside any transaction, because
   * it may take its time.
   */
  derive?(read: () => Promise<Buffer>, query: Query): Promise<Buffer[] | Derived>;
}

/** An answer that is no JSON: sent after the transaction has committed. */
export class RawAnswer {
  readonly send: (reply: FastifyReply) => unknown;
  constructor(send: (reply: FastifyReply) => unknown) {
    this.send = send;
  }
}

interface Shape<P extends Schema, Q extends Schema, B extends Schema> {
  method: Method;
  /** Below the audience's prefix, e.g. `/tickets/:number`. */
  path: string;
  /** One line for the API description. */
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** What leaves the house: fields that are not listed here are dropped. Without it: 204. */
  answer?: z.ZodType;
  /** 200 with an answer and 204 without, unless said otherwise. */
  status?: 200 | 201 | 202 | 204;
  /** Not in the API description (streams and pages that scripts have no use for). */
  isHidden?: boolean;
  /** Of the body, where it may be larger than others. */
  bodyBytes?: number;
  /** At most so many calls a minute from one address. */
  limitPerMinute?: number;
  /**
   * Throws before anything of the body is read, where it may be large and the route is open to
   * strangers: parsing megabytes is nothing for them.
   */
  admit?(platform: Platform, request: FastifyRequest): Promise<void>;
}

interface Input<P extends Schema, Q extends Schema, B extends Schema> {
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  language: Language;
  request: FastifyRequest;
  reply: FastifyReply;
  platform: Platform;
}

export type ConsoleTx = TenantTx & { readonly actor: TechnicianActor };
export type PortalTx = TenantTx & { readonly actor: ContactActor };
export type ReaderTx = TenantTx & { readonly actor: ContactActor | VisitorActor };

export interface ConsoleRoute<P extends Schema, Q extends Schema, B extends Schema>
  extends Shape<P, Q, B> {
  /**
   * The permission that opens the route (any of several), 'technician' for everybody signed in, or
   * 'newcomer' also for who still has to set up the two-factor sign-in that his role requires.
   */
  allow: Permission | readonly Permission[] | 'technician' | 'newcomer';
  upload?: UploadRule<Output<Q>>;
  handle(input: Input<P, Q, B> & { tx: ConsoleTx; upload: Upload | null }): Promise<unknown>;
}

export interface PortalRoute<P extends Schema, Q extends Schema, B extends Schema>
  extends Shape<P, Q, B> {
  /** 'newcomer' also lets in who still has to replace a generated password. */
  allow: 'contact' | 'newcomer';
  upload?: UploadRule<Output<Q>>;
  handle(input: Input<P, Q, B> & { tx: PortalTx; upload: Upload | null }): Promise<unknown>;
}

export interface ReaderRoute<P extends Schema, Q extends Schema, B extends Schema>
  extends Shape<P, Q, B> {
  /** Everybody: a contact who is signed in acts as himself, all others as visitors. */
  allow: 'visitor';
  handle(input: Input<P, Q, B> & { tx: ReaderTx }): Promise<unknown>;
}

export interface PublicConsoleRoute<P extends Schema, Q extends Schema, B extends Schema>
  extends Shape<P, Q, B> {
  allow: 'public';
  /** No tenant is known yet and no transaction open: the operation opens its own. */
  handle(input: Input<P, Q, B>): Promise<unknown>;
}

export interface PublicPortalRoute<P extends Schema, Q extends Schema, B extends Schema>
  extends Shape<P, Q, B> {
  allow: 'public';
  /** The host has told the tenant; the operation opens its own transaction. */
  handle(input: Input<P, Q, B> & { tenantId: number }): Promise<unknown>;
}

/** What a machine's agent calls: never a browser, so nothing here is in the API description. */
export interface AgentRoute<B extends Schema> extends Shape<undefined, undefined, B> {
  /** 'device' shows the key of a device; 'public' has none yet. */
  allow: 'device';
  handle(
    input: Input<undefined, undefined, B> & { tx: TenantTx; deviceId: number },
  ): Promise<unknown>;
}

export interface PublicAgentRoute<B extends Schema> extends Shape<undefined, undefined, B> {
  allow: 'public';
  handle(input: Input<undefined, undefined, B>): Promise<unknown>;
}

type AnyInput = Input<undefined, undefined, undefined> & {
  tx: never;
  upload: Upload | null;
  tenantId: number;
};

/** A route as the server registers it; made only by the five functions below. */
export interface Route extends Shape<Schema, Schema, Schema> {
  audience: 'console' | 'portal' | 'agent';
  allow:
    | Permission
    | readonly Permission[]
    | 'technician'
    | 'contact'
    | 'newcomer'
    | 'visitor'
    | 'device'
    | 'public';
  upload?: UploadRule;
  handle(input: AnyInput): Promise<unknown>;
}

/** A route of the console and the API. Who may enter has to be said: silence does not compile. */
export function consoleRoute<P extends Schema, Q extends Schema, B extends Schema>(
  route: ConsoleRoute<P, Q, B>,
): Route {
  return { ...route, audience: 'console' } as unknown as Route;
}

/** A route of the console that needs no sign-in. */
export function publicConsoleRoute<P extends Schema, Q extends Schema, B extends Schema>(
  route: PublicConsoleRoute<P, Q, B>,
): Route {
  return { ...route, audience: 'console' } as unknown as Route;
}

/** A route of the portal, for contacts. */
export function portalRoute<P extends Schema, Q extends Schema, B extends Schema>(
  route: PortalRoute<P, Q, B>,
): Route {
  return { ...route, audience: 'portal' } as unknown as Route;
}

/** A route of the portal that shows everybody what he may read: contacts more than visitors. */
export function readerRoute<P extends Schema, Q extends Schema, B extends Schema>(
  route: ReaderRoute<P, Q, B>,
): Route {
  return { ...route, audience: 'portal' } as unknown as Route;
}

/** A route of the portal that needs no sign-in. */
export function publicPortalRoute<P extends Schema, Q extends Schema, B extends Schema>(
  route: PublicPortalRoute<P, Q, B>,
): Route {
  return { ...route, audience: 'portal' } as unknown as Route;
}

/** A route of the agents, for a machine that shows its key. */
export function agentRoute<B extends Schema>(route: AgentRoute<B>): Route {
  return { isHidden: true, ...route, audience: 'agent' } as unknown as Route;
}

/** A route of the agents for machines that have no key yet. */
export function publicAgentRoute<B extends Schema>(route: PublicAgentRoute<B>): Route {
  return { isHidden: true, ...route, audience: 'agent' } as unknown as Route;
}

export const PREFIX = { console: '/api/v1', portal: '/portal/v1', agent: '/agent/v1' } as const;
