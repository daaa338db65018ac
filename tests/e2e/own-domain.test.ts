import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArticle, makeCategory } from '../support/articles.ts';
import { openBrowser } from '../support/browser.ts';
import { type Caddy, hasCaddy, makeCaddy } from '../support/caddy.ts';
import { makeDns, type TestDns } from '../support/dns.ts';
import { waitForMail } from '../support/mail.ts';
import { until } from '../support/smtp-client.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const BASE = 'desk.portico.example';
const OWN = 'support.acme.example';

/**
 * A portal on a company's own domain behind the real Caddy, with the file that we ship: only where
 * a Caddy is installed.
 */
const reason = hasCaddy ? '' : ' (skipped: this machine has no caddy)';
describe.skipIf(!hasCaddy)(`an own domain behind Caddy${reason}`, () => {
  let caddy: Caddy;
  let server: TestServer;
  let dns: TestDns;
  let acme: TestTenant;
  let contact: TestContact;
  let browser: Browser;

  beforeAll(async () => {
    caddy = await makeCaddy();
    server = await startTestServer({
      BASE_URL: `https://${BASE}:${caddy.httpsPort}`,
      TRUST_PROXY: '127.0.0.1,::1',
    });
    await caddy.start(`127.0.0.1:${server.config.port}`);
    dns = makeDns();
    dns.add('A', server.config.portalSuffix, '127.0.0.1');
    server.platform.dns = dns.resolve;
    acme = await makeTenant(server, { company: 'Acme' });
    contact = await acme.contact({ customerId: await acme.customer('Globex') });
  });
  afterAll(async () => {
    await browser?.close();
    await caddy?.stop();
    await server?.close();
  });

  const domainOf = async () => (await acme.admin.get('/api/v1/portal-address')).body;
  const look = async () => {
    await acme.admin.post('/api/v1/portal-domain/checks');
    return until(async () => {
      const address = await domainOf();
      return address.domain.isChecking ? undefined : address;
    }, 'looking at the domain');
  };
  /** No certificate, no connection. */
  const refused = (host: string) =>
    expect(caddy.get(host, '/'), host).rejects.toThrow(/alert|handshake|socket|ECONNRESET|SSL/i);

  it('has certificates for the console and for portals, and for nothing else', async () => {
    expect((await caddy.get(BASE, '/api/openapi.json')).status).toBe(200);
    const site = await caddy.get(`acme.${server.config.portalSuffix}`, '/portal/v1/site');
    expect(site.body.companyName).toBe('Acme');
    expect(site.headers['strict-transport-security']).toBe('max-age=31536000');
    await refused(`nobody.${server.config.portalSuffix}`);
    await refused('evil.example');
    await refused(OWN);
  });

  it('has none for a domain that is claimed, and one as soon as it is proven', async () => {
    const { body } = await acme.admin.put('/api/v1/portal-domain', { domain: OWN });
    dns.add('A', OWN, '127.0.0.1');
    expect((await look()).domain.state).toBe('waiting');
    await refused(OWN);
    const { proof } = body.domain;
    dns.add('TXT', proof.host, proof.value);
    const address = await until(async () => {
      // what was remembered of the name is forgotten within five seconds
      const seen = await look();
      return seen.domain.state === 'serving' ? seen : undefined;
    }, 'serving');
    expect(address.portalAddress).toBe(`https://${OWN}:${caddy.httpsPort}`);
    const [row] = await server.rows('select answers from portal_domains');
    expect(row?.answers).toBe('well');
    const site = await caddy.get(OWN, '/portal/v1/site');
    expect(site.body.companyName).toBe('Acme');
    // free to lead the name elsewhere within a month
    expect(site.headers['strict-transport-security']).toBe('max-age=2592000');
  });

  it('signs contacts in with cookies for this host and HTTPS only', async () => {
    const credentials = { username: contact.username, password: TEST_PASSWORD };
    const answer = await caddy.send('POST', OWN, '/portal/v1/session', credentials);
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-portico_portal=/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).not.toMatch(/Domain=/i);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    expect((await caddy.get(OWN, '/portal/v1/tickets', session)).status).toBe(200);
    const generated = `acme.${server.config.portalSuffix}`;
    expect((await caddy.get(generated, '/portal/v1/tickets', session)).status).toBe(401);
    const foreign = { ...session, origin: `https://${generated}:${caddy.httpsPort}` };
    const forged = await caddy.send('DELETE', OWN, '/portal/v1/session', {}, foreign);
    expect(forged.status).toBe(403);
  });

  it('lets nobody write what a proxy says', async () => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '203.0.113.66',
    };
    const credentials = { username: contact.username, password: 'wrong' };
    const answer = await caddy.send('POST', OWN, '/portal/v1/session', credentials, forged);
    expect(answer.status).toBe(401);
    const [entry] = await server.rows(
      `select host(ip) as ip from audit_entries where action = 'contact.signInRefused'
       order by id desc limit 1`,
    );
    expect(entry?.ip).toMatch(/^(127\.0\.0\.1|::1)$/);
    for (const host of [BASE, OWN])
      expect((await caddy.get(host, `/internal/tls-ask?domain=${OWN}`)).status).toBe(404);
  });

  it('leads from HTTP to HTTPS', async () => {
    const answer = await caddy.getPlain(OWN, '/tickets/7?a=b');
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toMatch(
      /^https:\/\/support\.acme\.example(:\d+)?\/tickets\/7\?a=b$/,
    );
  });

  it('is a portal as any other in a browser: sign in, open a ticket, read it', async () => {
    browser = await openBrowser([`--host-resolver-rules=MAP *.example 127.0.0.1`]);
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en' });
    const page = await context.newPage();
    await page.goto(`https://${OWN}:${caddy.httpsPort}/`);
    await page.locator('input[autocomplete=username]').fill(contact.username);
    await page.locator('input[type=password]').fill(TEST_PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.locator('input[type=password]').waitFor({ state: 'detached' });
    await page.goto(`https://${OWN}:${caddy.httpsPort}/tickets/new`);
    await page.getByLabel('What is it about?').fill('The printer is on fire');
    await page.getByRole('textbox', { name: 'Please describe it' }).fill('Please come quickly.');
    await page.getByRole('button', { name: 'Send the ticket' }).click();
    await page.getByRole('link', { name: 'Look at the ticket' }).click();
    await page.waitForURL(/\/tickets\/1\b/);
    await page.getByText('Please come quickly.').first().waitFor();
    const cookies = await context.cookies();
    const session = cookies.find(({ name }) => name === '__Host-portico_portal');
    expect(session).toMatchObject({ domain: OWN, secure: true, httpOnly: true });
    const [mail] = await until(async () => {
      const rows = await server.rows(
        `select text from outbound_messages where kind = 'confirmation' order by id desc limit 1`,
      );
      return rows[0] ? rows : undefined;
    }, 'the confirmation');
    expect(mail?.text).toContain(`https://${OWN}:${caddy.httpsPort}/tickets/`);
  });

  it('holds what the portal document promises: welcome, tickets, knowledge base, company tickets', async () => {
    const origin = `https://${OWN}:${caddy.httpsPort}`;
    await makeCategory(server, acme, { slug: 'printing', names: { en: 'Printing' } });
    await makeArticle(server, acme, {
      category: 'printing',
      slug: 'paper-jam',
      texts: { en: { title: 'Clear a paper jam', html: '<p>Pull the crumpled sheet.</p>' } },
    });
    const { version } = (await acme.admin.get('/api/v1/settings')).body;
    await acme.admin.patch('/api/v1/settings', { version, newContactMailEnabled: true });
    const { items } = (await acme.admin.get('/api/v1/customers')).body;
    const email = 'boss@globex.test';
    const added = await acme.admin.post('/api/v1/contacts', {
      customerId: items[0].id,
      email,
      firstName: 'Bo',
      isMainContact: true,
    });
    expect(added.status).toBe(201);
    const mail = await waitForMail(server, ({ recipients }) => recipients.includes(email));
    const told = (label: string) =>
      new RegExp(`^${label} : (\\S+)$`, 'm').exec(mail.text ?? '')?.[1] ?? '';
    expect(told('Link')).toBe(origin);

    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en' });
    const page = await context.newPage();
    await page.goto(told('Link'));
    await page.getByLabel('Username or e-mail address').fill(told('User'));
    await page.getByLabel('Password', { exact: true }).fill(told('Password'));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('New password', { exact: true }).fill('Harbour-Lantern-63!');
    await page.getByRole('button', { name: 'Save the password' }).click();
    await page.getByRole('heading', { name: 'Hello Bo' }).waitFor();
    // All company tickets, for a main contact.
    await page.getByRole('link', { name: 'Company tickets' }).first().click();
    await page.getByRole('link', { name: /The printer is on fire/ }).click();
    await page.getByText('Please come quickly.').first().waitFor();
    await page.getByRole('link', { name: 'Knowledge base' }).first().click();
    await page.getByRole('link', { name: 'Clear a paper jam' }).click();
    await page.getByText('Was this article helpful?').waitFor();
    // What search engines are told is the own domain, too.
    const article = await caddy.get(OWN, '/kb/printing/paper-jam');
    expect(article.raw.toString()).toContain(
      `<link rel="canonical" href="${origin}/en/kb/printing/paper-jam"`,
    );
    await context.close();
  });

  it('is gone within a minute of its removal, and gets no certificate again', async () => {
    expect((await acme.admin.delete('/api/v1/portal-domain')).status).toBe(200);
    await until(
      async () => ((await caddy.get(OWN, '/portal/v1/site')).status === 404 ? true : undefined),
      'the end of the domain',
      10_000,
    );
    const ask = await server
      .at(`127.0.0.1:${server.config.port}`)
      .get(`/internal/tls-ask?domain=${OWN}`);
    expect(ask.status).toBe(404);
    expect((await domainOf()).portalAddress).toBe(server.config.portalOrigin('acme'));
  });
});
