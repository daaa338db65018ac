import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { systemActor } from '../actor.ts';
import { clock } from '../clock.ts';
import { createEventHub, type LiveEvent, publish } from './event-hub.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function until(isDone: () => boolean, withinMs = 5_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isDone() && Date.now() < end) await sleep(20);
  expect(isDone()).toBe(true);
}

const publishAs = (tenantId: number, number: number, isFailing = false) =>
  server.platform.db.withTenant({ tenantId, actor: systemActor('test') }, async (tx) => {
    await publish(tx, { kind: 'ticket', ids: { number }, ofCustomers: [] });
    if (isFailing) throw new Error('rolled back');
  });

test('another process hears what was committed, of its tenant only', async () => {
  const hub = createEventHub(server.database.appUrl, server.platform.log);
  await hub.start();
  const heard: (LiveEvent | null)[] = [];
  hub.subscribe(1, (event) => heard.push(event));
  await publishAs(1, 10, true).catch(() => undefined);
  await publishAs(2, 20);
  await publishAs(1, 30);
  await until(() => heard.length > 0);
  await sleep(100);
  expect(heard).toEqual([{ tenantId: 1, kind: 'ticket', ids: { number: 30 }, ofCustomers: [] }]);
  await hub.stop();
});

test('after a lost connection it listens again and tells that events may be missing', async () => {
  const hub = createEventHub(server.database.appUrl, server.platform.log);
  await hub.start();
  const heard: (LiveEvent | null)[] = [];
  hub.subscribe(1, (event) => heard.push(event));
  const killer = new pg.Client({ connectionString: server.database.appUrl });
  await killer.connect();
  await killer.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'portico events' and datname = current_database()`,
  );
  await killer.end();
  await until(() => heard.includes(null));
  await publishAs(1, 40);
  await until(() => heard.some((event) => event?.ids.number === 40));
  await hub.stop();
});

test('who begins to listen is told what was heard in the seconds before, each once', async () => {
  const hub = createEventHub(server.database.appUrl, server.platform.log);
  const realNow = clock.now;
  const start = Date.now();
  const at = (seconds: number) => {
    clock.now = () => new Date(start + seconds * 1_000);
  };
  const told = () => {
    const heard: (LiveEvent | null)[] = [];
    hub.subscribeWithRecent(1, (event) => heard.push(event))();
    return heard.map((event) => event?.ids.number ?? null);
  };
  const heard: (LiveEvent | null)[] = [];
  hub.subscribe(2, (event) => heard.push(event));
  try {
    at(0);
    await hub.start();
    // What happened before it listened itself is not known: everything has to be asked for again.
    expect(told()).toEqual([null]);
    at(20);
    for (const number of [50, 51, 50]) await publishAs(1, number);
    await publishAs(2, 60);
    await until(() => heard.length === 1);
    at(30);
    expect(told()).toEqual([50, 51]);
    at(36);
    expect(told()).toEqual([]);
  } finally {
    clock.now = realNow;
    await hub.stop();
  }
});
