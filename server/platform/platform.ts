import type { Config } from './config.ts';
import type { Secrets } from './crypto/secrets.ts';
import type { Database } from './db/database.ts';
import type { EventHub } from './events/event-hub.ts';
import type { FileStore } from './files/file-store.ts';
import type { Log } from './log.ts';
import type { DnsResolver } from './mail/dns-resolver.ts';

/**
 * What the house offers every module: settings, database, files, secrets, live events, log.
 * Made once per server process (or test) and carried by every TenantTx as `tx.platform`.
 */
export interface Platform {
  config: Config;
  log: Log;
  db: Database;
  files: FileStore;
  secrets: Secrets;
  events: EventHub;
  /** DNS as it is this moment, for the proof of domains; a test puts its own answers here. */
  dns: DnsResolver;
}
