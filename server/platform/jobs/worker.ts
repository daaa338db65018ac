import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Job, ScheduledJob } from './job.ts';
import { type StaleLockSweeper, startStaleLockSweeper } from './stale-locks.ts';

export interface Worker {
  /** Lets running jobs end (at most ten seconds) and takes no new ones. */
  stop(): Promise<void>;
  isRunning(): boolean;
}

const Payload = z.looseObject({ tenantId: z.number().int() });

/** Runs the queue in this process; comes back by itself when the database was gone. */
export async function startWorker(options: {
  ownerUrl: string;
  // biome-ignore lint/suspicious/noExplicitAny: the list holds jobs of every payload
  jobs: readonly Job<any>[];
  scheduled: readonly ScheduledJob[];
  platform: Platform;
  concurrency?: number;
}): Promise<Worker> {
  const { platform, ownerUrl } = options;
  const log = platform.log.child({ room: 'jobs' });
  let runner: Runner | null = null;
  let sweeper: StaleLockSweeper | null = null;
  let isStopped = false;

  async function start(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    const poolId = new Promise<string>((resolve) => {
      events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
    });
    const started = await run({
      connectionString: ownerUrl,
      concurrency: options.concurrency ?? 6,
      maxPoolSize: 8,
      pollInterval: 2_000,
      preset: {
        worker: {
          // In batches, because then the queue itself tries again (for minutes) when PostgreSQL is
          // away just as a job ends; one by one it would forget the job locked, for hours.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
      noHandleSignals: true,
      events,
      logger: workerLogger(log),
      taskList: taskList(options.jobs, options.scheduled, platform, log),
      parsedCronItems: parseCronItems(
        options.scheduled.map(({ name, schedule }) => ({ task: name, match: schedule })),
      ),
    });
    let isOver = false;
    const end = (error?: unknown) => {
      if (isOver || isStopped) return;
      isOver = true;
      log.error({ err: error }, 'the job queue stopped');
      restart(started);
    };
    // When PostgreSQL goes away, the queue begins to shut down and may wait for itself for ever.
    events.on('pool:fatalError', ({ error }) => end(error));
    events.on('worker:fatalError', ({ error }) => end(error));
    events.on('pool:gracefulShutdown', () => end());
    started.promise.then(() => end(), end);
    try {
      sweeper = await startStaleLockSweeper(ownerUrl, await poolId, log);
    } catch (error) {
      isOver = true;
      abandon(started);
      throw error;
    }
    runner = started;
  }

  /** Its jobs are freed with its advisory lock; whatever still runs of them may run twice. */
  function abandon(ended: Runner): void {
    ended.stop().catch(() => undefined);
  }

  async function restart(ended: Runner): Promise<void> {
    runner = null;
    abandon(ended);
    await sweeper?.stop().catch(() => undefined);
    sweeper = null;
    while (!isStopped && !runner) {
      await sleep(1_000);
      await start().catch((error) => log.warn({ err: error }, 'the job queue cannot start yet'));
    }
  }

  await start();
  return {
    isRunning: () => runner !== null,
    async stop() {
      isStopped = true;
      await runner?.stop().catch(() => undefined);
      await sweeper?.stop().catch(() => undefined);
    },
  };
}

function taskList(
  // biome-ignore lint/suspicious/noExplicitAny: the list holds jobs of every payload
  jobs: readonly Job<any>[],
  scheduled: readonly ScheduledJob[],
  platform: Platform,
  log: Log,
) {
  const tasks: Record<string, (payload: unknown, helpers: TaskFacts) => Promise<void>> = {};
  for (const job of jobs) {
    tasks[job.name] = async (raw, { job: { id, attempts, max_attempts }, abortSignal }) => {
      const { tenantId } = Payload.parse(raw);
      await job.run({
        platform,
        tenantId,
        payload: job.payload.parse(raw),
        attempt: attempts,
        isLastAttempt: attempts >= max_attempts,
        log: log.child({ job: job.name, jobId: id, tenantId }),
        signal: abortSignal,
      });
    };
  }
  for (const job of scheduled) {
    tasks[job.name] = (_none, { abortSignal: signal }) =>
      job.run({ platform, log: log.child({ job: job.name }), signal });
  }
  return tasks;
}

interface TaskFacts {
  job: TaskJob;
  abortSignal: AbortSignal;
}

interface TaskJob {
  id: string;
  attempts: number;
  max_attempts: number;
}

/** The queue's own chatter stays at debug; payloads are never logged (they may hold addresses). */
function workerLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.trace(message);
  });
}
