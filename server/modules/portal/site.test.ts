import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let tenant: TestTenant;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await makeTenant(server, { company: 'Acme IT' });
});
afterAll(() => server.close());

describe('GET /portal/v1/site', () => {
  it('200: says whose portal it is, and nothing more', async () => {
    const answer = await tenant.portal().get('/portal/v1/site');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      companyName: 'Acme IT',
      name: 'Acme IT',
      logo: null,
      color: null,
      style: null,
      welcomeTexts: {},
      links: [],
      language: 'en',
      languages: ['en', 'fr', 'de', 'it', 'es'],
      privacyUrl: null,
      imprintUrl: null,
      fields: { priority: 'hidden', impact: 'hidden' },
      contactsMayClose: true,
      contactsMayReopen: true,
      showsDevices: false,
      signIn: { password: true, link: true },
      showsKnowledgeBase: true,
      isKnowledgeBasePublic: true,
      previewedBy: server.config.baseUrl,
    });
  });

  it('may be framed by the console, for a preview, and by nobody else', async () => {
    const policy = (await tenant.portal().get('/portal/v1/site')).headers[
      'content-security-policy'
    ];
    expect(policy).toContain(`frame-ancestors 'self' ${server.config.baseUrl}`);
    expect(String(policy).split('frame-ancestors')[1]?.trim().split(' ')).toHaveLength(2);
    const console = (await server.console().get('/api/v1/session')).headers[
      'content-security-policy'
    ];
    expect(console).toMatch(/frame-ancestors 'self'$/);
    expect(console).toContain(`frame-src 'self' ${server.config.portalOrigin('*')};`);
  });

  it('404: on the console host and on a host of nobody', async () => {
    expect((await server.console().get('/portal/v1/site')).status).toBe(404);
    expect((await server.portal('nobody').get('/portal/v1/site')).status).toBe(404);
  });
});
