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
}

/**
 * Work that a transaction causes and that happens after it. May run more than once (a crash after
 * the work and before the note of it), so it must be idempotent.
 */
export interface Job<Payload = unknown> {
  name: string;
  payload: z.ZodType<Payload>;
  maxAttempts: number;
  run(context: JobContext<Payload>): Promise<void>;
}

export function defineJob<Payload>(
  job: Omit<Job<Payload>, 'maxAttempts'> & { maxAttempts?: number },
): Job<Payload> {
  return { maxAttempts: 10, ...job };
}

/** Work for the installation as a whole at fixed times (crontab notation, UTC). */
export interface ScheduledJob {
  name: string;
  schedule: string;
  run(context: { platform: Platform; log: Log }): Promise<void>;
}

/** Queues the job in the transaction: it runs if, and only if, the transaction commits. */
export async function enqueue<Payload>(
  tx: TenantTx,
  job: Job<Payload>,
  payload: Payload,
  options: { queue?: string; runAt?: Date; key?: string } = {},
): Promise<void> {
  const { queue = null, runAt = null, key = null } = options;
  const json = JSON.stringify(payload);
  await sql`select enqueue_job(
    ${job.name}, ${json}::jsonb, ${queue}, ${runAt}, ${job.maxAttempts}, ${key})`.execute(tx);
}
