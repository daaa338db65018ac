import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openEventSource, type TestEventSource } from '../../../tests/support/event-source.ts';
import { enrolMachine, type TestMachine } from '../../../tests/support/machine.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let customerId: number;
let elsewhereId: number;
let machine: TestMachine;
/** Who works with the machine, a colleague, a main contact of the customer, one of another customer. */
let people: Record<'user' | 'colleague' | 'main' | 'rival', TestContact>;
let streams: Record<keyof typeof people, TestEventSource>;

const showDevices = async (showsDevices: boolean) => {
  const { body: settings } = await acme.admin.get('/api/v1/portal-settings');
  await acme.admin.patch('/api/v1/portal-settings', { version: settings.version, showsDevices });
};
const patch = async (path: string, changes: object) => {
  const { body } = await acme.admin.get(path);
  const answer = await acme.admin.patch(path, { version: body.version, ...changes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const link = (contact: TestContact, method = 'PUT') =>
  acme.admin.send(method, `/api/v1/devices/${machine.deviceId}/contacts/${contact.contactId}`);
const deviceEvents = ({ received }: TestEventSource) =>
  received.filter(({ data }) => data.kind === 'device');

/** Who hears of devices while something happens; a ticket to each of them afterwards is heard by all. */
async function hearersOf(happen: () => Promise<unknown>): Promise<string[]> {
  const before = new Map(Object.values(streams).map((s) => [s, s.received.length]));
  await happen();
  for (const contact of Object.values(people))
    await contact.post('/portal/v1/tickets', { subject: 'Over', html: '<p>x</p>' });
  const heard = (stream: TestEventSource) => stream.received.slice(before.get(stream));
  for (const stream of Object.values(streams))
    for (let wait = 0; wait < 100; wait++) {
      if (heard(stream).some(({ data }) => data.kind === 'ticket')) break;
      await sleep(50);
    }
  return Object.entries(streams)
    .filter(([, stream]) => heard(stream).some(({ data }) => data.kind === 'device'))
    .map(([name]) => name);
}

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  customerId = await acme.customer('Bakery');
  elsewhereId = await acme.customer('Forge');
  machine = await enrolMachine(server, acme, { customerId, hostname: 'till-1' });
  people = {
    user: await acme.contact({ customerId }),
    colleague: await acme.contact({ customerId }),
    main: await acme.contact({ customerId, isMainContact: true }),
    rival: await acme.contact({ customerId: elsewhereId, isMainContact: true }),
  };
  await link(people.user);
  await showDevices(true);
  const open = async (who: keyof typeof people) =>
    [who, await openEventSource(people[who], '/portal/v1/events')] as const;
  const names = ['user', 'colleague', 'main', 'rival'] as const;
  streams = Object.fromEntries(await Promise.all(names.map(open))) as typeof streams;
});
afterAll(async () => {
  for (const stream of Object.values(streams ?? {})) stream.close();
  await server.close();
});
beforeEach(async () => {
  await server.rows('delete from rate_limits');
});

it('going online and offline is heard by who sees the device', async () => {
  expect(await hearersOf(() => machine.report())).toEqual(['user', 'main']);
  // The next report says nothing new.
  expect(await hearersOf(() => machine.report())).toEqual([]);
  expect(deviceEvents(streams.user).at(-1)?.data).toEqual({
    kind: 'device',
    id: machine.deviceId,
  });
});

it('what only technicians see of it is heard by nobody', async () => {
  const path = `/api/v1/devices/${machine.deviceId}`;
  const heard = await hearersOf(async () => {
    await patch(path, { notes: 'They owe us money' });
    await acme.admin.post('/api/v1/alerts', { title: 'Burns', deviceId: machine.deviceId });
    await acme.admin.delete(`${path}/copy-notice`);
    await acme.admin.delete(`${path}/keys`);
  });
  expect(heard).toEqual([]);
});

it('a new machine is heard of by the main contact only', async () => {
  const heard = await hearersOf(() =>
    enrolMachine(server, acme, { customerId, hostname: 'oven-1' }),
  );
  expect(heard).toEqual(['main']);
});

it('given to somebody and taken away again, it is heard of by him too', async () => {
  expect(await hearersOf(() => link(people.colleague))).toEqual(['user', 'colleague', 'main']);
  const away = () => link(people.colleague, 'DELETE');
  expect(await hearersOf(away)).toEqual(['user', 'colleague', 'main']);
});

it('archived and renamed there, it is heard to go and then no more', async () => {
  const path = `/api/v1/devices/${machine.deviceId}`;
  expect(await hearersOf(() => acme.admin.put(`${path}/archive`))).toEqual(['user', 'main']);
  expect(await hearersOf(() => patch(path, { name: 'Gone' }))).toEqual([]);
  expect(await hearersOf(() => acme.admin.delete(`${path}/archive`))).toEqual(['user', 'main']);
});

it('moved to another customer, both hear of it, and afterwards the new one alone', async () => {
  const path = `/api/v1/devices/${machine.deviceId}`;
  const move = (to: number) => () => patch(path, { customerId: to });
  expect(await hearersOf(move(elsewhereId))).toEqual(['user', 'main', 'rival']);
  expect(await hearersOf(() => patch(path, { name: 'Theirs' }))).toEqual(['rival']);
  expect(await hearersOf(move(customerId))).toEqual(['user', 'main', 'rival']);
});

it('no main contact any more: told to look again at once, and hears nothing more', async () => {
  const path = `/api/v1/contacts/${people.main.contactId}`;
  const told = streams.main.received.filter(({ name }) => name === 'resync').length;
  const resyncs = () => streams.main.received.filter(({ name }) => name === 'resync').length;
  await patch(path, { isMainContact: false });
  await expect.poll(resyncs, { timeout: 5_000 }).toBe(told + 1);
  const rename = () => patch(`/api/v1/devices/${machine.deviceId}`, { name: 'till-2' });
  expect(await hearersOf(rename)).toEqual(['user']);
  await patch(path, { isMainContact: true });
  await expect.poll(resyncs, { timeout: 5_000 }).toBe(told + 2);
  // What changes nothing of what he sees is no reason to fetch everything again.
  await patch(path, { jobTitle: 'Baker' });
  const back = () => patch(`/api/v1/devices/${machine.deviceId}`, { name: 'till-3' });
  expect(await hearersOf(back)).toEqual(['user', 'main']);
  expect(resyncs()).toBe(told + 2);
});

it('where devices are not shown nobody hears of them, from that moment on', async () => {
  const toldOfSettings = async () => {
    const shown = ({ received }: TestEventSource) =>
      received.filter(({ data }) => data.kind === 'portalSettings').length;
    return shown(streams.user);
  };
  const before = await toldOfSettings();
  await showDevices(false);
  await expect.poll(toldOfSettings, { timeout: 5_000 }).toBe(before + 1);
  const rename = (name: string) => () => patch(`/api/v1/devices/${machine.deviceId}`, { name });
  expect(await hearersOf(rename('till-4'))).toEqual([]);
  await showDevices(true);
  await expect
    .poll(async () => (await hearersOf(rename(`till-${Math.random()}`))).join())
    .toBe('user,main');
});
