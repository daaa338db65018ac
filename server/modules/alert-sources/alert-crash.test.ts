import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailWaitingAlerts } from '#modules/notifications/mail-alerts.ts';
import { HttpClient } from '../../../tests/support/http-client.ts';
import { type SecondProcess, startSecondProcess } from '../../../tests/support/second-process.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { freePort, startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

const ALERTS = 500;
const KILLS = 2;
const SENDERS = 20;

let server: TestServer;
let acme: TestTenant;
let victim: SecondProcess;
const startVictim = async (port: number) => {
  victim = await startSecondProcess(server, { port, baseUrl: `http://localhost:${port}` });
};
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  await startVictim(await freePort());
}, 60_000);
afterAll(async () => {
  await victim?.kill();
  await server?.close();
});

/** Says everything, each as other systems do: again until it is taken. Returns how often it was not. */
async function sendAll(secret: string, taken: () => void): Promise<number> {
  const sender = new HttpClient(victim.port, `localhost:${victim.port}`);
  const waiting = Array.from({ length: ALERTS }, (_, index) => `Storm ${index}`);
  let failures = 0;
  const send = async (title: string) => {
    const body = Buffer.from(JSON.stringify({ title, severity: 'critical' }));
    for (;;) {
      const status = await sender
        .send('POST', '/api/v1/alert-hooks', body, {
          'content-type': 'application/json',
          authorization: `Bearer ${secret}`,
        })
        .then(
          (answer) => answer.status,
          () => 0,
        );
      if (status === 200) return taken();
      expect([0, 503], 'a refusal would lose it').toContain(status);
      failures++;
      await sleep(100);
    }
  };
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await send(next);
  };
  await Promise.all(Array.from({ length: SENDERS }, work));
  return failures;
}

test('500 alerts are one list, one ticket and mailed once, though the server is killed amid them', async () => {
  const profile = await acme.admin.post('/api/v1/alert-profiles', {
    name: 'Radar',
    conditions: [],
    ticketRules: [{ severities: ['critical'], assigneeId: acme.adminId }],
    hearing: { severities: ['critical'] },
    solvesTickets: false,
    resolvesAlerts: true,
  });
  const source = await acme.admin.post('/api/v1/alert-sources', {
    name: 'Radar',
    format: 'plain',
    profileId: profile.body.id,
  });
  let taken = 0;
  const sending = sendAll(source.body.secret, () => taken++);
  const { port } = victim;
  for (let kill = 1; kill <= KILLS; kill++) {
    await until(async () => taken >= (ALERTS / (KILLS + 1)) * kill, `kill ${kill}`);
    await victim.kill();
    await startVictim(port);
  }
  expect(await sending, 'some were under way').toBeGreaterThan(0);

  const count = async (query: string) =>
    (await acme.admin.get(`/api/v1/alert-count?${query}`)).body.count;
  expect(await count('state=open')).toBe(ALERTS);
  expect(await count('')).toBe(ALERTS);
  const [events] = await server.rows<{ raised: number; all: number }>(
    `select count(distinct alert_id) filter (where kind = 'raised')::int as raised,
       count(*) filter (where kind in ('raised', 'reopened', 'severity'))::int as all
     from alert_events where tenant_id = $1`,
    [acme.tenantId],
  );
  expect(events).toEqual({ raised: ALERTS, all: ALERTS });

  // What the dead process had begun is taken up by another one within a minute.
  await until(
    async () => (await count('hasTicket=true')) === ALERTS,
    'all to have a ticket',
    120_000,
  );
  const { items } = (await acme.admin.get('/api/v1/tickets')).body;
  expect(items).toMatchObject([{ source: 'alert', assignee: { id: acme.adminId } }]);

  await acme.inside((tx) => mailWaitingAlerts(tx, { technicianId: acme.adminId }));
  const [mails] = await server.rows<{ alerts: number; notices: number; waiting: number }>(
    `select count(distinct alert_id) filter (where mailed_at is not null)::int as alerts,
       count(*) filter (where mailed_at is not null)::int as notices,
       count(*) filter (where waits_for_mail)::int as waiting
     from notifications where tenant_id = $1 and kind = 'alert' and technician_id = $2`,
    [acme.tenantId, acme.adminId],
  );
  expect(mails).toEqual({ alerts: ALERTS, notices: ALERTS, waiting: 0 });
  const sent = await server.rows(
    `select subject from outbound_messages where tenant_id = $1 and kind = 'notice'
       and subject like 'Critical%'`,
    [acme.tenantId],
  );
  // Gathered for half a minute; the storm may last longer than that on a slow machine.
  expect(sent.length).toBeGreaterThanOrEqual(1);
  expect(sent.length).toBeLessThanOrEqual(3);
}, 240_000);
