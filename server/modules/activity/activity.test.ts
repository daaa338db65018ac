import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { enrolMachine } from '../../../tests/support/machine.ts';
import { deliver, message, until } from '../../../tests/support/smtp-client.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let tim: TestTechnician;
let jane: TestContact;
let globex: number;
let initech: number;

interface Entry {
  kind: string;
  actor: { kind: string; id: number | null; name: string; pictureUrl: string | null };
  about: { kind: string; id: number; name: string };
  customer: { id: number; name: string } | null;
  value: string | null;
  hasMore: boolean;
}

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  tim = await acme.technician();
  globex = await acme.customer('Globex');
  initech = await acme.customer('Initech');
  jane = await acme.contact({ customerId: globex, firstName: 'Jane', lastName: 'Doe' });
});
afterAll(() => server.close());

async function activityOf(by: HttpClient, limit = 50): Promise<Entry[]> {
  const answer = await by.get(`/api/v1/activity?limit=${limit}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.items;
}
const about = async (by: HttpClient, kind: string, id: number) =>
  (await activityOf(by)).filter((entry) => entry.about.kind === kind && entry.about.id === id);

async function open(by: TestContact, subject: string): Promise<number> {
  const answer = await by.post('/portal/v1/tickets', { subject, html: '<p>It burns.</p>' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.number;
}
async function change(by: HttpClient, number: number, changes: Record<string, unknown>) {
  const { version } = (await by.get(`/api/v1/tickets/${number}`)).body;
  const answer = await by.patch(`/api/v1/tickets/${number}`, { ...changes, version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

describe('who did what on a ticket', () => {
  it('the newest first, each once, with names as they are told', async () => {
    const number = await open(jane, 'Printer on fire');
    const html = '<p>Unplug it.</p>';
    await change(tim, number, { assigneeId: tim.technicianId });
    await tim.post(`/api/v1/tickets/${number}/notes`, { html });
    await change(tim, number, { priority: 'critical' });
    const { version } = (await tim.get(`/api/v1/tickets/${number}`)).body;
    await tim.post(`/api/v1/tickets/${number}/replies`, { html, status: 'pending', version });
    await jane.post(`/portal/v1/tickets/${number}/messages`, { html });
    await change(tim, number, { status: 'resolved' });
    await change(tim, number, { status: 'open', assigneeId: null });
    const entries = await about(tim, 'ticket', number);
    const words = entries.map(({ kind, actor, value }) => [kind, actor.kind, value]);
    expect(words.slice(0, 2).toSorted()).toEqual([
      ['reopened', 'technician', null],
      ['unassigned', 'technician', null],
    ]);
    expect(words.slice(2)).toEqual([
      ['resolved', 'technician', null],
      ['wrote', 'contact', null],
      ['replied', 'technician', null],
      ['priority', 'technician', 'critical'],
      ['noted', 'technician', null],
      ['assigned', 'technician', expect.stringContaining('Tim Helper')],
      // What it begins with is that it was opened, and no second entry.
      ['opened', 'contact', null],
    ]);
    expect(entries.at(-1)).toMatchObject({
      actor: { kind: 'contact', id: jane.contactId, name: 'Jane Doe', pictureUrl: null },
      about: { name: 'Printer on fire' },
      customer: { id: globex, name: 'Globex' },
    });
  });

  it('a ticket that came by mail was opened by who wrote it', async () => {
    const to = (await tim.get('/api/v1/first-steps')).body.supportAddress;
    const from = 'otto@elsewhere.test';
    const mail = message({ Subject: 'No network', To: to, From: `Otto <${from}>` });
    expect((await deliver(server, { from, to }, mail)).code).toBe(250);
    const opened = await until(async () =>
      (await activityOf(tim)).find((entry) => entry.about.name === 'No network'),
    );
    expect(opened).toMatchObject({
      kind: 'opened',
      actor: { kind: 'contact', name: 'Otto', pictureUrl: null },
      customer: null,
    });
  });
});

describe('alerts and devices', () => {
  it('raised, acknowledged and resolved; enrolled, silent and back', async () => {
    const machine = await enrolMachine(server, acme, { customerId: globex, hostname: 'SRV-01' });
    await machine.report();
    const raised = await acme.admin.post('/api/v1/alerts', {
      title: 'Backup failed',
      severity: 'critical',
      deviceId: machine.deviceId,
    });
    expect(raised.status, JSON.stringify(raised.body)).toBeLessThan(300);
    const { id } = raised.body.alert;
    for (const state of ['acknowledged', 'resolved'])
      expect((await tim.post('/api/v1/alert-changes', { state, ids: [id] })).status).toBe(200);
    const entries = await about(tim, 'alert', id);
    expect(entries.map(({ kind, value }) => [kind, value])).toEqual([
      ['alertResolved', 'person'],
      ['alertAcknowledged', 'critical'],
      ['alertRaised', 'critical'],
    ]);
    expect(entries[0]).toMatchObject({
      about: { name: 'SRV-01: Backup failed' },
      actor: { kind: 'technician', id: tim.technicianId },
      customer: { id: globex },
    });
    // As the watch over silence does.
    await server.rows(
      `update devices set state = 'offline', state_since = now() where id = $1 returning id`,
      [machine.deviceId],
    );
    await machine.report();
    expect((await about(tim, 'device', machine.deviceId)).map(({ kind }) => kind)).toEqual([
      'deviceOnline',
      'deviceOffline',
      'deviceEnrolled',
    ]);
    const history = await tim.get(`/api/v1/devices/${machine.deviceId}/changes`);
    expect(history.body.items.map(({ field }: { field: string }) => field)).not.toContain('state');
  });

  it('many of one moment are one entry', async () => {
    for (let index = 0; index < 5; index++)
      await acme.admin.post('/api/v1/alerts', {
        title: `Sensor ${index}`,
        severity: 'warning',
        customerId: initech,
      });
    const [first] = await activityOf(tim);
    expect(first).toMatchObject({ about: { name: 'Sensor 4' }, hasMore: true });
  });
});

describe('what the reader may see', () => {
  it('of chosen customers nothing of the others, and of nobody’s nothing', async () => {
    const limited = await acme.technicianWith(
      ['tickets.view', 'devices.view', 'alerts.view'],
      [initech],
    );
    const ours = await open(await acme.contact({ customerId: initech }), 'Ours');
    await open(await acme.contact({ customerId: null }), 'Nobody’s');
    const entries = await activityOf(limited);
    expect(new Set(entries.map(({ customer }) => customer?.id))).toEqual(new Set([initech]));
    expect(entries.find(({ about }) => about.kind === 'ticket')?.about.id).toBe(ours);
    expect(entries.some(({ kind }) => kind === 'alertRaised')).toBe(true);
    const ofNone = await acme.technicianWith(['tickets.view', 'devices.view', 'alerts.view'], []);
    expect(await activityOf(ofNone)).toEqual([]);
    const ofBoth = await acme.technicianWith(['tickets.view'], [initech, globex]);
    const [newest] = await activityOf(ofBoth);
    expect(newest?.about.id).toBe(ours);
  });

  it('only of what the role shows', async () => {
    const kindsFor = async (...permissions: Parameters<TestTenant['technicianWith']>[0]) => {
      const entries = await activityOf(await acme.technicianWith(permissions));
      return [...new Set(entries.map((entry) => entry.about.kind))].toSorted();
    };
    expect(await kindsFor('tickets.view')).toEqual(['ticket']);
    expect(await kindsFor('devices.view')).toEqual(['device']);
    expect(await kindsFor('devices.view', 'alerts.view')).toEqual(['alert', 'device']);
  });

  it('another company sees nothing of it', async () => {
    const other = await makeTenant(server, { company: 'Other' });
    expect(await activityOf(other.admin)).toEqual([]);
  });

  it('400, 401 and 403', async () => {
    for (const query of ['limit=0', 'limit=51', 'limit=many'])
      expect((await tim.get(`/api/v1/activity?${query}`)).status, query).toBe(400);
    expect((await server.console().get('/api/v1/activity')).status).toBe(401);
    const nobody = await acme.technicianWith(['customers.view']);
    expect((await nobody.get('/api/v1/activity')).status).toBe(403);
  });

  it('as many as asked for', async () => {
    expect(await activityOf(tim, 3)).toHaveLength(3);
  });
});
