import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { loadConfig } from '#platform/config.ts';
import { createServer } from '#platform/http/server.ts';
import { createLog } from '#platform/log.ts';
import { guard, routes, writePage } from '../server/api.ts';
import { assemblePlatform } from '../server/boot.ts';
import { cloneDatabase, makeTemplateDatabase } from '../tests/support/database.ts';
import { startThrowawayPostgres } from '../tests/support/throwaway-postgres.ts';
import { describeSchema } from './describe-schema.ts';
import { generateDbTypes } from './generate-db-types.ts';

/**
 * Writes what follows from other files and is committed so that reviewers see the difference:
 * db/types.ts and db/schema.sql from the migrations, openapi.json and web/api/schema.d.ts from the
 * routes. With --check nothing is written; stale files are named and the exit code is 1.
 */
const isCheck = process.argv.includes('--check');
const log = createLog('warn', false);

async function generateAll(): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-generate-'));
  const postgres = await startThrowawayPostgres();
  try {
    const database = await cloneDatabase(await makeTemplateDatabase(postgres.url));
    await generateDbTypes(database.ownerUrl, join(folder, 'types.ts'));
    const api = await describeApi(folder, database);
    return new Map([
      ['db/types.ts', await readFile(join(folder, 'types.ts'), 'utf8')],
      ['db/schema.sql', await describeSchema(database.ownerUrl)],
      ['openapi.json', `${JSON.stringify(api, null, 2)}\n`],
      ['web/api/schema.d.ts', `${astToString(await openapiTypescript(api as never))}`],
    ]);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function describeApi(
  dataDir: string,
  database: { ownerUrl: string; appUrl: string },
): Promise<Record<string, unknown>> {
  const settings = { DATA_DIR: dataDir, DATABASE_URL: database.ownerUrl, LOG_LEVEL: 'silent' };
  const platform = assemblePlatform(loadConfig(settings, dataDir), log, database.appUrl);
  const app = await createServer({ platform, guard, routes, writePage, isReady: async () => true });
  await app.ready();
  const description = app.swagger() as Record<string, unknown>;
  await app.close();
  await platform.db.close();
  return description;
}

const stale: string[] = [];
for (const [path, text] of await generateAll()) {
  const present = await readFile(path, 'utf8').catch(() => null);
  if (present === text) continue;
  stale.push(path);
  if (isCheck) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
if (isCheck && stale.length > 0) {
  console.error(`stale, run "npm run generate": ${stale.join(', ')}`);
  process.exit(1);
}
console.log(stale.length > 0 ? `written: ${stale.join(', ')}` : 'all generated files are fresh');
