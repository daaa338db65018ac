import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alertmanager, hasAlertmanager, startAlertmanager } from '../support/alertmanager.ts';
import { HttpClient } from '../support/http-client.ts';
import { enrolMachine } from '../support/machine.ts';
import { type SecondProcess, startSecondProcess } from '../support/second-process.ts';
import { makeTenant, type TestTenant } from '../support/tenant.ts';
import { freePort, startTestServer, type TestServer } from '../support/test-server.ts';

/** So often it says again what it has said: seconds, where people set hours. */
const TIMES = 'group_wait: 200ms\n  group_interval: 1s\n  repeat_interval: 2s';
const PATIENT = { timeout: 40_000, interval: 200 };

/**
 * The real Alertmanager sends to a real server process, which is killed and started again in between:
 * only where an Alertmanager is installed.
 */
const reason = hasAlertmanager ? '' : ' (skipped: this machine has no prometheus-alertmanager)';
describe.skipIf(!hasAlertmanager)(`alerts of the real Alertmanager${reason}`, () => {
  let server: TestServer;
  let receiver: SecondProcess;
  let alertmanager: Alertmanager;
  let acme: TestTenant;
  let customerId: number;
  let secrets: string[];
  let hook: string;
  let log = '';

  const startReceiver = async (port: number) => {
    const baseUrl = `http://localhost:${port}`;
    receiver = await startSecondProcess(server, { port, baseUrl, logLevel: 'trace' });
  };
  beforeAll(async () => {
    server = await startTestServer();
    acme = await makeTenant(server, { company: 'Acme' });
    customerId = await acme.customer('Globex');
    await enrolMachine(server, acme, { customerId, hostname: 'srv-01' });
    const port = await freePort();
    await startReceiver(port);
    const byHeader = await addSource('By header', port);
    const byAddress = await addSource('By address', port);
    secrets = [byHeader.secret, byAddress.secret];
    hook = new URL(byAddress.addressWithSecret).pathname;
    alertmanager = await startAlertmanager(`
receivers:
  - name: header
    webhook_configs:
      - url: ${byHeader.address}
        http_config:
          authorization:
            type: Bearer
            credentials: ${byHeader.secret}
  - name: address
    webhook_configs:
      - url: ${byAddress.addressWithSecret}
route:
  receiver: header
  group_by: [alertname]
  ${TIMES}
  routes:
    - receiver: address
      matchers: [way="address"]
`);
  });
  afterAll(async () => {
    await alertmanager?.stop();
    await receiver?.stop();
    await server?.close();
  });

  async function addSource(name: string, port: number) {
    const { body } = await acme.admin.post('/api/v1/alert-sources', {
      name,
      format: 'alertmanager',
    });
    const there = (address: string) => address.replace(`:${server.config.port}/`, `:${port}/`);
    return {
      ...body,
      address: there(body.address),
      addressWithSecret: there(body.addressWithSecret),
    };
  }
  const disk = (instance: string, more: Record<string, string> = {}) => ({
    labels: { alertname: 'DiskFull', instance, severity: 'critical', ...more },
    annotations: { summary: `Disk of ${instance} is full`, description: 'Only 3 % left.' },
  });
  const list = async (query: string) =>
    (await acme.admin.get(`/api/v1/alerts?sort=createdAt&${query}`)).body.items;
  const eventsOf = async (id: number): Promise<string[]> =>
    (await acme.admin.get(`/api/v1/alerts/${id}/events`)).body.items.map(
      ({ kind }: { kind: string }) => kind,
    );
  /** Each time that the source is heard, whether it has news or not. */
  const heardOf = async (id: number) =>
    Date.parse((await acme.admin.get(`/api/v1/alerts/${id}`)).body.lastAt);

  it('fire as a group, and find their device; the secret is in the header', async () => {
    await alertmanager.tell([disk('srv-01:9100'), disk('srv-02:9100')]);
    await expect.poll(() => list('state=open'), PATIENT).toHaveLength(2);
    const alerts = await list('state=open');
    const one = alerts.find(({ title }: { title: string }) => title.includes('srv-01'));
    expect(one).toMatchObject({
      title: 'Disk of srv-01:9100 is full',
      severity: 'critical',
      source: 'webhook',
      alertSource: { name: 'By header' },
      device: { name: 'srv-01' },
      customer: { id: customerId },
    });
  });

  it('are sent again after repeat_interval, and are the same', async () => {
    const [{ id }] = await list('state=open');
    const first = await heardOf(id);
    await expect.poll(() => heardOf(id), PATIENT).toBeGreaterThan(first + 1_500);
    const alerts = await list('state=open');
    expect(alerts).toHaveLength(2);
    for (const alert of alerts) {
      expect(alert.occurrences).toBe(1);
      expect(await eventsOf(alert.id)).toEqual(['raised']);
    }
  });

  it('that somebody has resolved stay so, however often they are sent again', async () => {
    await alertmanager.tell([disk('srv-03:9100')]);
    await expect.poll(() => list('search=srv-03&state=open'), PATIENT).toHaveLength(1);
    const [{ id }] = await list('search=srv-03');
    await acme.admin.post('/api/v1/alert-changes', { ids: [id], state: 'resolved' });
    const others = await list('state=open');
    const before = await heardOf(others[0].id);
    await expect.poll(() => heardOf(others[0].id), PATIENT).toBeGreaterThan(before + 1_500);
    expect(await list('search=srv-03')).toMatchObject([{ state: 'resolved', occurrences: 1 }]);
  });

  it('end one by one as Alertmanager says so, and fire again as the same', async () => {
    await alertmanager.tell([{ ...disk('srv-02:9100'), endsAt: new Date() }]);
    await expect.poll(() => list('search=srv-02&state=resolved'), PATIENT).toHaveLength(1);
    expect(await list('search=srv-02')).toMatchObject([{ resolvedBy: 'source' }]);
    expect(await list('search=srv-01')).toMatchObject([{ state: 'open' }]);
    await alertmanager.tell([disk('srv-02:9100')]);
    await expect.poll(() => list('search=srv-02&state=open'), PATIENT).toHaveLength(1);
    expect(await list('search=srv-02')).toMatchObject([{ occurrences: 2 }]);
  });

  it('with the secret in the address are those of another source', async () => {
    await alertmanager.tell([disk('srv-01:9100', { way: 'address' })]);
    const found = async () => (await list('state=open')).map(sourceName).sort();
    await expect.poll(found, PATIENT).toEqual(['By address', 'By header', 'By header']);
  });

  it('that fire and end while the server is down are taken once it is back', async () => {
    log += receiver.output();
    const { port } = receiver;
    await receiver.kill();
    await alertmanager.tell([disk('srv-04:9100'), { ...disk('srv-01:9100'), endsAt: new Date() }]);
    await startReceiver(port);
    await expect.poll(() => list('search=srv-04&state=open'), PATIENT).toHaveLength(1);
    await expect
      .poll(async () => (await list('search=srv-01')).map(stateOf), PATIENT)
      .toEqual(['resolved', 'open']);
    const all = await list('');
    expect(all).toHaveLength(5);
    for (const { id, title } of all) {
      const raised = (await eventsOf(id)).filter((kind) => kind === 'raised');
      expect(raised, title).toHaveLength(1);
    }
  });

  it('leave no secret in the log, not even when they are refused', async () => {
    const { host } = new URL(`http://localhost:${receiver.port}`);
    const sender = new HttpClient(receiver.port, host);
    expect((await sender.post(hook, { title: 'Not of Alertmanager' })).status).toBe(400);
    expect((await sender.post(hook, 'neither')).status).toBe(400);
    log += receiver.output();
    expect(log).toContain('refused');
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});

const sourceName = (alert: { alertSource: { name: string } }) => alert.alertSource.name;
const stateOf = ({ state }: { state: string }) => state;
