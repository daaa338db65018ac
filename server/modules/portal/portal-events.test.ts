import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let jane: TestContact;
let john: TestContact;
let boss: TestContact;
const closers: (() => void)[] = [];

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  const customerId = await acme.customer('Globex');
  jane = await acme.contact({ customerId });
  john = await acme.contact({ customerId });
  boss = await acme.contact({ customerId, isMainContact: true });
});
afterAll(async () => {
  for (const close of closers) close();
  await server.close();
});

/** Opens the contact's stream; what it has said so far grows in the array. */
async function listen(contact: TestContact): Promise<{ number: number }[]> {
  const heard: { number: number }[] = [];
  const cookie = [...contact.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { port } = contact;
  await new Promise<void>((resolve, reject) => {
    const headers = { host: contact.host, cookie };
    const outgoing = request(
      { host: '127.0.0.1', port, path: '/portal/v1/events', headers },
      (stream) => {
        expect(stream.statusCode).toBe(200);
        stream.setEncoding('utf8').on('data', (chunk: string) => {
          for (const [, data] of chunk.matchAll(/event: change\ndata: (.*)\n/g))
            heard.push(JSON.parse(data ?? ''));
        });
        resolve();
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
    closers.push(() =>
      outgoing
        .off('error', reject)
        .on('error', () => undefined)
        .destroy(),
    );
  });
  return heard;
}

const numbers = (heard: { number: number }[]) => [...new Set(heard.map(({ number }) => number))];

it('each hears of what it may see, and of notes nobody', async () => {
  const [byJane, byJohn, byBoss] = [await listen(jane), await listen(john), await listen(boss)];
  const opened = await jane.post('/portal/v1/tickets', { subject: 'x', html: '<p>x</p>' });
  const { number } = opened.body;
  for (let wait = 0; wait < 50 && byBoss.length === 0; wait++) await sleep(50);
  await sleep(200);
  expect(numbers(byJane)).toEqual([number]);
  expect(numbers(byBoss)).toEqual([number]);
  expect(byJohn).toEqual([]);

  const before = byJane.length;
  await acme.admin.post(`/api/v1/tickets/${number}/notes`, { html: '<p>secret</p>' });
  await sleep(300);
  expect(byJane).toHaveLength(before);

  // John is made a main contact while his stream is open.
  const { body } = await acme.admin.get(`/api/v1/contacts/${john.contactId}`);
  const change = { version: body.version, isMainContact: true };
  await acme.admin.patch(`/api/v1/contacts/${john.contactId}`, change);
  await sleep(300);
  await jane.post(`/portal/v1/tickets/${number}/messages`, { html: '<p>y</p>' });
  for (let wait = 0; wait < 50 && byJohn.length === 0; wait++) await sleep(50);
  expect(numbers(byJohn)).toEqual([number]);
});
