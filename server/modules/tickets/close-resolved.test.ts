import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { closeResolvedTickets } from './close-resolved.jobs.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
afterAll(() => server?.close());

async function resolved(tenant: TestTenant, daysAgo: number): Promise<number> {
  const { body } = await tenant.admin.post('/api/v1/tickets', { subject: 'x', html: '<p>x</p>' });
  const change = { version: body.version, status: 'resolved' };
  await tenant.admin.patch(`/api/v1/tickets/${body.number}`, change);
  await server.rows('update tickets set resolved_at = $1 where id = $2', [
    new Date(Date.now() - daysAgo * 86_400_000),
    body.id,
  ]);
  return body.number;
}
const statusOf = async (tenant: TestTenant, number: number) =>
  (await tenant.admin.get(`/api/v1/tickets/${number}`)).body.status;
const run = () => closeResolvedTickets.run({ platform: server.platform, log: server.platform.log });

it('closes what has been resolved for long enough, of companies that want that', async () => {
  const settings = (await acme.admin.get('/api/v1/settings')).body;
  const old = await Promise.all(Array.from({ length: 3 }, () => resolved(acme, 6)));
  const fresh = await resolved(acme, 4);
  const elsewhere = await resolved(other, 100);
  await run();
  expect(await statusOf(acme, old[0]!)).toBe('resolved');
  const wanted = { version: settings.version, closeResolvedAfterDays: 5 };
  expect((await acme.admin.patch('/api/v1/settings', wanted)).status).toBe(200);
  await run();
  await run();
  for (const number of old) expect(await statusOf(acme, number)).toBe('closed');
  expect(await statusOf(acme, fresh)).toBe('resolved');
  expect(await statusOf(other, elsewhere)).toBe('resolved');
  const [line] = (await acme.admin.get(`/api/v1/tickets/${old[0]}/history`)).body.items;
  expect(line).toMatchObject({ field: 'status', newValue: 'closed', actor: { kind: 'system' } });
});
