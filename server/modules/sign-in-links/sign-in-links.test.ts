import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { waitForMail } from '../../../tests/support/mail.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let kim: TestContact;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  kim = await acme.contact({ email: 'kim@globex.test', firstName: 'Kim', lastName: 'Globex' });
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.rows('delete from rate_limits');
});

const ask = (username: string, browser = acme.portal()) =>
  browser.post('/portal/v1/sign-in-links', { username });
const check = (token: string, browser = acme.portal()) =>
  browser.post('/portal/v1/sign-in-links/check', { token });
const redeem = (token: string, browser: HttpClient = acme.portal()) =>
  browser.post('/portal/v1/sign-in-links/redemption', { token });

const TOKEN = /sign-in-link\?token=([\w-]+)/;
const seen = new Set<string>();

/** The token in the link that is mailed to the address now. */
async function linkFor(email: string): Promise<string> {
  expect((await ask(email)).status).toBe(202);
  const isNew = ({ text, recipients }: { text?: string; recipients: string[] }) =>
    recipients.includes(email) && !seen.has(TOKEN.exec(text ?? '')?.[1] ?? [...seen][0] ?? '');
  const token = TOKEN.exec((await waitForMail(server, isNew)).text ?? '')?.[1] ?? '';
  seen.add(token);
  return token;
}

test('200: signs in by username or address, once, and is named before', async () => {
  const token = await linkFor(kim.email);
  // Looking uses nothing up, however often.
  for (let look = 0; look < 2; look++)
    expect((await check(token)).body).toEqual({
      firstName: 'Kim',
      lastName: 'Globex',
      email: 'kim@globex.test',
    });
  const browser = acme.portal();
  const answer = await redeem(token, browser);
  expect(answer.status).toBe(200);
  expect(answer.body.contact.id).toBe(kim.contactId);
  expect((await browser.get('/portal/v1/tickets')).status).toBe(200);
  expect((await redeem(token)).body.code).toBe('linkGone');
  expect((await check(token)).body.code).toBe('linkGone');
  const log = await acme.admin.get('/api/v1/audit-entries?limit=10');
  const actions = log.body.items.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(
    expect.arrayContaining(['contact.signedIn', 'contact.signInLinkRequested']),
  );
  expect(log.raw.toString()).not.toContain(token);
});

test('of several at the same moment one gets in', async () => {
  const token = await linkFor(kim.email);
  const answers = await Promise.all(Array.from({ length: 5 }, () => redeem(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
});

test('202 for who is not there, and for too many', async () => {
  const lena = await acme.contact({ email: 'lena@globex.test' });
  const unknown = await ask('nobody@nowhere.test');
  const known = await ask(lena.email);
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  for (let more = 0; more < 8; more++) expect((await ask(lena.username)).status).toBe(202);
  const mails = await server.rows(
    `select contact_id from outbound_messages where kind = 'signInLink' and contact_id = $1`,
    [lena.contactId],
  );
  expect(mails).toHaveLength(6);
});

test('409: too old, of another company, for another purpose, replaced by a newer one, no access any more', async () => {
  const first = await linkFor(kim.email);
  const second = await linkFor(kim.email);
  expect((await redeem(first)).body.code).toBe('linkGone');
  expect((await redeem(second, other.portal())).body.code).toBe('linkGone');
  // It opens the door; it does not change the lock.
  const reset = await acme.portal().post('/portal/v1/password-resets/redemption', {
    token: second,
    password: 'Other-Harbour-43!',
  });
  expect(reset.body.code).toBe('linkGone');
  await server.rows(`update single_use_tokens set expires_at = now() where used_at is null`);
  expect((await redeem(second)).body.code).toBe('linkGone');
  expect((await redeem('nonsense')).body.code).toBe('linkGone');

  const leaving = await acme.contact({ email: 'leaving@globex.test' });
  const third = await linkFor(leaving.email);
  await acme.admin.put(`/api/v1/contacts/${leaving.contactId}/archive`);
  expect((await redeem(third)).body.code).toBe('linkGone');
});

test('15 minutes', async () => {
  await linkFor(kim.email);
  const [row] = await server.rows<{ minutes: number }>(
    `select extract(epoch from expires_at - created_at) / 60 as minutes from single_use_tokens
     where purpose = 'contactSignIn' order by id desc limit 1`,
  );
  expect(Math.round(Number(row?.minutes))).toBe(15);
});

test('who came by a link need not replace a password that he never used, and may choose one', async () => {
  const { body } = await acme.admin.post('/api/v1/contacts', {
    customerId: null,
    email: 'new@globex.test',
    firstName: 'Nina',
    lastName: 'New',
  });
  const browser = acme.portal();
  const session = await redeem(await linkFor('new@globex.test'), browser);
  expect(session.body).toMatchObject({ mustChangePassword: false, hasOwnPassword: false });
  const password = 'Other-Harbour-43!';
  const chosen = await browser.put('/portal/v1/password', { newPassword: password });
  expect(chosen.body).toMatchObject({ mustChangePassword: false, hasOwnPassword: true });
  const again = await browser.put('/portal/v1/password', { newPassword: 'Third-Harbour-44!' });
  expect(again.body.errors).toMatchObject([{ field: 'currentPassword', code: 'required' }]);
  const credentials = { username: body.portalUsername, password };
  expect((await acme.portal().post('/portal/v1/session', credentials)).status).toBe(200);
});

test('403: ways that the company has switched off', async () => {
  const set = (columns: string) =>
    server.rows(`update portal_settings set ${columns} where tenant_id = $1`, [acme.tenantId]);
  const token = await linkFor(kim.email);
  await set('link_sign_in = false');
  expect((await ask(kim.email)).body.code).toBe('linkSignInOff');
  expect((await redeem(token)).body.code).toBe('linkSignInOff');
  await set('link_sign_in = true, password_sign_in = false');
  const credentials = { username: kim.username, password: 'whatever' };
  const answer = await acme.portal().post('/portal/v1/session', credentials);
  expect([answer.status, answer.body.code]).toEqual([403, 'passwordSignInOff']);
  const reset = await acme.portal().post('/portal/v1/password-resets', { username: kim.email });
  expect(reset.body.code).toBe('passwordSignInOff');
  await set('password_sign_in = true');
});

test('the link is nowhere to be seen but in the mail', async () => {
  const token = await linkFor(kim.email);
  const log = await acme.admin.get('/api/v1/outbound-messages?limit=50');
  expect(log.status).toBe(200);
  expect(log.raw.toString()).not.toContain(token);
  const rows = await server.rows('select to_jsonb(o) from outbound_messages o');
  const jobs = await server.rows('select to_jsonb(j) from graphile_worker._private_jobs j');
  expect(JSON.stringify([rows, jobs])).not.toContain(token);
});
