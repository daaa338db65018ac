import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/languages.ts';
import {
  TICKET_IMPACTS,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TICKET_TYPES,
} from '#shared/tickets.ts';
import type { HttpClient } from '../../tests/support/http-client.ts';
import { startTestServer, type TestServer } from '../../tests/support/test-server.ts';
import { keepReporting } from './demo/keep-reporting.ts';
import { readStories } from './demo/stories.ts';
import { demoCommand } from './demo.command.ts';

const PASSWORD = 'Tulip-Harbour-42!';
let server: TestServer;
let desk: HttpClient;
let printed: string[] = [];

async function runDemo(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const { config, platform } = server;
  await demoCommand.run(args, { config, log: platform.log, print: (line) => lines.push(line) });
  return lines;
}

const printedAfter = (label: string) =>
  new RegExp(`${label}\\s+(\\S+)`).exec(printed.join('\n'))?.[1] ?? '';

async function signInToPortal(label: string): Promise<HttpClient> {
  const portal = server.at(new URL(printedAfter('Portal')).host);
  const username = printedAfter(label);
  const { status } = await portal.post('/portal/v1/session', { username, password: PASSWORD });
  expect(status).toBe(200);
  return portal;
}

beforeAll(async () => {
  server = await startTestServer();
  printed = await runDemo('--password', PASSWORD);
  desk = server.console();
  const email = printedAfter('Admin');
  const { status } = await desk.post('/api/v1/session', { email, password: PASSWORD });
  expect(status).toBe(200);
}, 120_000);
afterAll(() => server.close());

describe('the demo company', () => {
  test('has tickets of every status, on several pages, from the last sixty days', async () => {
    for (const status of TICKET_STATUSES) {
      const { body } = await desk.get(`/api/v1/tickets?status=${status}&limit=100`);
      expect(body.items.length, status).toBeGreaterThan(0);
    }
    const { body: first } = await desk.get('/api/v1/tickets?sort=createdAt');
    expect(first.items).toHaveLength(50);
    expect(first.nextCursor).not.toBeNull();
    const ageDays = (Date.now() - Date.parse(first.items[0].createdAt)) / 86_400_000;
    expect(ageDays).toBeGreaterThan(50);
    expect(ageDays).toBeLessThan(61);
    const counts = (await desk.get('/api/v1/ticket-counts')).body;
    expect(counts.open).toBeGreaterThan(0);
    expect(counts.unassigned).toBeGreaterThan(0);
  });

  test.each(['imprimante', 'Drucker', 'stampante', 'impresora', 'printer', 'Brückner'])(
    'is searched for %s',
    async (word) => {
      const path = `/api/v1/tickets?search=${encodeURIComponent(word)}`;
      expect((await desk.get(path)).body.items.length).toBeGreaterThan(0);
    },
  );

  test('has conversations with a history, files that open, and pictures in their place', async () => {
    const { body: page } = await desk.get('/api/v1/tickets?search=imprimante&status=closed');
    const { number } = page.items[0];
    const { body } = await desk.get(`/api/v1/tickets/${number}/messages`);
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['contact', 'reply']));
    const [picture] = body.items[0].attachments;
    expect(body.items[0].html).toContain(picture.url ?? `attachment:${picture.id}`);
    const file = await desk.get(picture.url);
    expect(file.status).toBe(200);
    expect(file.raw.subarray(1, 4).toString()).toBe('PNG');
    const history = (await desk.get(`/api/v1/tickets/${number}/history`)).body;
    const fields = history.items.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['created', 'status']));
  });

  test('has customers with people, and a stranger whose ticket waits under "Unassigned"', async () => {
    expect((await desk.get('/api/v1/customers')).body.items).toHaveLength(12);
    expect((await desk.get('/api/v1/contacts?limit=100')).body.items.length).toBeGreaterThan(75);
    expect((await desk.get('/api/v1/tickets?customer=none')).body.items.length).toBeGreaterThan(0);
  });

  test('has machines that were just heard of, some in trouble, with graphs and a past', async () => {
    const { body: page } = await desk.get('/api/v1/devices?limit=100');
    expect(page.items.length).toBeGreaterThan(50);
    const states = (await desk.get('/api/v1/device-counts')).body;
    expect(states.online).toBeGreaterThan(50);
    expect(states.offline).toBeGreaterThan(0);
    const alerts = (await desk.get('/api/v1/alerts?state=open,acknowledged')).body.items;
    const kinds = alerts.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['disk', 'memory']));
    const { body: past } = await desk.get('/api/v1/alerts?state=resolved&limit=100');
    expect(past.items.length).toBeGreaterThan(10);
    const { id } = alerts.find(({ kind }: { kind: string }) => kind === 'disk').device;
    for (const hours of [24, 168]) {
      const { body } = await desk.get(`/api/v1/devices/${id}/graph?hours=${hours}`);
      expect(body.points.length, String(hours)).toBeGreaterThan(50);
    }
    const ofTickets = await server.rows(`select 1 from tickets where device_id is not null`);
    expect(ofTickets.length).toBeGreaterThan(5);
  });

  test('its machines go on reporting while somebody lets them', async () => {
    const before = await server.rows<{ count: number }>(
      `select count(*)::integer as count from device_minutes`,
    );
    const email = printedAfter('Admin');
    const place = await server.platform.db.lookups.technicianByEmail(email);
    const stopping = new AbortController();
    await keepReporting(server.platform, place?.tenantId ?? 0, {
      signal: stopping.signal,
      onRound: () => stopping.abort(),
    });
    const after = await server.rows<{ count: number }>(
      `select count(*)::integer as count from device_minutes`,
    );
    expect((after[0]?.count ?? 0) - (before[0]?.count ?? 0)).toBeGreaterThan(50);
    const states = (await desk.get('/api/v1/device-counts')).body;
    expect(states.offline).toBe(2);
  });

  test('goes on counting where the demo ended', async () => {
    const { body: newest } = await desk.get('/api/v1/tickets?sort=-number&limit=1');
    const { status, body } = await desk.post('/api/v1/tickets', {
      subject: 'One more',
      html: '<p>Hello</p>',
      contactId: newest.items[0].contact.id,
    });
    expect(status).toBe(201);
    expect(body.number).toBe(newest.items[0].number + 1);
  });

  test('lets a contact see the own tickets, and a main contact those of the customer', async () => {
    const contact = await signInToPortal('  Contact');
    const own = (await contact.get('/portal/v1/tickets?limit=100')).body.items;
    const main = await signInToPortal('Main contact');
    const all = (await main.get('/portal/v1/tickets?scope=company&limit=100')).body.items;
    expect(own.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(own.length);
  });

  test('sent no mail', async () => {
    expect(
      await server.rows(`select 1 from outbound_messages where kind <> 'confirmation'`),
    ).toEqual([]);
  });

  test('is made once', async () => {
    expect((await runDemo()).join('\n')).toContain('already');
  });
});

describe.each(LANGUAGES)('the stories in %s', (language) => {
  test('use words that the desk knows', () => {
    const stories = readStories(language);
    expect(stories.length).toBeGreaterThan(5);
    for (const { type, priority, impact, messages } of stories) {
      expect(TICKET_TYPES).toContain(type);
      expect(TICKET_PRIORITIES).toContain(priority);
      expect(TICKET_IMPACTS).toContain(impact);
      expect(messages.length).toBeGreaterThan(1);
    }
  });
});
