import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver, until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
afterAll(() => server.close());

const change = (tenant: TestTenant, slug: string, from: string) =>
  tenant.admin.put('/api/v1/portal-address/slug', { slug, from });
const originOf = (slug: string) => server.config.portalOrigin(slug);

/** What a process remembers of a host is over after five seconds. */
const answerOf = (slug: string, path: string, status: number) =>
  until(
    async () => {
      const answer = await server.portal(slug).get(path);
      return answer.status === status ? answer : undefined;
    },
    `${status} at ${slug}`,
    9_000,
  );

describe('another name in the portal address', () => {
  it('leads there at once; the old one redirects with path and query, and its mail arrives', async () => {
    const contact = await acme.contact({ customerId: await acme.customer('Globex') });
    const answer = await change(acme, 'Acme-Support', 'acme');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      slug: 'acme-support',
      portalAddress: originOf('acme-support'),
      supportAddress: 'acme-support@servicedesk.localhost',
      formerSlugs: [{ slug: 'acme', address: originOf('acme') }],
    });
    const days = (Date.parse(answer.body.formerSlugs[0].redirectsUntil) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(89.9);
    expect(days).toBeLessThan(90.1);
    const moved = await answerOf('acme', '/tickets/7?tab=all%20of', 308);
    expect(moved.headers.location).toBe(`${originOf('acme-support')}/tickets/7?tab=all%20of`);
    // a browser that kept it would go in circles if the name came back
    expect(moved.headers['cache-control']).toBe('no-store');
    expect(moved.headers['set-cookie']).toBeUndefined();
    expect((await server.portal('acme-support').get('/portal/v1/site')).body.companyName).toBe(
      'Acme',
    );
    // a session of the old address is none at the new one
    const brought = server.portal('acme-support');
    for (const [name, value] of contact.cookies) brought.cookies.set(name, value);
    expect((await brought.get('/portal/v1/tickets')).status).toBe(401);

    for (const local of ['acme', 'acme-support']) {
      const sent = await deliver(
        server,
        { from: 'jane@globex.test', to: `${local}@servicedesk.localhost` },
        `From: jane@globex.test\nTo: ${local}@servicedesk.localhost\nSubject: To ${local}\n\nHello\n`,
      );
      expect(sent.code).toBe(250);
      await until(async () => {
        const rows = await server.rows(
          `select id from inbound_messages where tenant_id = $1 and subject = $2 and state = 'newTicket'`,
          [acme.tenantId, `To ${local}`],
        );
        return rows[0];
      }, `the mail to ${local}`);
    }
    const { items } = (await acme.admin.get('/api/v1/mailboxes')).body;
    expect(
      items.map(({ address, isFrom }: { address: string; isFrom: boolean }) => [address, isFrom]),
    ).toEqual([
      ['acme-support@servicedesk.localhost', true],
      ['acme@servicedesk.localhost', false],
    ]);
    const old = items.find(({ isFrom }: { isFrom: boolean }) => !isFrom);
    expect(old.retiresAt).not.toBeNull();
    const from = await acme.admin.patch(`/api/v1/mailboxes/${old.id}`, { isFrom: true });
    expect([from.status, from.body.code]).toEqual([409, 'mailboxRetires']);
  });

  it('keeps the old one from everybody else, also from new companies', async () => {
    const answer = await change(other, 'acme', 'other');
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field: 'slug', code: 'slugTaken' }),
    ]);
    const next = await makeTenant(server, { company: 'Acme' });
    expect(next.slug).toBe('acme-2');
    expect((await answerOf('acme', '/', 308)).headers.location).toBe(
      `${originOf('acme-support')}/`,
    );
  });

  it('can go back, without going in circles', async () => {
    expect((await change(acme, 'acme', 'acme-support')).body).toMatchObject({
      slug: 'acme',
      formerSlugs: [{ slug: 'acme-support' }],
    });
    await answerOf('acme', '/portal/v1/site', 200);
    const moved = await answerOf('acme-support', '/', 308);
    expect(moved.headers.location).toBe(`${originOf('acme')}/`);
    const boxes = await server.rows(
      `select address::text, is_from, retires_at is null as stays from mailboxes
       where tenant_id = $1 order by 1`,
      [acme.tenantId],
    );
    expect(boxes).toEqual([
      { address: 'acme-support@servicedesk.localhost', is_from: false, stays: false },
      { address: 'acme@servicedesk.localhost', is_from: true, stays: true },
    ]);
  });

  it('follows over several changes to today’s in one step, and frees names after 90 days', async () => {
    for (const [slug, from] of [
      ['acme-a', 'acme'],
      ['acme-b', 'acme-a'],
    ] as const)
      expect((await change(acme, slug, from)).status).toBe(200);
    for (const slug of ['acme', 'acme-a', 'acme-support']) {
      const { headers } = await answerOf(slug, '/x', 308);
      await until(async () => {
        const now = await server.portal(slug).get('/x');
        return now.headers.location === `${originOf('acme-b')}/x` ? now : undefined;
      }, `${slug} to today's, not ${headers.location}`);
    }
    const tooOften = await change(acme, 'acme-c', 'acme-b');
    expect([tooOften.status, tooOften.body.code]).toEqual([409, 'slugChangedTooOften']);
    expect(tooOften.body.detail ?? tooOften.body.title).toContain('90');

    await server.rows(`update portal_slugs set redirects_until = now() where slug = 'acme-a'`);
    await answerOf('acme-a', '/', 404);
    // its address still takes mail until the nightly round, so the name is not free before that
    expect((await change(other, 'acme-a', 'other')).body.errors).toEqual([
      expect.objectContaining({ code: 'slugTaken' }),
    ]);
    await server.rows(
      `update mailboxes set retires_at = now() where address = 'acme-a@servicedesk.localhost'`,
    );
    const { portalDomainsScheduledJobs } = await import('./index.ts');
    for (const job of portalDomainsScheduledJobs)
      await job.run({ platform: server.platform, log: server.platform.log });
    expect((await change(other, 'acme-a', 'other')).status).toBe(200);
    await answerOf('acme-a', '/portal/v1/site', 200);
  });

  it('is one company’s when two take it at the same moment', async () => {
    const answers = await Promise.all([
      change(acme, 'acme-support', 'acme-b'),
      change(acme, 'acme', 'acme-b'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const fresh = await makeTenant(server, { company: 'Third' });
    const race = await Promise.all([
      change(fresh, 'wanted', 'third'),
      change(other, 'wanted', 'acme-a'),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it.each([
    ['ab', 'slugForm'],
    ['-acme', 'slugForm'],
    ['acme-', 'slugForm'],
    ['ac.me', 'slugForm'],
    ['xn--80ak6aa92e', 'slugForm'],
    ['ac me', 'slugForm'],
    ['müller', 'slugForm'],
    ['a'.repeat(41), 'slugForm'],
    ['admin', 'slugReserved'],
    ['WWW', 'slugReserved'],
    ['', 'required'],
  ])('400: %j is refused (%s)', async (slug, code) => {
    const answer = await change(acme, slug, 'acme');
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'slug', code })]);
  });
});
