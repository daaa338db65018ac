import type { Config } from '#platform/config.ts';
import { createSecrets } from '#platform/crypto/secrets.ts';
import { ensureAppRole } from '#platform/db/app-role.ts';
import { openDatabase } from '#platform/db/database.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { createEventHub } from '#platform/events/event-hub.ts';
import { createDiskFileStore } from '#platform/files/file-store.ts';
import type { Log } from '#platform/log.ts';
import { createDirectResolver } from '#platform/mail/dns-resolver.ts';
import type { Platform } from '#platform/platform.ts';

export interface House {
  platform: Platform;
  /** The role that owns and migrates; also what the job queue runs as. */
  ownerUrl: string;
  close(): Promise<void>;
}

/**
 * Opens everything below the modules: the database (embedded unless DATABASE_URL is set, brought
 * up to date), files, secrets, live events. The server and every command start from here.
 */
export async function openHouse(
  config: Config,
  log: Log,
  onProgress: (step: string) => void = () => undefined,
): Promise<House> {
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log, onProgress });
  const ownerUrl = config.databaseUrl ?? embedded?.url ?? '';
  try {
    const secrets = createSecrets(config.secretKey);
    const appRole = await ensureAppRole(ownerUrl, config.databaseAppUrl, secrets);
    const ran = await migrate(ownerUrl, appRole.name, log);
    if (ran.length > 0) onProgress(`database brought up to date (${ran.length} steps)`);
    const platform = assemblePlatform(config, log, appRole.url);
    await platform.events.start();
    return {
      platform,
      ownerUrl,
      async close() {
        await platform.events.stop();
        await platform.db.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** The platform over a database that is there and up to date. */
export function assemblePlatform(config: Config, log: Log, appUrl: string): Platform {
  const platform: Platform = {
    config,
    log,
    secrets: createSecrets(config.secretKey),
    files: createDiskFileStore(config.filesDir),
    events: createEventHub(appUrl, log),
    dns: createDirectResolver(),
    db: openDatabase({ url: appUrl, log, platform: () => platform }),
  };
  return platform;
}
