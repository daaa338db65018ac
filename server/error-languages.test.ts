import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { translate } from '#platform/i18n/translate.ts';
import { LANGUAGES, type Language } from '#shared/languages.ts';
import type { Answer, HttpClient } from '../tests/support/http-client.ts';
import {
  callRoute,
  fillCompany,
  nameOfRoute,
  type SweptCompany,
} from '../tests/support/route-examples.ts';
import { makeTenant } from '../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../tests/support/test-server.ts';
import { routes } from './api.ts';

/** Who is refused reads why in a language of theirs, on every route. */

let server: TestServer;
let acme: SweptCompany;
/** Reads French, with a browser that asks for Spanish. */
let technician: HttpClient;
let contact: HttpClient;

beforeAll(async () => {
  server = await startTestServer();
  acme = await fillCompany(server, await makeTenant(server, { company: 'Acme' }));
  technician = await acme.technicianWith([]);
  contact = await acme.contact({ customerId: await acme.customer('Elsewhere') });
  for (const [browser, path] of [
    [technician, '/api/v1/me'],
    [contact, '/portal/v1/me'],
  ] as const) {
    expect((await browser.patch(path, { language: 'fr' })).status).toBe(200);
    browser.language = 'es';
  }
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  await server.rows('delete from rate_limits');
});

function expectIn(language: Language, { status, body }: Answer): void {
  if (status < 400) return;
  expect(body).toMatchObject({
    title: translate(language, `errors:${body.code}`),
    detail: translate(language, `errors:${body.code}`),
  });
}

const closed = routes.filter(({ allow }) => allow !== 'public' && allow !== 'visitor');
const named = closed.map((route) => [nameOfRoute(route), route] as const);

describe('nobody is told in the language of the browser', () => {
  test.each(named)('%s', async (_, route) => {
    const browser = route.audience === 'portal' ? acme.portal() : server.console();
    browser.language = 'de';
    const answer = await callRoute(browser, route, acme.names);
    expect(answer.status).toBe(401);
    expectIn('de', answer);
  });
});

describe('whoever is signed in is told in their own language', () => {
  // A stream refuses nobody who is signed in, and never ends.
  // A machine has no language of its own.
  const answering = named.filter(
    ([, { path, audience }]) => path !== '/events' && audience !== 'agent',
  );
  test.each(answering)('%s', async (_, route) => {
    const browser = route.audience === 'console' ? technician : contact;
    // This one would sign the reader out.
    if (route.method === 'DELETE' && route.path === '/session') return;
    expectIn('fr', await callRoute(browser, route, acme.names, '999999'));
  });
});

test.each(LANGUAGES)('what is wrong with a field is said in %s', async (language) => {
  const browser = server.console();
  browser.language = language;
  const { status, body } = await browser.post('/api/v1/session', { email: 'a@b.test' });
  expect(status).toBe(400);
  expect(body.title).toBe(translate(language, 'errors:invalid'));
  expect(body.errors[0].message).toBe(translate(language, 'errors:field.required'));
});

test('one second is not several', () => {
  expect(translate('en', 'errors:tooMany', { count: 1 })).toMatch(/1 second\.$/);
  expect(translate('en', 'errors:tooMany', { count: 30 })).toMatch(/30 seconds\.$/);
});
