import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PREFIX, type Route } from '#platform/http/route.ts';
import { PERMISSIONS, WHOLE_COMPANY_PERMISSIONS } from '#shared/permissions.ts';
import type { Answer, HttpClient } from '../tests/support/http-client.ts';
import {
  addressOf,
  bodyOf,
  callRoute,
  EXAMPLES,
  fillCompany,
  isForAllContacts,
  isForAllTechnicians,
  isForCustomer,
  isForEveryCompany,
  nameOfRoute,
  type SweptCompany,
} from '../tests/support/route-examples.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../tests/support/test-server.ts';
import { routes } from './api.ts';

/**
 * Every route of the house, called by everybody who must not get through. A new route is swept by
 * being listed; one with a name in its address needs an example of how it is called.
 */

let server: TestServer;
let acme: SweptCompany;
let other: TestTenant;
let powerless: TestTechnician;
/** May all that a role limited to chosen customers can have, but for another customer. */
let limited: TestTechnician;
const withinLimit = PERMISSIONS.filter((name) => !WHOLE_COMPANY_PERMISSIONS.includes(name));
const isWithinLimit = (allow: unknown) => withinLimit.some((name) => name === allow);
/** At the owner's customer, but no main contact. */
let colleague: TestContact;
/** A main contact, of another customer. */
let rival: TestContact;
/** A contact of the other company, at its own portal. */
let stranger: TestContact;
/** Has not replaced the generated password yet. */
let newcomer: HttpClient;

beforeAll(async () => {
  server = await startTestServer();
  acme = await fillCompany(server, await makeTenant(server, { company: 'Acme' }));
  other = await makeTenant(server, { company: 'Other' });
  powerless = await acme.technicianWith([]);
  limited = await acme.technicianWith(withinLimit, [await acme.customer('Elsewhere')]);
  colleague = await acme.contact({ customerId: Number(acme.names.customerId) });
  rival = await acme.contact({ customerId: await acme.customer('Rival'), isMainContact: true });
  stranger = await other.contact({ customerId: await other.customer(), isMainContact: true });
  newcomer = await signInNewcomer();
  // Where no devices are shown, each of them would be refused alike.
  await server.rows('update portal_settings set shows_devices = true');
}, 60_000);
afterAll(() => server.close());
// Nobody is to be refused for having asked too often.
beforeEach(async () => {
  await server.rows('delete from rate_limits');
});

async function signInNewcomer(): Promise<HttpClient> {
  const person = { customerId: null, email: 'fresh@fresh.test', firstName: 'F', lastName: 'R' };
  const { id, portalUsername } = (await acme.admin.post('/api/v1/contacts', person)).body;
  const look = await acme.admin.post(`/api/v1/contacts/${id}/password-look`);
  const browser = acme.portal();
  const credentials = { username: portalUsername, password: look.body.password };
  const answer = await browser.post('/portal/v1/session', credentials);
  expect(answer.body.mustChangePassword).toBe(true);
  return browser;
}

const named = (some: readonly Route[]) => some.map((route) => [nameOfRoute(route), route] as const);
const isOpen = ({ allow }: Route) => allow === 'public' || allow === 'visitor';
const closed = routes.filter((route) => !isOpen(route));
const withNames = routes.filter(({ path, allow }) => path.includes(':') && allow !== 'public');
const call = (browser: HttpClient, route: Route, absent?: string) =>
  callRoute(browser, route, acme.names, absent);
/** A browser without a cookie at the host that the route belongs to. */
const strangerAt = ({ audience }: Route) =>
  audience === 'portal' ? acme.portal() : server.console();
const anybodys = ({ status, body }: Answer) => ({ status, body: { ...body, requestId: '' } });

test('the sweep knows how to call every route, and no other', () => {
  const callable = routes.filter(({ path }) => path.includes(':')).map(nameOfRoute);
  const missing = callable.filter((name) => !EXAMPLES[name]);
  expect(missing, 'add them to tests/support/route-examples.ts').toEqual([]);
  const listed = new Set(callable);
  expect(Object.keys(EXAMPLES).filter((name) => !listed.has(name))).toEqual([]);
  const names = routes.map(nameOfRoute);
  expect(new Set(names).size, 'a route is listed twice').toBe(names.length);
});

test('the routes that are open to everybody are these', () => {
  const open = routes.filter(isOpen).map(nameOfRoute);
  expect(open.sort()).toEqual([
    'agent POST /enrolments',
    'console GET /setup',
    'console GET /setup/address',
    'console POST /alert-hooks',
    'console POST /alert-hooks/:secret',
    'console POST /password-resets',
    'console POST /password-resets/check',
    'console POST /password-resets/redemption',
    'console POST /session',
    'console POST /session/passkey',
    'console POST /session/passkey-options',
    'console POST /session/second-factor',
    'console POST /session/second-factor/passkey-options',
    'console POST /setup',
    'console POST /username-undo/check',
    'console POST /username-undo/redemption',
    'portal GET /article-categories/:slug',
    'portal GET /article-files/:id',
    'portal GET /articles',
    'portal GET /articles/:slug',
    'portal GET /icon',
    'portal GET /knowledge-base',
    'portal GET /logo/:key',
    'portal GET /site',
    'portal POST /article-readings/:id',
    'portal POST /article-searches',
    'portal POST /password-resets',
    'portal POST /password-resets/check',
    'portal POST /password-resets/redemption',
    'portal POST /session',
    'portal POST /sign-in-links',
    'portal POST /sign-in-links/check',
    'portal POST /sign-in-links/redemption',
    'portal PUT /article-ratings/:id',
  ]);
});

describe('401 for nobody', () => {
  test.each(named(closed))('%s', async (_, route) => {
    const answer = await call(strangerAt(route), route);
    const code = route.audience === 'agent' ? 'agentKeyUnknown' : 'unauthenticated';
    expect(anybodys(answer)).toMatchObject({ status: 401, body: { code } });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('403 for a technician without the right', () => {
  const limited = closed.filter(
    ({ audience, allow }) =>
      audience === 'console' && allow !== 'technician' && allow !== 'newcomer',
  );
  test.each(named(limited))('%s', async (_, route) => {
    const answer = await call(powerless, route);
    expect(anybodys(answer)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

describe('403 for a contact who still has the generated password', () => {
  const later = closed.filter(({ allow }) => allow === 'contact');
  test.each(named(later))('%s', async (_, route) => {
    const answer = await call(newcomer, route);
    expect(anybodys(answer)).toMatchObject({
      status: 403,
      body: { code: 'passwordChangeRequired' },
    });
  });
});

describe('404 on the other audience’s host, whoever asks', () => {
  test.each(named(routes))('%s', async (_, route) => {
    const browser = route.audience === 'portal' ? server.console() : acme.portal();
    // The cookies of both, under every name: the host alone decides.
    for (const from of [acme.admin, acme.owner])
      for (const [name, value] of from.cookies) browser.cookies.set(name, value);
    const path = route.path.includes(':')
      ? addressOf(route, acme.names)
      : PREFIX[route.audience] + route.path;
    const answer = await browser.send(route.method, path, bodyOf(route));
    expect(answer.status).toBe(404);
  });
});

describe('401 for the cookie of another company’s portal', () => {
  test.each(named(closed.filter(({ audience }) => audience === 'portal')))(
    '%s',
    async (_, route) => {
      const browser = acme.portal();
      for (const [name, value] of stranger.cookies) browser.cookies.set(name, value);
      expect((await call(browser, route)).status).toBe(401);
    },
  );
});

describe('what belongs to somebody else is not there', () => {
  const console = withNames.filter(({ audience }) => audience === 'console');
  const portal = withNames.filter(({ audience }) => audience === 'portal');

  const owned = console.filter((route) => !isForEveryCompany(route));
  test.each(named(owned))('%s, for another company’s Admin', async (_, route) => {
    const theirs = await call(other.admin, route);
    expect(theirs.status, JSON.stringify(theirs.body)).toBe(404);
    expect(anybodys(theirs)).toEqual(anybodys(await call(other.admin, route, '987654321')));
  });

  test.each(named(portal))('%s, for a colleague, a rival, a stranger', async (_, route) => {
    const others = isForAllContacts(route)
      ? [stranger]
      : isForCustomer(route)
        ? [rival, stranger]
        : [colleague, rival, stranger];
    for (const contact of others) {
      const theirs = await call(contact, route);
      expect(theirs.status, JSON.stringify(theirs.body)).toBe(404);
      expect(anybodys(theirs)).toEqual(anybodys(await call(contact, route, '987654321')));
    }
  });

  const readable = portal.filter(({ allow }) => allow === 'visitor');
  test.each(named(readable))('%s, for who has not signed in', async (_, route) => {
    const visitor = acme.portal();
    const theirs = await call(visitor, route);
    expect(theirs.status, JSON.stringify(theirs.body)).toBe(404);
    expect(anybodys(theirs)).toEqual(anybodys(await call(visitor, route, '987654321')));
  });

  const restricted = console.filter((route) => !isForAllTechnicians(route));
  test.each(named(restricted))('%s, for a role limited to another customer', async (_, route) => {
    const theirs = await call(limited, route);
    // Where such a role may ask at all, what the address names is somebody else's.
    const isOpen = [route.allow]
      .flat()
      .some((allow) => allow === 'technician' || isWithinLimit(allow));
    expect(theirs.status, JSON.stringify(theirs.body)).toBe(isOpen ? 404 : 403);
    expect(anybodys(theirs)).toEqual(anybodys(await call(limited, route, '987654321')));
  });

  const lists = routes.filter(
    ({ method, path, allow }) =>
      method === 'GET' && !path.includes(':') && path !== '/events' && allow !== 'public',
  );
  const teamLists = ['/technicians', '/roles'];
  test.each(named(lists.filter(({ path }) => !teamLists.includes(path))))(
    '%s shows nothing of it to a role limited to another customer',
    async (_, route) => {
      if (route.audience !== 'console') return;
      const queries = ['', '?search=Zanzibar', '?state=all', '?customer=none', '?contact=1'];
      const ids = ['customerId', 'contactId'].map((name) => acme.names[name]);
      for (const query of [...queries, ...ids.map((id) => `?customer=${id}&contact=${id}`)]) {
        const answer = await limited.get(PREFIX.console + route.path + query);
        expect(answer.raw.toString(), query).not.toContain(acme.marker);
      }
    },
  );

  test.each(named(lists))('%s shows others nothing of it', async (_, route) => {
    const path = PREFIX[route.audience] + route.path;
    const browsers = route.audience === 'console' ? [other.admin] : [rival, stranger];
    const queries = ['', '?search=Zanzibar', '?state=all', '?scope=company'];
    for (const browser of browsers)
      for (const query of queries) {
        const answer = await browser.get(path + query);
        expect(answer.raw.toString(), `${path}${query}`).not.toContain(acme.marker);
      }
  });
});

describe('nonsense is refused, never a breakdown', () => {
  test.each(named(closed.filter(({ path }) => path !== '/events')))('%s', async (_, route) => {
    const browser = route.audience === 'portal' ? stranger : other.admin;
    if (route.path === '/session') return;
    const addresses = ['abc', '0', '-1', '9007199254740993', '99999999999999999999'].map(
      (nonsense) =>
        route.path.includes(':')
          ? addressOf(route, acme.names, nonsense)
          : `${PREFIX[route.audience]}${route.path}?limit=${nonsense}&cursor=${nonsense}`,
    );
    const bodies = route.method === 'GET' ? [undefined] : [[], 'text', null, { a: { b: [] } }];
    for (const address of addresses)
      for (const body of bodies) {
        const answer = await browser.send(route.method, address, body);
        expect(answer.status, `${address} ${JSON.stringify(body)}`).toBeLessThan(500);
      }
  });
});

describe('nonsense from strangers is refused, never a breakdown', () => {
  const open = routes.filter(isOpen);
  const texts = ['\0', 'a\0b', '\ud800', 'x'.repeat(5_000), '<script>', "' or 1=1 --", ' '];
  test.each(named(open))('%s', async (_, route) => {
    const browser = strangerAt(route);
    const path = PREFIX[route.audience] + route.path;
    for (const text of texts) {
      const fields = ['email', 'username', 'password', 'token', 'companyName', 'firstName'];
      const body = Object.fromEntries(fields.map((field) => [field, text]));
      const query = `token=${encodeURIComponent(text.toWellFormed())}&companyName=%00`;
      const answer = await browser.send(
        route.method,
        route.method === 'GET' ? `${path}?${query}` : path,
        route.method === 'GET' ? undefined : body,
      );
      expect(answer.status, JSON.stringify(text)).toBeLessThan(500);
    }
    if (!route.body) return;
    for (const body of [[], 'text', null, 7])
      expect((await browser.send(route.method, path, body)).status).toBe(400);
  });
});

// The last, because it leaves little of the company: proof that the examples above are right.
describe('who may gets through', () => {
  const order = ['GET', 'PATCH', 'POST', 'PUT', 'DELETE'];
  const sorted = [...withNames].sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
  test.each(named(sorted))('%s', async (_, route) => {
    const browser = route.audience === 'console' ? acme.admin : acme.owner;
    const { status, body } = await call(browser, route);
    expect([200, 201, 202, 204, 409], JSON.stringify(body)).toContain(status);
  });
});
