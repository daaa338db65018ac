import type { FastifyInstance } from 'fastify';
import { startMailListener } from '#modules/mailroom/index.ts';
import { openSetupLink } from '#modules/setup/index.ts';
import type { Config } from '#platform/config.ts';
import { createServer } from '#platform/http/server.ts';
import { startWorker, type Worker } from '#platform/jobs/worker.ts';
import type { Log } from '#platform/log.ts';
import { guard, routes, writePage } from './api.ts';
import { type House, openHouse } from './boot.ts';
import { jobs, scheduledJobs } from './worker.ts';

export interface RunningServer {
  house: House;
  app: FastifyInstance;
  close(): Promise<void>;
}

/** Starts everything that one process of Portico is: database, HTTP, jobs, mail in. */
export async function serve(config: Config, log: Log): Promise<RunningServer> {
  const house = await openHouse(config, log, (step) => log.info(step));
  const entrances: (() => Promise<unknown>)[] = [];
  const close = async () => {
    // Side by side, because each may have to wait for what is under way.
    await Promise.all(entrances.map((end) => end()));
    await house.close();
  };
  try {
    const { platform, ownerUrl } = house;
    let worker: Worker | null = null;
    let isUp = false;
    const app = await createServer({
      platform,
      guard,
      routes,
      writePage,
      isReady: async () => isUp && (worker?.isRunning() ?? false) && (await platform.db.isReady()),
    });
    entrances.push(() => app.close());
    await app.listen({ port: config.port, host: listenHost(config) });
    worker = await startWorker({ ownerUrl, jobs, scheduled: scheduledJobs, platform });
    entrances.push(async () => worker?.stop());
    const mail = await startMailListener(platform);
    entrances.push(async () => mail?.close());
    // The last step that may fail: from here on the loss of the database is waited out.
    const setupLink = await openSetupLink(platform);
    isUp = true;
    log.info(`Portico is ready: ${config.baseUrl}`);
    // A warning, so that it is seen with quieter logs, too: nobody can sign in before.
    if (setupLink) log.warn(`Set up your company here (the link works once): ${setupLink}`);
    return { house, app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An installation on localhost is not offered to the network; any other listens everywhere. */
function listenHost(config: Config): string {
  return /(^|\.)localhost$/.test(config.baseHost) ? 'localhost' : '0.0.0.0';
}
