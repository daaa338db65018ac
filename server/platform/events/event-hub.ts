import { sql } from 'kysely';
import pg from 'pg';
import type { TenantTx } from '../db/tenant-tx.ts';
import type { Log } from '../log.ts';
import { recentEvents } from './recent-events.ts';

/**
 * Something changed. Carries ids only; whoever hears it asks again and gets what he may see.
 * `contactIds` and `customerId` say which contacts may hear of it (null: technicians only).
 */
export type LiveEvent = { tenantId: number } & Happening;

export type Happening = (OfCustomers | OfTechnicians | OfArticle | OfCompany) & {
  /** What it is about, e.g. a ticket's number; part of what the browser is told. */
  ids: Record<string, number>;
  contactIds?: number[];
  customerId?: number | null;
};

/** Whose role is limited to chosen customers hears of it when one of these is among them. */
interface OfCustomers {
  kind: 'ticket' | 'customer' | 'contact' | 'device' | 'alert';
  /** Whose it is, and whose it was until now; empty for what belongs to no customer. */
  ofCustomers: readonly number[];
}

/** Nobody else hears of it. A contact's reading no technician does. */
interface OfTechnicians {
  kind: 'notification' | 'import' | 'reading';
  technicianIds: readonly number[];
}

/** Without customers it is for all of them; drafts and the order of things concern writers only. */
interface OfArticle {
  kind: 'article' | 'articleDraft';
  ofCustomers?: readonly number[];
}

interface OfCompany {
  kind:
    | 'technician'
    | 'role'
    | 'mail'
    | 'firstMail'
    | 'session'
    | 'settings'
    | 'portalSettings'
    | 'dashboard';
}

/** Those of the customers that are one: what belongs to none has null. */
export const present = (ids: readonly (number | null)[]): number[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** `null` means: events may have been missed, ask for everything again. */
export type EventListener = (event: LiveEvent | null) => void;

export interface EventHub {
  subscribe(tenantId: number, listener: EventListener): () => void;
  /** The same, and tells at once what was heard in the last seconds (LIVE_RECENT_MS). */
  subscribeWithRecent(tenantId: number, listener: EventListener): () => void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const CHANNEL = 'portico_events';

/** Tells every server process, once the transaction has committed and never if it did not. */
export async function publish(tx: TenantTx, event: Happening): Promise<void> {
  const payload = JSON.stringify({ ...event, tenantId: tx.tenantId });
  await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(tx);
}

/** Hears PostgreSQL's notifications on one connection of its own and passes them on in-process. */
export function createEventHub(databaseUrl: string, log: Log): EventHub {
  const listeners = new Map<number, Set<EventListener>>();
  const recent = recentEvents();
  let client: pg.Client | null = null;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  const deliver = (event: LiveEvent) => {
    recent.keep(event);
    for (const listener of listeners.get(event.tenantId) ?? []) listener(event);
  };

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'portico events',
      keepAlive: true,
    });
    next.on('error', () => undefined); // "end" follows
    next.on('end', () => {
      if (client === next) client = null;
      if (!isStopped) reconnect();
    });
    next.on('notification', ({ payload }) => {
      if (payload) deliver(JSON.parse(payload) as LiveEvent);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
    recent.begin();
  }

  function reconnect(): void {
    clearTimeout(retry);
    retry = setTimeout(() => {
      connect().then(
        () => {
          for (const set of listeners.values()) for (const listener of set) listener(null);
        },
        (error) => {
          log.warn({ err: error }, 'cannot listen for live events yet');
          reconnect();
        },
      );
    }, 500);
  }

  function subscribe(tenantId: number, listener: EventListener): () => void {
    const set = listeners.get(tenantId) ?? new Set();
    listeners.set(tenantId, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) listeners.delete(tenantId);
    };
  }

  return {
    start: connect,
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
    subscribe,
    subscribeWithRecent(tenantId, listener) {
      const unsubscribe = subscribe(tenantId, listener);
      for (const event of recent.of(tenantId) ?? [null]) listener(event);
      return unsubscribe;
    },
  };
}
