import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDns, proveMailDomain, type TestDns } from '../../../tests/support/dns.ts';
import { deliver, until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

/*
 * Whoever may add an address at any domain could take the mail of a neighbour on the installation,
 * and write in his name: see docs/decisions/0013.
 */

let server: TestServer;
let dns: TestDns;
let acme: TestTenant;
let rival: TestTenant;
const ADDRESS = 'support@acme-msp.test';

beforeAll(async () => {
  server = await startTestServer();
  dns = makeDns();
  server.platform.dns = dns.resolve;
  acme = await makeTenant(server, { company: 'Acme' });
});
afterAll(() => server.close());

const add = async (tenant: TestTenant, address: string) =>
  (await tenant.admin.post('/api/v1/mailboxes', { address })).body;
const of = async (tenant: TestTenant, address: string) =>
  (await tenant.admin.get('/api/v1/mailboxes')).body.items.find(
    (mailbox: { address: string }) => mailbox.address === address,
  );
const send = (to: string) =>
  deliver(server, { from: 'jane@globex.test', to }, `From: jane@globex.test\nTo: ${to}\n\nHello\n`);
const tenantOf = async () => {
  const [row] = await server.rows(
    'select tenant_id from inbound_messages order by id desc limit 1',
  );
  return row?.tenant_id;
};

it('a company that is alone on the installation proves nothing', async () => {
  expect(await add(acme, ADDRESS)).toMatchObject({ waitsForProof: false });
  expect((await send(ADDRESS)).code).toBe(250);
  expect(await tenantOf()).toBe(acme.tenantId);
  const { id } = await of(acme, ADDRESS);
  expect((await acme.admin.patch(`/api/v1/mailboxes/${id}`, { isFrom: true })).status).toBe(200);
});

it('among others an address waits: no mail, no sender, and nobody is in anybody’s way', async () => {
  rival = await makeTenant(server, { company: 'Rival' });
  const claimed = await add(rival, ADDRESS);
  expect(claimed).toMatchObject({ waitsForProof: true });
  const sales = await add(rival, 'sales@acme-msp.test');
  expect(sales).toMatchObject({ waitsForProof: true });
  const twice = await rival.admin.post('/api/v1/mailboxes', { address: ADDRESS });
  expect(twice.body.errors).toMatchObject([{ code: 'addressTaken' }]);
  expect((await send('sales@acme-msp.test')).code).toBe(550);
  expect((await send(ADDRESS)).code).toBe(250);
  expect(await tenantOf()).toBe(acme.tenantId);
  const from = await rival.admin.patch(`/api/v1/mailboxes/${sales.id}`, { isFrom: true });
  expect([from.status, from.body.code]).toEqual([409, 'mailboxWaits']);
});

it('the one who proves the domain has all its addresses; what was taken without proof ends', async () => {
  await proveMailDomain(server, rival, await of(rival, ADDRESS));
  expect(await of(rival, 'sales@acme-msp.test')).toMatchObject({ waitsForProof: false });
  for (const to of [ADDRESS, 'sales@acme-msp.test']) {
    expect((await send(to)).code).toBe(250);
    expect(await tenantOf()).toBe(rival.tenantId);
  }
  const lost = await until(async () => {
    const mailbox = await of(acme, ADDRESS);
    return mailbox.waitsForProof ? mailbox : undefined;
  }, 'word of the loss');
  expect(lost.isFrom).toBe(false);
  expect(await of(acme, 'acme@servicedesk.localhost')).toMatchObject({ isFrom: true });
});

it('and loses them to a newer proof when its own is gone', async () => {
  const next = await add(acme, 'next@acme-msp.test');
  const record = next.records.find(({ purpose }: { purpose: string }) => purpose === 'proof');
  const fresh = makeDns();
  fresh.add('TXT', record.host, record.value);
  server.platform.dns = fresh.resolve;
  await acme.admin.post(`/api/v1/mailboxes/${next.id}/proof-checks`);
  await until(
    async () => ((await of(acme, ADDRESS)).waitsForProof ? undefined : true),
    'the proof',
  );
  await until(
    async () => ((await of(rival, ADDRESS)).waitsForProof ? true : undefined),
    'the loss',
  );
  expect((await send(ADDRESS)).code).toBe(250);
  expect(await tenantOf()).toBe(acme.tenantId);
  expect((await send('sales@acme-msp.test')).code).toBe(550);
});
