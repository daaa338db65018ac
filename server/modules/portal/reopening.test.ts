import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let jane: TestContact;
let boss: TestContact;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  const customerId = await acme.customer('Globex');
  jane = await acme.contact({ customerId });
  boss = await acme.contact({ customerId, isMainContact: true });
  const { version } = (await acme.admin.get('/api/v1/settings')).body;
  await acme.admin.patch('/api/v1/settings', { version, reopenClosedWithinDays: 3 });
});
afterAll(() => server?.close());

async function closed(daysAgo: number): Promise<number> {
  const { body } = await jane.post('/portal/v1/tickets', { subject: 'Printer', html: '<p>x</p>' });
  await jane.put(`/portal/v1/tickets/${body.number}/closure`);
  await server.rows('update tickets set closed_at = $1 where number = $2', [
    new Date(Date.now() - daysAgo * 86_400_000),
    body.number,
  ]);
  return body.number;
}
const page = async (number: number) => (await jane.get(`/portal/v1/tickets/${number}`)).body;

it('within its days a closed ticket is opened again, by button and by writing', async () => {
  const number = await closed(2);
  expect(await page(number)).toMatchObject({ status: 'closed', isOver: false });
  expect((await jane.delete(`/portal/v1/tickets/${number}/closure`)).body.status).toBe('open');
  const another = await closed(2);
  const path = `/portal/v1/tickets/${another}/messages`;
  const answer = await jane.post(path, { html: '<p>Again</p>' });
  expect(answer.body.ticketNumber).toBe(another);
  expect((await page(another)).status).toBe('open');
});

it('later it stays closed, and what is written opens a ticket that names it', async () => {
  const number = await closed(4);
  expect(await page(number)).toMatchObject({ status: 'closed', isOver: true });
  const refused = await jane.delete(`/portal/v1/tickets/${number}/closure`);
  expect(refused).toMatchObject({ status: 409, body: { code: 'ticketIsOver' } });
  const path = `/portal/v1/tickets/${number}/messages`;
  const answer = await jane.post(path, { html: '<p>Again</p>' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  const next = answer.body.ticketNumber;
  expect(next).not.toBe(number);
  expect(await page(number)).toMatchObject({ status: 'closed' });
  expect(await page(next)).toMatchObject({
    subject: 'Printer',
    status: 'open',
    followsNumber: number,
    isOwn: true,
  });
  const seen = (await acme.admin.get(`/api/v1/tickets/${next}`)).body;
  expect(seen).toMatchObject({ followsNumber: number });
});

it('what a main contact writes on a colleague’s is still the colleague’s', async () => {
  const number = await closed(4);
  const path = `/portal/v1/tickets/${number}/messages`;
  const key = 'a-form-of-its-own-1';
  const answer = await boss.post(path, { html: '<p>Again</p>', key });
  expect((await page(answer.body.ticketNumber)).isOwn).toBe(true);
  // A click too many opens no second one.
  const twice = await boss.post(path, { html: '<p>Again</p>', key });
  expect(twice.body.ticketNumber).toBe(answer.body.ticketNumber);
});
