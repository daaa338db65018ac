import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import {
  makeTenant,
  TEST_PASSWORD,
  type TestContact,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let jane: TestContact;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  jane = await acme.contact({ firstName: 'Jane', lastName: 'Doe' });
});
afterAll(() => server.close());

async function elsewhere() {
  const device = acme.portal();
  const credentials = { username: jane.username, password: TEST_PASSWORD };
  expect((await device.post('/portal/v1/session', credentials)).status).toBe(200);
  return device;
}

test('200: where one is signed in; 204: out of one of them; out everywhere else', async () => {
  const [phone, tablet] = [await elsewhere(), await elsewhere()];
  const { items } = (await jane.get('/portal/v1/me/sessions')).body;
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({ isCurrent: true, ip: expect.any(String) });
  expect(JSON.stringify(items)).not.toMatch(/token|hash/i);
  const phones = (await phone.get('/portal/v1/me/sessions')).body.items[0].id;
  expect((await jane.delete(`/portal/v1/me/sessions/${phones}`)).status).toBe(204);
  expect((await phone.get('/portal/v1/session')).status).toBe(401);
  expect((await tablet.get('/portal/v1/session')).status).toBe(200);
  expect((await jane.delete('/portal/v1/me/sessions')).body).toEqual({ ended: 1 });
  expect((await tablet.get('/portal/v1/session')).status).toBe(401);
  expect((await jane.get('/portal/v1/session')).status).toBe(200);
});

test('404: somebody else’s session, a technician’s too', async () => {
  const john = await acme.contact();
  const [his] = (await john.get('/portal/v1/me/sessions')).body.items;
  const [admins] = (await acme.admin.get('/api/v1/me/sessions')).body.items;
  for (const { id } of [his, admins])
    expect((await jane.delete(`/portal/v1/me/sessions/${id}`)).status).toBe(404);
  expect((await john.get('/portal/v1/session')).status).toBe(200);
});

test('200: mails that are not wanted do not come, and a technician sees which', async () => {
  const open = (by: TestContact, subject: string) =>
    by.post('/portal/v1/tickets', { subject, html: '<p>x</p>' });
  const before = (await jane.get('/portal/v1/session')).body.mails;
  expect(Object.values(before)).not.toContain(false);
  const answer = await jane.patch('/portal/v1/me', { mails: { ticketConfirmation: false } });
  expect(answer.body.mails).toEqual({ ...before, ticketConfirmation: false });
  const contact = await acme.admin.get(`/api/v1/contacts/${jane.contactId}`);
  expect(contact.body.unwantedMails).toEqual(['ticketConfirmation']);
  await open(jane, 'Quiet');
  await open(await acme.contact(), 'Loud');
  await waitForMail(server, ({ subject }) => subject?.includes('Loud') ?? false);
  const subjects = (await readOutbox(server)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject?.includes('Quiet'))).toEqual([]);
  for (const mails of [{ nonsense: true }, { ticketConfirmation: 'no' }, 'all'])
    expect((await jane.patch('/portal/v1/me', { mails })).status).toBe(400);
});
