import { rmSync } from 'node:fs';
import { loadConfig } from '#platform/config.ts';
import { findFreePort } from '#platform/db/embedded-postmaster.ts';
import { createLog } from '#platform/log.ts';
import { openHouse } from '../server/boot.ts';
import { bench } from './bench.ts';
import { ensureFilled } from './fill/fill.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { startServer } from './server-process.ts';

async function main(options: Options): Promise<number> {
  const settings = {
    DATABASE_URL: process.env.DATABASE_URL,
    DATABASE_APP_URL: process.env.DATABASE_APP_URL,
    DATA_DIR: options.dataDir,
    PORT: String(await findFreePort()),
    MAIL_IN_PORT: String(await findFreePort()),
    LOG_LEVEL: 'warn',
    // so that a measurement may come from many addresses
    TRUST_PROXY: '127.0.0.1',
  };
  const config = loadConfig(settings, options.dataDir);
  const house = await openHouse(config, createLog('warn'), (step) => console.log(step));
  try {
    const filled = await ensureFilled(house, options, (line) => console.log(line));
    const [company] = filled.companies;
    if (!company || options.isFillOnly) return 0;
    console.log(
      `\n${filled.tickets} tickets in ${filled.tenants} companies, ${company.tickets} of them in the one that is measured`,
    );
    const server = await startServer(settings, options);
    try {
      return await bench(house, server, company, options);
    } finally {
      await server.stop();
    }
  } finally {
    await house.close();
    if (options.isKept) console.log(`\nkept in ${options.dataDir}`);
    else rmSync(options.dataDir, { recursive: true, force: true });
  }
}

const options = readOptions(process.argv.slice(2));
if (options === 'help') console.log(USAGE);
else {
  const errors = await main(options);
  if (errors > 0) {
    console.error(`\n${errors} requests were not answered as they should be`);
    process.exitCode = 1;
  }
}
