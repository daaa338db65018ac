import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEventSource } from '../tests/support/event-source.ts';
import type { HttpClient } from '../tests/support/http-client.ts';
import { type SecondProcess, startSecondProcess } from '../tests/support/second-process.ts';
import { makeTenant, signInAs, TEST_PASSWORD, type TestTenant } from '../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../tests/support/test-server.ts';
import { setUpApp, takeFirstStep, takeSecondStep } from '../tests/support/two-factor.ts';

/** Nothing that matters lives in a process's memory: two of them on one database are one Portico. */

let server: TestServer;
let second: SecondProcess;
let acme: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  second = await startSecondProcess(server);
}, 60_000);
afterAll(async () => {
  await second?.stop();
  await server.close();
});

const EVENTS = '/api/v1/events';

test('a session made by one works at the other', async () => {
  const there = second.at(acme.admin);
  expect((await there.get('/api/v1/session')).body.technician.id).toBe(acme.adminId);
  const elsewhere = second.at(server.console());
  await elsewhere.post('/api/v1/session', { email: acme.adminEmail, password: TEST_PASSWORD });
  const here = server.console();
  for (const [name, value] of elsewhere.cookies) here.cookies.set(name, value);
  expect((await here.get('/api/v1/session')).status).toBe(200);
});

test('signing out at one ends the session and its stream at the other', async () => {
  const browser = await signInAs(server, acme.adminEmail);
  const there = second.at(browser);
  const stream = await openEventSource(there, EVENTS);
  expect(stream.status).toBe(200);
  expect((await there.get('/api/v1/session')).status).toBe(200);
  await browser.delete('/api/v1/session');
  await stream.next(({ name }) => name === 'signedOut');
  await stream.ended;
  expect((await there.get('/api/v1/session')).status).toBe(401);
});

test('disabling, a new role and a new password end streams within five seconds, and no others', async () => {
  const bystander = await openEventSource(acme.admin, EVENTS);
  const { items: roles } = (await acme.admin.get('/api/v1/roles')).body;
  const adminRole = roles.find((role: { builtIn: string }) => role.builtIn === 'admin').id;
  const deeds = [
    (id: number) => acme.admin.put(`/api/v1/technicians/${id}/disablement`),
    (id: number) => acme.admin.patch(`/api/v1/technicians/${id}`, { roleId: adminRole }),
  ];
  for (const deed of deeds) {
    const technician = await acme.technician();
    const stream = await openEventSource(second.at(technician), EVENTS);
    await deed(technician.technicianId);
    await stream.next(({ name }) => name === 'signedOut', 5_000);
    await stream.ended;
  }
  const contact = await acme.contact();
  const elsewhere = acme.portal();
  await elsewhere.post('/portal/v1/session', {
    username: contact.username,
    password: TEST_PASSWORD,
  });
  const stream = await openEventSource(second.at(elsewhere), '/portal/v1/events');
  expect(stream.status).toBe(200);
  const own = await openEventSource(contact, '/portal/v1/events');
  await contact.put('/portal/v1/password', {
    currentPassword: TEST_PASSWORD,
    newPassword: 'Other-Harbour-43!',
  });
  await stream.next(({ name }) => name === 'signedOut', 5_000);
  await stream.ended;
  expect(own.received.map(({ name }) => name)).not.toContain('signedOut');
  expect(bystander.received.map(({ name }) => name)).not.toContain('signedOut');
  own.close();
  bystander.close();
}, 30_000);

test('what happens at one is heard at the other, by the same company only', async () => {
  const other = await makeTenant(server, { company: 'Other' });
  const mine = await openEventSource(second.at(acme.admin), EVENTS);
  const theirs = await openEventSource(second.at(other.admin), EVENTS);
  const added = await acme.admin.post('/api/v1/contacts', {
    customerId: null,
    email: 'heard@globex.test',
    firstName: 'H',
    lastName: 'Eard',
  });
  const event = await mine.next(({ data }) => data.kind === 'contact');
  expect(event).toEqual({ name: 'change', data: { kind: 'contact', id: added.body.id } });
  // A server that has just started tells that it may have missed something, and no more.
  expect(theirs.received.filter(({ name }) => name !== 'resync')).toEqual([]);
  mine.close();
  theirs.close();
});

test('a stream tells what the role shows, and from then on what a changed role shows', async () => {
  const technician = await acme.technicianWith(['tickets.view']);
  const { role } = (await technician.get('/api/v1/session')).body.technician;
  const stream = await openEventSource(second.at(technician), EVENTS);
  const everything = await openEventSource(acme.admin, EVENTS);
  const add = async (email: string) => {
    const person = { customerId: null, email, firstName: 'H', lastName: 'Eard' };
    return (await acme.admin.post('/api/v1/contacts', person)).body.id as number;
  };
  const first = await add('first@globex.test');
  await everything.next(({ data }) => data.id === first);
  await acme.admin.patch(`/api/v1/roles/${role.id}`, { permissions: ['contacts.view'] });
  await expect
    .poll(async () => {
      const id = await add(`later${Math.random()}@globex.test`);
      return stream.next(({ data }) => data.id === id, 300).catch(() => null);
    })
    .not.toBeNull();
  expect(stream.received.map(({ data }) => data.id)).not.toContain(first);
  stream.close();
  everything.close();
});

test('guesses at one and at the other are counted together', async () => {
  const { email } = await acme.technician();
  const guess = (browser = server.console()) =>
    browser.post('/api/v1/session', { email, password: 'Wrong-Password-1!' });
  const answers = await Promise.all(
    Array.from({ length: 14 }, (_, i) => guess(i % 2 ? second.at(server.console()) : undefined)),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
});

test('a sign-in that begins at one is finished at the other; wrong codes are counted together', async () => {
  const technician = await acme.technician();
  const app = await setUpApp(technician);
  const { browser } = await takeFirstStep(server, technician.email);
  const there = second.at(browser);
  const show = (at: HttpClient, code: string) => takeSecondStep(at, { factor: 'totp', code });
  for (const at of [browser, there, browser, there])
    expect((await show(at, '000000')).status).toBe(401);
  expect((await show(there, app.code())).status).toBe(200);
  const again = await takeFirstStep(server, technician.email);
  const [code = ''] = app.recoveryCodes;
  const answers = await Promise.all(
    [again.browser, second.at(again.browser)].map((at) =>
      takeSecondStep(at, { factor: 'recoveryCode', code }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
});

test('the stream is for who is signed in', async () => {
  const stream = await openEventSource(server.console(), EVENTS);
  expect(stream.status).toBe(401);
});
