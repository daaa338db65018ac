import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { systemActor } from '../actor.ts';
import { defineJob, enqueue } from './job.ts';
import { startWorker, type Worker } from './worker.ts';

let server: TestServer;
let worker: Worker;
const done: { tenantId: number; word: string }[] = [];
const record = defineJob({
  name: 'test.record',
  payload: z.object({ word: z.string() }),
  async run({ tenantId, payload }) {
    done.push({ tenantId, word: payload.word });
  },
});

beforeAll(async () => {
  server = await startTestServer();
  worker = await startWorker({
    ownerUrl: server.database.ownerUrl,
    jobs: [record],
    scheduled: [],
    platform: server.platform,
  });
});
afterAll(async () => {
  await worker.stop();
  await server.close();
});

async function until(isDone: () => boolean, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isDone() && Date.now() < end) await sleep(50);
  expect(isDone()).toBe(true);
}

test('a job runs if, and only if, its transaction commits, for the tenant that queued it', async () => {
  const actor = systemActor('test');
  const { db } = server.platform;
  await db
    .withTenant({ tenantId: 5, actor }, async (tx) => {
      await enqueue(tx, record, { word: 'never' });
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await db.withTenant({ tenantId: 5, actor }, (tx) =>
    // A payload cannot name another tenant: the one that is set wins.
    enqueue(tx, record, { word: 'once', tenantId: 6 } as { word: string }),
  );
  await until(() => done.length > 0, 5_000);
  await sleep(200);
  expect(done).toEqual([{ tenantId: 5, word: 'once' }]);
});

test('the jobs of a worker that was killed are taken up within a minute', {
  timeout: 60_000,
}, async () => {
  const owner = new pg.Client({ connectionString: server.database.ownerUrl });
  await owner.connect();
  // What a kill -9 leaves behind: a job that is locked by a pool that no connection stands for.
  await owner.query(
    `select graphile_worker.add_job('test.record', '{"tenantId": 5, "word": "orphan"}', run_at := now() + interval '1 hour')`,
  );
  await owner.query(
    `update graphile_worker._private_jobs set run_at = now(), locked_at = now() - interval '11 seconds', locked_by = 'pool-gone'
     where payload->>'word' = 'orphan'`,
  );
  await until(() => done.some(({ word }) => word === 'orphan'), 45_000);
  await owner.end();
});
