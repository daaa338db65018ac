import { sql } from 'kysely';
import type { z } from 'zod';
import type { TenantTx } from '../db/tenant-tx.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform.ts';

export interface JobContext<Payload> {
  platform: Platform;
  tenantId: number;
  payload: Payload;
  /** 1 for the first try. */
  attempt: number;
  isLastAttempt: boolean;
  log: Log;
  /** The server stops: what takes long ends early. */
  signal: AbortSignal;
}

/** A job as those see it who cause it: what is to be done, and not how. */
export interface JobOrder<Payload = unknown> {
  name: string;
  payload: z.ZodType<Payload>;
  maxAttempts: number;
}

/**
 * Work that a transaction causes and that happens after it. May run more than once (a crash after
 * the work and before the note of it), so it must be idempotent.
 */
export interface Job<Payload = unknown> extends JobOrder<Payload> {
  run(context: JobContext<Payload>): Promise<void>;
}

const ATTEMPTS_MAX = 10;

export function defineJob<Payload>(
  job: Omit<Job<Payload>, 'maxAttempts'> & { maxAttempts?: number },
): Job<Payload> {
  return { maxAttempts: ATTEMPTS_MAX, ...job };
}

/**
 * Work that a module causes and another one, which stands above it, does: that one spreads the
 * order into its `defineJob` and adds how.
 */
export function orderJob<Payload>(
  order: Omit<JobOrder<Payload>, 'maxAttempts'>,
): JobOrder<Payload> {
  return { maxAttempts: ATTEMPTS_MAX, ...order };
}

/** Work for the installation as a whole at fixed times (crontab notation, UTC). */
export interface ScheduledJob {
  name: string;
  schedule: string;
  run(context: { platform: Platform; log: Log; signal?: AbortSignal }): Promise<void>;
}

/**
 * Queues the job in the transaction: it runs if, and only if, the transaction commits. Of several
 * with the same key that have not begun the last one runs; with `keepsTime` at the time that the
 * first was given.
 */
export async function enqueue<Payload>(
  tx: TenantTx,
  job: JobOrder<Payload>,
  payload: Payload,
  options: { queue?: string; runAt?: Date; key?: string; keepsTime?: boolean } = {},
): Promise<void> {
  const { queue = null, runAt = null, key = null, keepsTime = false } = options;
  const json = JSON.stringify(payload);
  await sql`select enqueue_job(
    ${job.name}, ${json}::jsonb, ${queue}, ${runAt}, ${job.maxAttempts}, ${key},
    ${keepsTime})`.execute(tx);
}
