import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTenant, TEST_PASSWORD } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { openSetupLink } from './setup-link.ts';
import { signUpCompany } from './sign-up.ts';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  const link = await openSetupLink(server.platform);
  token = new URL(link ?? '').searchParams.get('token') ?? '';
});
afterAll(() => server.close());

const company = (changes = {}) => ({
  token,
  companyName: 'Müller & Söhne',
  firstName: 'Eva',
  lastName: 'Müller',
  email: 'eva@mueller.test',
  password: TEST_PASSWORD,
  language: 'de',
  ...changes,
});
const setUp = (changes = {}) => server.console().post('/api/v1/setup', company(changes));

test('every server process prints the same link', async () => {
  expect(await openSetupLink(server.platform)).toBe(
    `${server.config.baseUrl}/setup?token=${token}`,
  );
});

test('200: says whether the link works, and previews the address', async () => {
  const browser = server.console();
  expect((await browser.get(`/api/v1/setup?token=${token}`)).body).toEqual({
    isOpen: true,
    isNeeded: true,
  });
  for (const query of ['?token=guess', '']) {
    expect((await browser.get(`/api/v1/setup${query}`)).body).toEqual({
      isOpen: false,
      isNeeded: true,
    });
  }
  const query = `token=${token}&companyName=${encodeURIComponent('Ромашка & Co')}`;
  expect((await browser.get(`/api/v1/setup/address?${query}`)).body).toEqual({
    slug: 'romashka-and-co',
    portalAddress: server.config.portalOrigin('romashka-and-co'),
  });
  expect((await browser.get('/api/v1/setup/address?token=x&companyName=y')).status).toBe(403);
});

test('400: bad input and bad passwords leave the link as it was', async () => {
  const fields = async (changes: object) =>
    (await setUp(changes)).body.errors?.map((e: { field: string; code: string }) => [
      e.field,
      e.code,
    ]);
  expect(await fields({ email: 'nobody' })).toEqual([['email', 'email']]);
  expect(await fields({ companyName: '  ' })).toEqual([['companyName', 'required']]);
  expect(await fields({ language: 'xx' })).toEqual([['language', 'invalid']]);
  expect(await fields({ password: 'short' })).toEqual([['password', 'passwordWeak']]);
  expect(await fields({ password: 'P@ssw0rd2026!' })).toEqual([['password', 'passwordCommon']]);
  expect(await fields({ password: 'MuellerMüller-12!' })).toEqual([
    ['password', 'passwordPersonal'],
  ]);
  expect((await setUp({ token: 'a guess' })).body.code).toBe('setupClosed');
});

test('201 for exactly one of several at the same moment, who is signed in; then never again', async () => {
  const browsers = Array.from({ length: 5 }, () => server.console());
  const answers = await Promise.all(
    browsers.map((browser, i) =>
      browser.post('/api/v1/setup', company({ email: `eva${i}@mueller.test` })),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, 403, 403, 403, 403]);
  expect(await server.rows('select slug from tenants')).toEqual([{ slug: 'mueller-and-soehne' }]);

  const winner = answers.findIndex(({ status }) => status === 201);
  const session = await browsers[winner]?.get('/api/v1/session');
  expect(session?.body).toMatchObject({
    technician: { firstName: 'Eva', language: 'de', role: { builtIn: 'admin' } },
    company: { slug: 'mueller-and-soehne' },
  });
  expect(answers[winner]?.body).toEqual(session?.body);

  const second = await setUp({ email: 'second@mueller.test' });
  expect(second.status).toBe(403);
  expect(second.body).toMatchObject({ code: 'setupClosed' });
  const look = await server.console().get(`/api/v1/setup?token=${token}`);
  expect(look.body).toEqual({ isOpen: false, isNeeded: false });
  expect(await openSetupLink(server.platform)).toBeNull();
});

test('the first minute of a company: both roles, one From mailbox, a ticket counter, an audit row', async () => {
  expect(await server.rows('select name, built_in from roles order by id')).toEqual([
    { name: 'Admin', built_in: 'admin' },
    { name: 'Technician', built_in: 'technician' },
  ]);
  expect(await server.rows('select address, is_from, is_generated from mailboxes')).toEqual([
    { address: 'mueller-and-soehne@servicedesk.localhost', is_from: true, is_generated: true },
  ]);
  expect(await server.rows('select next_number from ticket_counters')).toHaveLength(1);
  const actions = await server.rows<{ action: string }>('select action from audit_entries');
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['company.created', 'technician.created', 'technician.signedIn']),
  );
  expect(JSON.stringify(await server.rows('select * from audit_entries'))).not.toContain(
    TEST_PASSWORD,
  );
});

test('companies of one name at the same moment all get an address', async () => {
  const companies = await Promise.all(
    Array.from({ length: 6 }, () => makeTenant(server, { company: 'Same Name' })),
  );
  expect(companies.map(({ slug }) => slug).sort()).toEqual([
    'same-name',
    ...[2, 3, 4, 5, 6].map((number) => `same-name-${number}`),
  ]);
});

test('a support address that another company has as its mailbox is not given twice', async () => {
  const first = await makeTenant(server, { company: 'First' });
  await first.inside((tx) =>
    tx.insertInto('mailboxes').values({ address: 'sneaky@servicedesk.localhost' }).execute(),
  );
  expect((await makeTenant(server, { company: 'Sneaky' })).slug).toBe('sneaky-2');
});

test('400: the address of a technician elsewhere, and nothing of the company remains', async () => {
  const { adminEmail } = await makeTenant(server);
  const tenantsBefore = await server.rows('select id from tenants');
  const attempt = signUpCompany(
    server.platform,
    { ...company({ email: adminEmail }), companyName: 'Thief', language: 'en' },
    async () => null,
  );
  await expect(attempt).rejects.toMatchObject({
    fieldErrors: [{ field: 'email', code: 'emailTaken' }],
  });
  expect(await server.rows('select id from tenants')).toHaveLength(tenantsBefore.length);
});
