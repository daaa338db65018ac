import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../../../tests/support/tenant.ts';
import { freePort, startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
/** The same house behind a proxy that it trusts. */
let behind: TestServer;
let acme: TestTenant;

beforeAll(async () => {
  server = await startTestServer();
  behind = await startTestServer({ TRUST_PROXY: '127.0.0.1', BASE_URL: 'http://desk.example' });
  acme = await makeTenant(server, { company: 'Acme' });
});
afterAll(async () => {
  await server.close();
  await behind.close();
});

const suffix = () => `servicedesk.localhost:${server.config.port}`;

/** As it is written on the wire, which no well-meant client allows. */
function raw(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; location?: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port: server.config.port, path, headers, setHost: false },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      },
    );
    asking.on('error', reject);
    asking.end();
  });
}

describe('the Host header', () => {
  it.each([
    'evil.example',
    'acme.servicedesk.localhost.evil.example',
    'evil.example:PORT',
    'acme.servicedesk.localhost:1',
    'acme.servicedesk.localhost',
    'localhost',
    'a.acme.servicedesk.localhost:PORT',
    'acme_.servicedesk.localhost:PORT',
    '.servicedesk.localhost:PORT',
    'servicedesk.localhost:PORT',
    'localhost:PORT@evil.example',
    'evil.example/acme.servicedesk.localhost:PORT',
    "acme'--.servicedesk.localhost:PORT",
    '192.0.2.1:PORT',
  ])('%j leads nowhere: a plain 404 without a cookie', async (host) => {
    const browser = server.at(host.replace('PORT', String(server.config.port)));
    const answer = await browser.get('/');
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers.location).toBeUndefined();
    expect(answer.raw.toString()).not.toContain('Acme');
  });

  it('in upper case is the same host; with a trailing dot it is sent to the one place', async () => {
    const upper = server.at(`ACME.ServiceDesk.localhost:${server.config.port}`);
    expect((await upper.get('/portal/v1/site')).body.companyName).toBe('Acme');
    for (const host of [`acme.servicedesk.localhost.`, 'localhost.']) {
      const answer = await server.at(`${host}:${server.config.port}`).get('/a?b=c');
      expect(answer.status).toBe(308);
      expect(answer.headers.location).toBe(
        `http://${host.slice(0, -1)}:${server.config.port}/a?b=c`,
      );
    }
  });

  it('is the only one that counts', async () => {
    const forged = { 'x-forwarded-host': `acme.${suffix()}`, forwarded: `host=acme.${suffix()}` };
    for (const instance of [server, behind]) {
      const answer = await instance.at('evil.example').get('/portal/v1/site', forged);
      expect(answer.status).toBe(404);
    }
  });

  it('is not overruled by a whole address in the first line', async () => {
    const answer = await raw(`http://localhost:${server.config.port}/`, { host: 'evil.example' });
    expect(answer.status).toBe(404);
    const dotted = { host: `acme.servicedesk.localhost.:${server.config.port}` };
    expect((await raw('http://evil.example/x', dotted)).location).toBe(`http://acme.${suffix()}/`);
  });
});

describe('X-Forwarded-Proto', () => {
  const credentials = () => ({ email: acme.adminEmail, password: TEST_PASSWORD });

  it('of anybody counts for nothing', async () => {
    const browser = server.console();
    const forged = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };
    const { origin } = new URL(server.config.baseUrl);
    const answer = await browser.post('/api/v1/session', credentials(), { ...forged, origin });
    expect(answer.status).toBe(200);
    expect(String(answer.headers['set-cookie'])).not.toMatch(/Secure|__Host-/);
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    const secure = { ...forged, origin: origin.replace('http:', 'https:') };
    expect((await browser.post('/api/v1/session', credentials(), secure)).status).toBe(403);
  });

  it('of a proxy in TRUST_PROXY makes origin, cookies and HSTS those of HTTPS', async () => {
    const tenant = await makeTenant(behind, { company: 'Behind' });
    const browser = behind.at('desk.example');
    const body = { email: tenant.adminEmail, password: TEST_PASSWORD };
    const passed = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };
    const origin = 'https://desk.example';
    const answer = await browser.post('/api/v1/session', body, { ...passed, origin });
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-portico_console=/);
    expect(cookie).toMatch(/; Secure/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    // the same browser by plain HTTP is not signed in
    expect((await browser.get('/api/v1/settings')).status).toBe(401);
    expect((await browser.get('/api/v1/settings', passed)).status).toBe(200);
  });
});

describe('GET /internal/tls-ask', () => {
  const ask = (domain: string, headers = {}) =>
    server
      .at(`127.0.0.1:${server.config.port}`)
      .get(`/internal/tls-ask?domain=${encodeURIComponent(domain)}`, headers);

  it.each([
    ['localhost', 200],
    ['LOCALHOST.', 200],
    ['acme.servicedesk.localhost', 200],
    ['nobody.servicedesk.localhost', 404],
    ['servicedesk.localhost', 404],
    ['evil.example', 404],
    ['a.acme.servicedesk.localhost', 404],
    ['127.0.0.1', 404],
    ['::1', 404],
    ['', 404],
    ['acme.servicedesk.localhost:443', 404],
    ['*.servicedesk.localhost', 404],
    ['acme.servicedesk.localhost\r\nx: y', 404],
  ])('%j: %d', async (domain, status) => expect((await ask(domain)).status).toBe(status));

  it('200: for a former name, whose redirect needs a certificate, too', async () => {
    const former = await makeTenant(server, { company: 'Former' });
    await former.admin.put('/api/v1/portal-address/slug', { slug: 'later', from: 'former' });
    expect((await ask('former.servicedesk.localhost')).status).toBe(200);
    expect((await ask('later.servicedesk.localhost')).status).toBe(200);
  });

  it('404: for what a proxy passes on from outside', async () => {
    for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via'])
      expect((await ask('localhost', { [header]: '192.0.2.7' })).status).toBe(404);
  });

  it('404: twice or no domain', async () => {
    const browser = server.at('any.example');
    expect((await browser.get('/internal/tls-ask')).status).toBe(404);
    expect((await browser.get('/internal/tls-ask?domain=localhost&domain=x')).status).toBe(404);
  });

  it('404: from an address that is neither this machine nor in TRUST_PROXY', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
    if (!outside) return;
    const open = await startTestServer({
      BASE_URL: 'http://desk.example',
      PORT: String(await freePort()),
    });
    try {
      const status = await new Promise<number>((resolve, reject) => {
        request(
          {
            host: outside,
            localAddress: outside,
            port: open.config.port,
            path: '/internal/tls-ask?domain=desk.example',
          },
          (answer) => resolve(answer.resume().statusCode ?? 0),
        )
          .on('error', reject)
          .end();
      });
      expect(status).toBe(404);
    } finally {
      await open.close();
    }
  });
});
