import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolMachine, type TestMachine } from '../../../tests/support/machine.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let customerId: number;
let elsewhereId: number;
let machine: TestMachine;

const openTicket = (body: object) =>
  acme.admin.post('/api/v1/tickets', { subject: 'Slow', html: '<p>Slow</p>', ...body });

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  customerId = await acme.customer('Bakery');
  elsewhereId = await acme.customer('Forge');
  machine = await enrolMachine(server, acme, { customerId, hostname: 'till-1' });
});
afterAll(() => server.close());

describe('the device of a ticket', () => {
  it('is chosen when it is opened, shown on its page and filters lists', async () => {
    const opened = await openTicket({ customerId, deviceId: machine.deviceId });
    expect(opened.status).toBe(201);
    expect(opened.body.device).toEqual({ id: machine.deviceId, name: 'till-1' });
    const { body } = await acme.admin.get(`/api/v1/tickets?device=${machine.deviceId}`);
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual([
      opened.body.number,
    ]);
  });

  it('is set and taken off, and both are in the history', async () => {
    const { body: ticket } = await openTicket({ customerId });
    const at = `/api/v1/tickets/${ticket.number}`;
    const set = await acme.admin.patch(at, { version: ticket.version, deviceId: machine.deviceId });
    expect(set.body.device.name).toBe('till-1');
    const off = await acme.admin.patch(at, { version: set.body.version, deviceId: null });
    expect(off.body.device).toBeNull();
    const { body: history } = await acme.admin.get(`${at}/history`);
    const noted = history.items.filter(({ field }: { field: string }) => field === 'device');
    expect(noted).toHaveLength(2);
    expect(noted[1].newValue).toEqual({ id: machine.deviceId, name: 'till-1' });
  });

  it('is one of the ticket’s customer, and goes when the ticket moves to another one', async () => {
    const refused = await openTicket({ customerId: elsewhereId, deviceId: machine.deviceId });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0]).toMatchObject({
      field: 'deviceId',
      code: 'deviceOfOtherCustomer',
    });
    const { body: ticket } = await openTicket({ customerId, deviceId: machine.deviceId });
    const moved = await acme.admin.patch(`/api/v1/tickets/${ticket.number}`, {
      version: ticket.version,
      customerId: elsewhereId,
    });
    expect(moved.body.device).toBeNull();
  });

  it('is not one of another company, which is told as little as of one that does not exist', async () => {
    const strangers = await enrolMachine(server, other, {
      customerId: await other.customer('Theirs'),
      hostname: 'secret',
    });
    const [theirs, nobodys] = await Promise.all(
      [strangers.deviceId, 999_999_999].map((deviceId) => openTicket({ customerId, deviceId })),
    );
    expect(theirs?.status).toBe(400);
    expect(theirs?.body.errors).toEqual(nobodys?.body.errors);
  });
});
