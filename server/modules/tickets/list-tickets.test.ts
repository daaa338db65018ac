import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TICKET_PRIORITIES, TICKET_SORTS, TICKET_STATUSES } from '../../../shared/tickets.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { changeTicket, createTicket, touchTicket } from './index.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let tim: TestTechnician;
let globex: number;
let jane: TestContact;
const COUNT = 60;

interface Row {
  number: number;
  status: string;
  priority: string;
  updatedAt: string;
  createdAt: string;
}

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  tim = await acme.technician();
  globex = await acme.customer('Globex');
  jane = await acme.contact({ customerId: globex });
  await other.inside((tx) =>
    createTicket(tx, { subject: 'Foreign', source: 'api', contactId: null }),
  );
  await acme.inside(async (tx) => {
    for (let index = 0; index < COUNT; index++) {
      const { id } = await createTicket(tx, {
        subject: `Ticket ${index}`,
        source: 'api',
        contactId: index % 3 === 0 ? jane.contactId : null,
        assigneeId: index % 4 === 0 ? tim.technicianId : null,
        priority: TICKET_PRIORITIES[index % 4],
      });
      await changeTicket(tx, id, { status: TICKET_STATUSES[Math.floor(index / 4) % 4] });
    }
  });
});
afterAll(() => server.close());

const list = async (query: string, by = tim as { get: TestTechnician['get'] }) => {
  const answer = await by.get(`/api/v1/tickets?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as { items: Row[]; nextCursor: string | null };
};

async function listAll(query: string, betweenPages = async () => {}): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = '';
  for (let page = 0; cursor !== null && page < 50; page++) {
    const answer = await list(`${query}&limit=7${cursor && `&cursor=${cursor}`}`);
    rows.push(...answer.items);
    cursor = answer.nextCursor;
    await betweenPages();
  }
  return rows;
}

describe('GET /tickets', () => {
  it('200: the newest change first, of this company only', async () => {
    const { items, nextCursor } = await list('');
    expect(items).toHaveLength(50);
    expect(nextCursor).not.toBeNull();
    const times = items.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted().reverse());
    expect((await listAll('')).length).toBe(COUNT);
    expect(JSON.stringify(await listAll(''))).not.toContain('Foreign');
  });

  it('200: every filter, alone and together', async () => {
    const rows = await server.rows<{ n: number; s: string; p: string; a: string; c: string }>(
      `select number::int as n, status as s, priority as p, assignee_id as a, customer_id as c
       from tickets where tenant_id = $1`,
      [acme.tenantId],
    );
    for (const [query, fits] of [
      ['status=open', (row) => row.s === 'open'],
      ['status=open,pending', (row) => ['open', 'pending'].includes(row.s)],
      ['status=resolved,closed', (row) => ['resolved', 'closed'].includes(row.s)],
      ['status=open,closed', (row) => ['open', 'closed'].includes(row.s)],
      ['assignee=me', (row) => row.a !== null],
      ['assignee=none', (row) => row.a === null],
      [`assignee=${tim.technicianId}`, (row) => row.a !== null],
      [`customer=${globex}`, (row) => row.c !== null],
      ['customer=none', (row) => row.c === null],
      [`contact=${jane.contactId}`, (row) => row.c !== null],
      ['priority=high,critical', (row) => ['high', 'critical'].includes(row.p)],
      [
        'status=open,pending&assignee=none&customer=none&priority=medium,high',
        (row) =>
          ['open', 'pending'].includes(row.s) &&
          row.a === null &&
          row.c === null &&
          ['medium', 'high'].includes(row.p),
      ],
    ] as [string, (row: (typeof rows)[number]) => boolean][]) {
      const expected = rows.filter(fits).map(({ n }) => n);
      const seen = (await list(`${query}&limit=100`)).items.map(({ number }) => number);
      expect(new Set(seen), query).toEqual(new Set(expected));
      expect(expected.length, query).toBeGreaterThan(0);
    }
  });

  // What does not wait for us has no place in that order; see the dashboard's tests.
  const ofAll = TICKET_SORTS.filter((sort) => sort !== 'waitingSince');
  it.each(ofAll)('200: pages through all of them by %s, none twice', async (sort) => {
    const rows = await listAll(`sort=${sort}`);
    const numbers = rows.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(COUNT);
    expect(numbers).toHaveLength(COUNT);
    const whole = await list(`sort=${sort}&limit=100`);
    expect(numbers).toEqual(whole.items.map(({ number }) => number));
    if (sort === 'number') expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    if (sort === '-priority') {
      const ranks = rows.map(({ priority }) => TICKET_PRIORITIES.indexOf(priority as 'low'));
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    }
  });

  it('200: pages by number stay complete while tickets change between them', async () => {
    let turn = 0;
    const rows = await listAll('sort=-number', () =>
      acme.inside(async (tx) => {
        turn += 1;
        const [{ id }] = (await server.rows(
          'select id::int from tickets where tenant_id = $1 and number = $2',
          [acme.tenantId, turn * 5],
        )) as [{ id: number }];
        await touchTicket(tx, id, { preview: `changed ${turn}`, status: 'open' });
        if (turn === 2) {
          await createTicket(tx, { subject: 'In between', source: 'api', contactId: null });
        }
      }),
    );
    const numbers = rows.map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: COUNT }, (_, index) => COUNT - index));
  });

  it('400: says which parameter is wrong', async () => {
    for (const [query, field] of [
      ['status=solved', 'status.0'],
      ['priority=urgent', 'priority.0'],
      ['assignee=nobody', 'assignee'],
      ['customer=-1', 'customer'],
      ['sort=subject', 'sort'],
      ['limit=101', 'limit'],
      ['cursor=abc', 'cursor'],
      [`cursor=${Buffer.from('["x","y"]').toString('base64url')}`, 'cursor'],
      [`cursor=${Buffer.from('["2026-01-01T00:00:00Z"]').toString('base64url')}`, 'cursor'],
      [`search=${'x'.repeat(201)}`, 'search'],
      ['search=a%00b', 'search'],
    ]) {
      const answer = await tim.get(`/api/v1/tickets?${query}`);
      expect(answer.status, query).toBe(400);
      expect(answer.body.errors[0].field).toBe(field);
    }
  });

  it('401 and 403', async () => {
    expect((await server.console().get('/api/v1/tickets')).status).toBe(401);
    const nobody = await acme.technicianWith(['customers.view']);
    expect((await nobody.get('/api/v1/tickets')).status).toBe(403);
  });

  it('200: ids of another company find nothing', async () => {
    for (const query of [
      `customer=${globex}`,
      `contact=${jane.contactId}`,
      `assignee=${tim.technicianId}`,
    ]) {
      expect((await list(query, other.admin)).items).toEqual([]);
    }
  });
});
