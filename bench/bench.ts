import { loadavg } from 'node:os';
import { join } from 'node:path';
import { findPostmaster } from '#platform/db/embedded-processes.ts';
import type { House } from '../server/boot.ts';
import { measureReports, prepareDevices } from './agent-load.ts';
import { type DatabaseObserver, observeDatabase } from './database-observer.ts';
import type { Company } from './fill/people.ts';
import { measureHttp } from './http-load.ts';
import { measureMail } from './mail-load.ts';
import { makeMails } from './mails.ts';
import { MAIL_NAME, MAIL_TARGET, MEASUREMENTS, REPORTS_TARGET } from './measurements.ts';
import type { Options } from './options.ts';
import { memoryMb, readCpuTime } from './process-costs.ts';
import { machineLine, reportHead, reportLine, type Target } from './report.ts';
import type { Result } from './result.ts';
import { drawSample } from './sample.ts';
import type { ServerProcess } from './server-process.ts';
import { signIn } from './sign-in.ts';

const IDLE_MS = 2_000;
const DEVICES = 1_000;

/** Measures everything that was asked for and prints it line by line; returns how many errors there were. */
export async function bench(
  house: House,
  server: ServerProcess,
  company: Company,
  options: Options,
): Promise<number> {
  const observer = await observeDatabase(house.ownerUrl);
  try {
    return await runAll(house, server, company, options, observer);
  } finally {
    await observer.close();
  }
}

async function runAll(
  house: House,
  server: ServerProcess,
  company: Company,
  options: Options,
  observer: DatabaseObserver,
): Promise<number> {
  const { config } = house.platform;
  const sample = await drawSample(house.ownerUrl, company);
  const postmaster = config.databaseUrl
    ? null
    : findPostmaster(join(config.dataDir, 'postgres/cluster'));
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  console.log(`${machineLine(observer.version)}, ${options.connections} connections`);
  console.log(
    `ready after ${(server.readyAfterMs / 1000).toFixed(1)} s, idle at ${memoryMb(server.pid)} MB\n`,
  );
  console.log(reportHead());

  let errors = 0;
  const measure = async (
    name: string,
    target: Target,
    run: (onMeasuring: () => void) => Promise<Omit<Result, 'name'>>,
  ) => {
    if (options.only.length > 0 && !options.only.some((word) => name.includes(word))) return;
    await observer.resetStatements();
    let before = readCpuTime(server.pid, postmaster);
    const result = await run(() => {
      before = readCpuTime(server.pid, postmaster);
    });
    const after = readCpuTime(server.pid, postmaster);
    const since = (from: number | null, to: number | null) =>
      from === null || to === null ? null : to - from;
    console.log(
      reportLine({
        name,
        ...result,
        target,
        cpu: {
          serverMs: since(before.serverMs, after.serverMs),
          databaseMs: since(before.databaseMs, after.databaseMs),
        },
        memoryMb: memoryMb(server.pid),
        loadAverage: loadavg()[0] ?? 0,
      }),
    );
    if (options.hasStatements)
      for (const line of await observer.topStatements(12)) console.log(line);
    errors += result.errors;
  };

  const headers = await signIn(config, company);
  for (const { name, audience, target, connectionsMax, requests } of MEASUREMENTS) {
    const load = { port: server.port, headers: headers[audience], requests: requests(sample) };
    const connections = Math.min(options.connections, connectionsMax ?? options.connections);
    await measure(name, target, (onMeasuring) =>
      measureHttp(load, { connections, seconds: options.seconds }, onMeasuring),
    );
  }
  const keys = await prepareDevices(house.ownerUrl, company, DEVICES);
  await measure('reports of agents', REPORTS_TARGET, () =>
    measureReports({ port: server.port, host: config.consoleHost, keys }, options),
  );
  await measure(MAIL_NAME, MAIL_TARGET, () =>
    measureMail(
      {
        port: config.mailIn.port,
        mails: makeMails(house.platform, company, sample, options.seconds * 100),
        readProgress: () => observer.mailProgress(company.tenantId),
      },
      options,
    ),
  );
  return errors;
}
