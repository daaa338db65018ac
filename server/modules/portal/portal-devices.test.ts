import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolMachine, type TestMachine } from '../../../tests/support/machine.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

const ABSENT = 999_999_999;

let server: TestServer;
let acme: TestTenant;
let customerId: number;
let elsewhereId: number;
let user: TestContact;
let colleague: TestContact;
let main: TestContact;
let used: TestMachine;
let unused: TestMachine;
let anvil: TestMachine;
let foreign: TestMachine;

const showDevices = async (showsDevices: boolean, tenant = acme) => {
  const { body: settings } = await tenant.admin.get('/api/v1/portal-settings');
  await tenant.admin.patch('/api/v1/portal-settings', { version: settings.version, showsDevices });
};
const list = async (contact: TestContact, query = '') =>
  (await contact.get(`/portal/v1/devices${query}`)).body.items;
const namesFor = async (contact: TestContact, query = '') =>
  (await list(contact, query)).map(({ name }: { name: string }) => name);
const openAbout = (contact: TestContact, deviceId: unknown, key?: string) =>
  contact.post('/portal/v1/tickets', {
    subject: 'It is slow',
    html: '<p>Very.</p>',
    deviceId,
    key,
  });
const link = (device: TestMachine, contact: TestContact) =>
  acme.admin.put(`/api/v1/devices/${device.deviceId}/contacts/${contact.contactId}`);
const unlink = (device: TestMachine, contact: TestContact) =>
  acme.admin.delete(`/api/v1/devices/${device.deviceId}/contacts/${contact.contactId}`);
const changeContact = async (contact: TestContact, changes: object) => {
  const { body } = await acme.admin.get(`/api/v1/contacts/${contact.contactId}`);
  const path = `/api/v1/contacts/${contact.contactId}`;
  const answer = await acme.admin.patch(path, { version: body.version, ...changes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const changeDevice = async (device: TestMachine, changes: object) => {
  const { body } = await acme.admin.get(`/api/v1/devices/${device.deviceId}`);
  const path = `/api/v1/devices/${device.deviceId}`;
  const answer = await acme.admin.patch(path, { version: body.version, ...changes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const withoutId = ({ status, body }: { status: number; body: object }) => ({
  status,
  body: { ...body, requestId: '' },
});

/** In every way in which a device can be named, it is as if there were none. */
async function expectNotThere(contact: TestContact, { deviceId }: TestMachine): Promise<void> {
  const pages = [deviceId, ABSENT].map((id) => contact.get(`/portal/v1/devices/${id}`));
  const lists = [deviceId, ABSENT].map((id) => contact.get(`/portal/v1/tickets?deviceId=${id}`));
  const opened = [deviceId, ABSENT].map((id) => openAbout(contact, id));
  for (const [pair, status] of [
    [pages, 404],
    [lists, 404],
    [opened, 400],
  ] as const) {
    const [real, absent] = await Promise.all(pair);
    expect(real?.status).toBe(status);
    expect(withoutId(real!)).toEqual(withoutId(absent!));
  }
  const ids = (await list(contact)).map(({ id }: { id: number }) => id);
  expect(ids).not.toContain(deviceId);
}

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  const other = await makeTenant(server, { company: 'Other' });
  customerId = await acme.customer('Bakery');
  elsewhereId = await acme.customer('Forge');
  user = await acme.contact({ customerId });
  colleague = await acme.contact({ customerId });
  main = await acme.contact({ customerId, isMainContact: true });
  used = await enrolMachine(server, acme, { customerId, hostname: 'till-1' });
  unused = await enrolMachine(server, acme, { customerId, hostname: 'oven-1' });
  anvil = await enrolMachine(server, acme, { customerId: elsewhereId, hostname: 'anvil-1' });
  foreign = await enrolMachine(server, other, {
    customerId: await other.customer('Theirs'),
    hostname: 'secret',
  });
  await link(used, user);
  await showDevices(true);
  await showDevices(true, other);
});
afterAll(() => server.close());

describe('devices in the portal', () => {
  it('are those that one works with, and for a main contact the customer’s', async () => {
    expect(await namesFor(user)).toEqual(['till-1']);
    expect(await namesFor(main)).toEqual(['oven-1', 'till-1']);
    expect(await namesFor(colleague)).toEqual([]);
    const nobodys = await acme.contact({ customerId: null });
    expect(await namesFor(nobodys)).toEqual([]);
  });

  it('can have a ticket opened about them, which names them and counts', async () => {
    const opened = await openAbout(user, used.deviceId);
    expect(opened.status).toBe(201);
    expect(opened.body.device).toEqual({ id: used.deviceId, name: 'till-1' });
    expect((await list(user))[0].openTicketCount).toBe(1);
    const page = await user.get(`/portal/v1/devices/${used.deviceId}`);
    expect(page.body).toMatchObject({ name: 'till-1', openTicketCount: 1 });
    const about = await user.get(`/portal/v1/tickets?deviceId=${used.deviceId}`);
    expect(about.body.items.map(({ number }: { number: number }) => number)).toEqual([
      opened.body.number,
    ]);
    const { body } = await acme.admin.get(`/api/v1/tickets/${opened.body.number}`);
    expect(body.device).toEqual({ id: used.deviceId, name: 'till-1' });
    await user.put(`/portal/v1/tickets/${opened.body.number}/closure`);
    expect((await list(user))[0].openTicketCount).toBe(0);
  });

  it('count tickets of colleagues for main contacts only', async () => {
    const { body } = await openAbout(main, used.deviceId);
    expect((await list(user))[0].openTicketCount).toBe(0);
    expect((await list(main, '?search=till'))[0].openTicketCount).toBe(1);
    const about = await user.get(`/portal/v1/tickets?deviceId=${used.deviceId}&status=open`);
    expect(about.body.items).toEqual([]);
    await main.put(`/portal/v1/tickets/${body.number}/closure`);
  });

  it('tell nothing that only the support is to know', async () => {
    await used.report({ loggedInUser: 'ZANZIBAR\\jo' });
    await acme.admin.post('/api/v1/alerts', { title: 'Zanzibar burns', deviceId: used.deviceId });
    await changeDevice(used, { notes: 'Zanzibar owes us money' });
    for (const path of ['/portal/v1/devices', `/portal/v1/devices/${used.deviceId}`]) {
      const answer = await main.get(path);
      const fields = ['id', 'lastSeenAt', 'name', 'openTicketCount', 'os', 'state', 'type'];
      for (const device of answer.body.items ?? [answer.body])
        expect(Object.keys(device).sort()).toEqual(fields);
      expect(answer.raw.toString()).not.toMatch(/zanzibar|127\.0\.0\.1/i);
    }
  });

  it('are found by name and system, and by nothing that is not shown', async () => {
    expect(await namesFor(main, '?search=TILL')).toEqual(['till-1']);
    expect(await namesFor(main, '?search=debian+oven')).toEqual(['oven-1']);
    for (const hidden of ['zanzibar', 'bakery', 'anvil', '%', '_'])
      expect(await namesFor(main, `?search=${encodeURIComponent(hidden)}`), hidden).toEqual([]);
    // The technicians' own search finds them by who is signed in.
    const { body } = await acme.admin.get('/api/v1/devices?search=zanzibar');
    expect(body.items).toHaveLength(1);
  });

  it('are found however many there are', async () => {
    const rows = `insert into devices (tenant_id, customer_id, source, name, type)
      select $1, $2, 'agent', 'desk-' || lpad(n::text, 4, '0'), 'laptop' from generate_series(1, 1200) n`;
    const hall = await acme.customer('Hall');
    await server.rows(rows, [acme.tenantId, hall]);
    const boss = await acme.contact({ customerId: hall, isMainContact: true });
    const [found] = await list(boss, '?limit=20&search=desk-1199');
    expect(found.name).toBe('desk-1199');
    expect((await openAbout(boss, found.id)).body.device.name).toBe('desk-1199');
    const seen = new Set<string>();
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 20; pages++) {
      const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await boss.get(`/portal/v1/devices?limit=100${query}`);
      for (const { name } of body.items) seen.add(name);
      cursor = body.nextCursor;
    }
    expect(seen.size).toBe(1200);
  });

  it('are refused where the address or the field is nonsense', async () => {
    expect((await user.get('/portal/v1/devices/abc')).status).toBe(400);
    for (const nonsense of ['abc', 0, -1, 1.5, null, [used.deviceId], 2 ** 60])
      expect((await openAbout(user, nonsense)).status, String(nonsense)).toBe(400);
    expect((await user.get('/portal/v1/devices?cursor=nonsense')).status).toBe(400);
  });
});

describe('a device that is not to be seen is as one that does not exist', () => {
  it('a colleague’s, another customer’s, another company’s', async () => {
    for (const device of [unused, anvil, foreign]) await expectNotThere(user, device);
    for (const device of [anvil, foreign]) await expectNotThere(main, device);
    await expectNotThere(colleague, used);
  });

  it('an archived one, until it is back', async () => {
    const path = `/api/v1/devices/${used.deviceId}/archive`;
    const { body } = await openAbout(user, used.deviceId);
    await acme.admin.put(path);
    await expectNotThere(user, used);
    await expectNotThere(main, used);
    // What it was about stays readable, but leads nowhere.
    const ticket = await user.get(`/portal/v1/tickets/${body.number}`);
    expect(ticket.body.device).toEqual({ id: null, name: 'till-1' });
    await acme.admin.delete(path);
    expect(await namesFor(user)).toEqual(['till-1']);
    await user.put(`/portal/v1/tickets/${body.number}/closure`);
  });

  it('one that was taken from the contact', async () => {
    await link(unused, user);
    expect(await namesFor(user)).toEqual(['oven-1', 'till-1']);
    await unlink(unused, user);
    await expectNotThere(user, unused);
  });

  it('all of the customer’s, once somebody is no main contact any more', async () => {
    await changeContact(main, { isMainContact: false });
    await expectNotThere(main, used);
    await changeContact(main, { isMainContact: true });
    expect(await namesFor(main)).toEqual(['oven-1', 'till-1']);
  });

  it('one that moved to another customer, whose name for it stays theirs', async () => {
    await link(unused, user);
    const { body } = await openAbout(user, unused.deviceId);
    await changeDevice(unused, { customerId: elsewhereId, name: 'Zanzibar' });
    await expectNotThere(user, unused);
    await expectNotThere(main, unused);
    const ticket = await user.get(`/portal/v1/tickets/${body.number}`);
    expect(ticket.body.device).toBeNull();
    const limited = await acme.technicianWith(['tickets.view', 'devices.view'], [customerId]);
    const theirs = await limited.get(`/api/v1/tickets/${body.number}`);
    expect(theirs.status).toBe(200);
    expect(theirs.raw.toString()).not.toContain('Zanzibar');
    // Nor do technicians of the new customer read who worked with it before.
    const { body: moved } = await acme.admin.get(`/api/v1/devices/${unused.deviceId}`);
    expect(moved.contacts).toEqual([]);
    await changeDevice(unused, { customerId, name: 'oven-1' });
    await unlink(unused, user);
  });

  it('one of the customer that the contact has left', async () => {
    const leaver = await acme.contact({ customerId });
    await link(used, leaver);
    expect(await namesFor(leaver)).toEqual(['till-1']);
    await changeContact(leaver, { customerId: elsewhereId });
    await expectNotThere(leaver, used);
    expect(await namesFor(leaver)).toEqual([]);
  });

  it('any, where the company does not show them, also for a form that was open', async () => {
    const { body } = await openAbout(user, used.deviceId, 'a-key-of-the-form-1234');
    await showDevices(false);
    for (const path of ['', `/${used.deviceId}`, `/${ABSENT}`]) {
      const answer = await user.get(`/portal/v1/devices${path}`);
      expect(answer.status, path).toBe(403);
      expect(answer.body.code).toBe('devicesNotShown');
    }
    const [real, absent] = [await openAbout(user, used.deviceId), await openAbout(user, ABSENT)];
    expect(real.status).toBe(400);
    expect(withoutId(real)).toEqual(withoutId(absent));
    expect((await user.get(`/portal/v1/tickets/${body.number}`)).body.device).toBeNull();
    // What was sent before, and is sent again because the answer was lost, is no second ticket.
    const again = await openAbout(user, used.deviceId, 'a-key-of-the-form-1234');
    expect(again.body.number).toBe(body.number);
    await showDevices(true);
  });
});
