import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import {
  makeTenant,
  TEST_PASSWORD,
  type TestContact,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
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
beforeEach(async () => {
  await server.rows('delete from rate_limits');
});

const NEW_PASSWORD = 'Other-Harbour-43!';
let made = 0;

/** A contact as a technician adds one, with the password that the contact page shows. */
async function addContact(changes = {}) {
  const { body } = await acme.admin.post('/api/v1/contacts', {
    customerId: null,
    email: `new${++made}@globex.test`,
    firstName: 'Greta',
    lastName: 'Globex',
    ...changes,
  });
  const look = await acme.admin.post(`/api/v1/contacts/${body.id}/password-look`);
  return {
    id: body.id as number,
    email: body.email as string,
    username: body.portalUsername as string,
    password: look.body.password as string,
  };
}
const signIn = (username: string, password: string, browser = acme.portal()) =>
  browser.post('/portal/v1/session', { username, password });
const choose = (browser: HttpClient, body: object) => browser.put('/portal/v1/password', body);

describe('the first sign-in', () => {
  test('asks for a new password before anything else, and wipes the readable copy', async () => {
    const contact = await addContact();
    const browser = acme.portal();
    const answer = await signIn(contact.username, contact.password, browser);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      contact: { id: contact.id, email: contact.email, username: contact.username },
      customerName: null,
      mustChangePassword: true,
      companyName: 'Acme',
    });
    const look = await acme.admin.post(`/api/v1/contacts/${contact.id}/password-look`);
    expect([look.status, look.body.code]).toEqual([409, 'passwordGone']);
    const [row] = await server.rows(
      'select generated_password_encrypted from contacts where id = $1',
      [contact.id],
    );
    expect(row?.generated_password_encrypted).toBeNull();

    const me = await browser.patch('/portal/v1/me', { firstName: 'G' });
    expect([me.status, me.body.code]).toEqual([403, 'passwordChangeRequired']);
    expect((await browser.get('/portal/v1/session')).body.mustChangePassword).toBe(true);

    const same = await choose(browser, { newPassword: contact.password });
    expect(same.body.errors).toMatchObject([{ field: 'newPassword', code: 'passwordSame' }]);
    const personal = await choose(browser, { newPassword: 'Greta-Harbour-1!' });
    expect(personal.body.errors).toMatchObject([
      { field: 'newPassword', code: 'passwordPersonal' },
    ]);
    const chosen = await choose(browser, { newPassword: NEW_PASSWORD });
    expect(chosen.body.mustChangePassword).toBe(false);
    expect((await browser.patch('/portal/v1/me', { firstName: 'Gerda' })).status).toBe(200);
    expect((await signIn(contact.username, contact.password)).status).toBe(401);
    expect((await signIn(contact.email.toUpperCase(), NEW_PASSWORD)).status).toBe(200);
  });
});

describe('signing in', () => {
  let contact: TestContact;
  beforeAll(async () => {
    contact = await acme.contact({ email: 'kim@globex.test' });
  });

  test('401: one answer for a wrong password, nobody, no access, archived, another portal', async () => {
    const customerId = await acme.customer('Archived Ltd');
    const archivedCustomer = await acme.contact({ customerId });
    await acme.admin.put(`/api/v1/customers/${customerId}/archive`);
    const archived = await acme.contact();
    await acme.admin.put(`/api/v1/contacts/${archived.contactId}/archive`);
    const shutOut = await acme.contact();
    const { version } = (await acme.admin.get(`/api/v1/contacts/${shutOut.contactId}`)).body;
    await acme.admin.patch(`/api/v1/contacts/${shutOut.contactId}`, {
      version,
      hasPortalAccess: false,
    });
    const answers = [
      await signIn(contact.username, 'Wrong-Password-1!'),
      await signIn('nobody', TEST_PASSWORD),
      await signIn(archivedCustomer.username, TEST_PASSWORD),
      await signIn(archived.username, TEST_PASSWORD),
      await signIn(shutOut.username, TEST_PASSWORD),
      await signIn(contact.username, TEST_PASSWORD, other.portal()),
      await signIn(acme.adminEmail, TEST_PASSWORD),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect({ ...answer.body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
    }
    for (const browser of [archivedCustomer, archived, shutOut])
      expect((await browser.get('/portal/v1/session')).status).toBe(401);
  }, 30_000);

  test('400: without a name', async () => {
    expect((await signIn('', 'x')).status).toBe(400);
  });

  test('a contact is no technician, and a cookie of one portal opens no other', async () => {
    const console = await server.console().post('/api/v1/session', {
      email: contact.email,
      password: TEST_PASSWORD,
    });
    expect(console.status).toBe(401);
    const elsewhere = other.portal();
    for (const [name, value] of contact.cookies) elsewhere.cookies.set(name, value);
    expect((await elsewhere.get('/portal/v1/session')).status).toBe(401);
  });

  test('signs out', async () => {
    const browser = acme.portal();
    await signIn(contact.username, TEST_PASSWORD, browser);
    expect((await browser.delete('/portal/v1/session')).status).toBe(204);
    expect((await browser.get('/portal/v1/session')).status).toBe(401);
  });

  test('throttles guesses, but not the browser that its owner used before', async () => {
    const owner = acme.portal();
    await signIn(contact.username, TEST_PASSWORD, owner);
    const guesses = await Promise.all(
      // By user name and by address: one account, one count.
      Array.from({ length: 14 }, (_, i) =>
        signIn(i % 2 ? contact.username : contact.email, 'Wrong-Password-1!'),
      ),
    );
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(4);
    expect((await signIn(contact.username, TEST_PASSWORD)).status).toBe(429);
    expect((await signIn(contact.username, TEST_PASSWORD, owner)).status).toBe(200);
  }, 30_000);
});

describe('changing the password', () => {
  test('200: needs the current one; other sessions end, this one stays', async () => {
    const contact = await acme.contact();
    const elsewhere = acme.portal();
    await signIn(contact.username, TEST_PASSWORD, elsewhere);
    const wrong = await choose(contact, { currentPassword: 'Nope', newPassword: NEW_PASSWORD });
    expect(wrong.body.errors).toMatchObject([{ field: 'currentPassword', code: 'wrongPassword' }]);
    const missing = await choose(contact, { newPassword: NEW_PASSWORD });
    expect(missing.body.errors).toMatchObject([{ field: 'currentPassword', code: 'required' }]);
    const answer = await choose(contact, {
      currentPassword: TEST_PASSWORD,
      newPassword: NEW_PASSWORD,
    });
    expect(answer.status).toBe(200);
    expect((await contact.get('/portal/v1/session')).status).toBe(200);
    expect((await elsewhere.get('/portal/v1/session')).status).toBe(401);
  });

  test('429: an open session is no place to guess at leisure', async () => {
    const contact = await acme.contact();
    const body = { currentPassword: 'Wrong-Password-1!', newPassword: NEW_PASSWORD };
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push((await choose(contact, body)).status);
    expect(answers).toEqual([...Array(10).fill(400), 429, 429]);
  }, 30_000);

  test('401: nobody', async () => {
    expect((await choose(acme.portal(), { newPassword: NEW_PASSWORD })).status).toBe(401);
  });
});

describe('a forgotten password', () => {
  const ask = (username: string, browser = acme.portal()) =>
    browser.post('/portal/v1/password-resets', { username });
  const tokenFor = async (email: string) => {
    const { text } = await waitForMail(server, (mail) => mail.recipients.includes(email));
    const link = new URL(/https?:\/\/\S+token=\S+/.exec(text ?? '')?.[0] ?? 'http://no.link');
    expect(`${link.origin}${link.pathname}`).toBe(
      `${server.config.portalOrigin(acme.slug)}/set-password`,
    );
    return link.searchParams.get('token') ?? '';
  };
  const post = (browser: HttpClient, path: string, body: object) =>
    browser.post(`/portal/v1/password-resets/${path}`, body);

  test('202: a link to the portal, from the settings and not from the request; once', async () => {
    const contact = await acme.contact({ firstName: 'Kim' });
    expect((await ask(contact.username)).body).toEqual({});
    const token = await tokenFor(contact.email);
    const check = await post(acme.portal(), 'check', { token });
    expect(check.body).toMatchObject({ purpose: 'contactPassword', username: contact.username });
    const foreign = await post(other.portal(), 'check', { token });
    expect([foreign.status, foreign.body.code]).toEqual([409, 'linkGone']);
    const atConsole = await server.console().post('/api/v1/password-resets/check', { token });
    expect(atConsole.body.code).toBe('linkGone');
    const redemption = { token, password: NEW_PASSWORD };
    expect((await post(other.portal(), 'redemption', redemption)).status).toBe(409);
    const all = await Promise.all([1, 2].map(() => post(acme.portal(), 'redemption', redemption)));
    expect(all.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await contact.get('/portal/v1/session')).status).toBe(401);
    expect((await signIn(contact.username, NEW_PASSWORD)).body.mustChangePassword).toBe(false);
  });

  test('a technician’s link is worth nothing in the portal', async () => {
    await server.console().post('/api/v1/password-resets', { email: acme.adminEmail });
    const mail = await waitForMail(server, (m) => m.recipients.includes(acme.adminEmail));
    const token = /token=(\S+)/.exec(mail.text ?? '')?.[1] ?? '';
    expect((await post(acme.portal(), 'check', { token })).body.code).toBe('linkGone');
  });

  test('one answer for names that nobody has, or whose owner may not enter', async () => {
    const contact = await acme.contact();
    await acme.admin.put(`/api/v1/contacts/${contact.contactId}/archive`);
    for (const username of ['nobody', contact.username, '<script>']) {
      const start = performance.now();
      const answer = await ask(username);
      expect(performance.now() - start).toBeGreaterThan(240);
      expect([answer.status, answer.body]).toEqual([202, {}]);
    }
    const mails = await readOutbox(server);
    expect(mails.filter((mail) => mail.recipients.includes(contact.email))).toEqual([]);
  });
});

describe('your own data', () => {
  test('200: name, phone, language', async () => {
    const contact = await acme.contact();
    const changes = { firstName: 'Kim', lastName: 'Doe', phone: '+1 2', language: 'fr' };
    const { status, body } = await contact.patch('/portal/v1/me', changes);
    expect(status).toBe(200);
    expect(body.contact).toMatchObject(changes);
  });
  test('400, 401; and nothing that is not his to change', async () => {
    const contact = await acme.contact();
    expect((await contact.patch('/portal/v1/me', { language: 'xx' })).status).toBe(400);
    expect((await acme.portal().patch('/portal/v1/me', {})).status).toBe(401);
    const sneaky = { isMainContact: true, email: 'ceo@globex.test', customerId: 1 };
    await contact.patch('/portal/v1/me', sneaky);
    const { body } = await contact.get('/portal/v1/session');
    expect(body.contact).toMatchObject({ isMainContact: false, email: contact.email });
  });
});
