import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolMachine, type TestMachine } from '../../../tests/support/machine.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let customerId: number;
let user: TestContact;
let main: TestContact;
let used: TestMachine;
let unused: TestMachine;

const showDevices = async (showsDevices: boolean) => {
  const { body: settings } = await acme.admin.get('/api/v1/portal-settings');
  await acme.admin.patch('/api/v1/portal-settings', { version: settings.version, showsDevices });
};
const namesFor = async (contact: TestContact) =>
  (await contact.get('/portal/v1/devices')).body.items.map(({ name }: { name: string }) => name);
const openAbout = (contact: TestContact, deviceId: number) =>
  contact.post('/portal/v1/tickets', {
    subject: 'It is slow',
    html: '<p>Very.</p>',
    deviceId,
  });

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  customerId = await acme.customer('Bakery');
  user = await acme.contact({ customerId });
  main = await acme.contact({ customerId, isMainContact: true });
  used = await enrolMachine(server, acme, { customerId, hostname: 'till-1' });
  unused = await enrolMachine(server, acme, { customerId, hostname: 'oven-1' });
  const elsewhere = await acme.customer('Forge');
  await enrolMachine(server, acme, { customerId: elsewhere, hostname: 'anvil-1' });
  await acme.admin.put(`/api/v1/devices/${used.deviceId}/contacts/${user.contactId}`);
  await showDevices(true);
});
afterAll(() => server.close());

describe('devices in the portal', () => {
  it('are those that one works with, and for a main contact the customer’s', async () => {
    expect(await namesFor(user)).toEqual(['till-1']);
    expect(await namesFor(main)).toEqual(['oven-1', 'till-1']);
  });

  it('can have a ticket opened about them, if one sees them', async () => {
    const opened = await openAbout(user, used.deviceId);
    expect(opened.status).toBe(201);
    expect(opened.body.device).toEqual({ name: 'till-1' });
    const [hidden, nobodys] = [
      await openAbout(user, unused.deviceId),
      await openAbout(user, 999_999_999),
    ];
    expect(hidden.status).toBe(400);
    expect(hidden.body.errors).toEqual(nobodys.body.errors);
  });

  it('tell nothing that only the support is to know', async () => {
    const { body } = await user.get('/portal/v1/devices');
    expect(Object.keys(body.items[0]).sort()).toEqual(
      ['id', 'lastSeenAt', 'name', 'os', 'state', 'type'].sort(),
    );
  });

  it('are nowhere where the company does not show them', async () => {
    await showDevices(false);
    expect((await user.get('/portal/v1/devices')).status).toBe(403);
    expect((await openAbout(user, used.deviceId)).status).toBe(400);
    await showDevices(true);
  });
});
