import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

/** More than are walked before words are looked up, see alert-list.queries.ts. */
const ALERTS = 2_500;
let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  for (const tenant of [acme, other]) await fill(tenant);
}, 60_000);
afterAll(() => server.close());

/** The oldest has a word that no other has, and there is one with it every 500. */
async function fill(tenant: TestTenant): Promise<void> {
  await tenant.customer('Globex');
  await tenant.customer('Initech');
  await tenant.inside((tx) =>
    sql`
      insert into alerts (fingerprint, source, kind, title, severity, customer_id, occurred_at, last_at,
        created_at)
      select 'f' || n, 'api', 'other',
        'Job ' || n || case when n = 1 then ' zeppelin' when n % 500 = 0 then ' quartz' else '' end,
        case when n % 2 = 0 then 'critical' else 'warning' end,
        (select id from customers where name = case when n = 7 then 'Initech' else 'Globex' end),
        now() - (${ALERTS} - n) * interval '1 minute',
        now() - (${ALERTS} - n) * interval '1 minute',
        now() - (${ALERTS} - n) * interval '1 minute'
      from generate_series(1, ${ALERTS}::integer) n`.execute(tx),
  );
}

const titles = async (query: string, tenant = acme) => {
  const { items } = (await tenant.admin.get(`/api/v1/alerts?${query}`)).body;
  return items.map(({ title }: { title: string }) => title);
};
const count = async (query: string) =>
  (await acme.admin.get(`/api/v1/alert-count?${query}`)).body.count;

describe('words in alerts', () => {
  test('are found however old the alert is, in each order', async () => {
    for (const sort of ['-lastAt', 'lastAt', '-severity', '-createdAt', 'createdAt'])
      expect(await titles(`search=zeppelin&sort=${sort}`), sort).toEqual(['Job 1 zeppelin']);
    expect(await titles('search=quartz&sort=createdAt')).toEqual(
      [500, 1000, 1500, 2000, 2500].map((n) => `Job ${n} quartz`),
    );
  });

  test('a customer’s name finds its alerts, several words only what has all of them', async () => {
    expect(await titles('search=initech')).toEqual(['Job 7']);
    expect(await titles('search=GLOBEX+zeppelin')).toEqual(['Job 1 zeppelin']);
    expect(await titles('search=initech+zeppelin')).toEqual([]);
    expect(await titles('search=quartz&severity=warning')).toEqual([]);
  });

  test('pages follow each other without a gap, the first walked and the last looked up', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await acme.admin.get(`/api/v1/alerts?search=job+1&limit=100${cursor}`);
      seen.push(...body.items.map(({ title }: { title: string }) => title));
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : '';
    } while (cursor);
    const expected = Array.from({ length: ALERTS }, (_, n) => `${ALERTS - n}`)
      .filter((n) => n.includes('1'))
      .map((n) => `Job ${n}`);
    expect(seen.map((title) => title.split(' ').slice(0, 2).join(' '))).toEqual(expected);
    expect(await count('search=job+1')).toBe(expected.length);
  });

  test('other companies’ alerts are not found', async () => {
    await other.inside((tx) =>
      sql`update alerts set title = 'Job xylophone' where fingerprint = 'f3'`.execute(tx),
    );
    expect(await titles('search=xylophone', other)).toEqual(['Job xylophone']);
    expect(await titles('search=xylophone')).toEqual([]);
    expect(await count('search=xylophone')).toBe(0);
  });
});
