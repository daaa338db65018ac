import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { runDueChecks } from './run-due-checks.ts';

/** Dead hosts hold up nobody but each other. They wait for as long as the test lasts. */
let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let web: Server;
let base: string;
let waiting = 0;
beforeAll(async () => {
  server = await startTestServer({ CHECK_ALLOW_NETS: '127.0.0.1' });
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  web = createServer((request, answer) => {
    if (request.url !== '/dead') return answer.end('fine');
    waiting++;
    return answer.on('close', () => waiting--);
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  web.closeAllConnections();
  web.close();
  await server.close();
});
beforeEach(async () => {
  await server.rows('delete from device_checks');
});

/** Checks that are due for so long, with how long the last run took. */
async function addDue(
  tenant: TestTenant,
  path: string,
  count: number,
  { dueSeconds = 60, lastMs = null as number | null } = {},
): Promise<void> {
  const customerId = await tenant.customer();
  const device = { customerId, name: 'Device' };
  const { body } = await tenant.admin.post('/api/v1/checked-devices', device);
  await server.rows(
    `insert into device_checks (tenant_id, device_id, kind, name, url, every_minutes,
       failures_until_alert, severity, next_at, response_ms)
     select $1, $2, 'http', '', $3, 60, 2, 'warning', now() - make_interval(secs => $4), $5
     from generate_series(1, $6)`,
    [tenant.tenantId, body.id, base + path, dueSeconds, lastMs, count],
  );
}
const fineOf = async (tenant: TestTenant) =>
  (
    await server.rows(`select from device_checks where tenant_id = $1 and outcome = 'fine'`, [
      tenant.tenantId,
    ])
  ).length;
let stop = new AbortController();
let work: Promise<void> = Promise.resolve();
const begin = () => {
  stop = new AbortController();
  work = runDueChecks(server.platform, { log: server.platform.log, signal: stop.signal });
};
afterEach(async () => {
  stop.abort();
  await work;
  await until(async () => waiting === 0);
});
/** Before the first dead one is given up. */
const SOON_MS = 8_000;

test('those of one company leave places to the others', async () => {
  await addDue(acme, '/dead', 200, { dueSeconds: 120 });
  await addDue(other, '/', 20);
  begin();
  const begunAt = Date.now();
  await until(async () => (await fineOf(other)) === 20);
  expect(Date.now() - begunAt).toBeLessThan(SOON_MS);
  expect(waiting).toBeGreaterThan(30);
  expect(waiting).toBeLessThan(100);
});

test('those that were slow the last time leave places to the rest of their company', async () => {
  await addDue(acme, '/dead', 200, { dueSeconds: 120, lastMs: 10_000 });
  await addDue(acme, '/', 20);
  begin();
  const begunAt = Date.now();
  await until(async () => (await fineOf(acme)) === 20);
  expect(Date.now() - begunAt).toBeLessThan(SOON_MS);
  expect(waiting).toBeGreaterThan(50);
});
