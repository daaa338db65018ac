import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('answers health on any host, and readiness once database and jobs are there', async () => {
  expect((await server.at('whatever.example').get('/healthz')).status).toBe(200);
  expect((await server.at('whatever.example').get('/readyz')).status).toBe(200);
});

test('an unknown host gets a plain 404 and no cookie', async () => {
  const answer = await server.at('evil.example').get('/api/v1/session');
  expect(answer.status).toBe(404);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(answer.headers['content-type']).toContain('text/plain');
  expect((await server.portal('nobody').get('/')).status).toBe(404);
});

test('127.0.0.1 redirects to BASE_URL', async () => {
  const answer = await server.at(`127.0.0.1:${server.config.port}`).get('/tickets?x=1');
  expect(answer.status).toBe(307);
  expect(answer.headers.location).toBe(`${server.config.baseUrl}/tickets?x=1`);
});
