import { afterAll, beforeAll, expect, test } from 'vitest';
import { clock } from '#platform/clock.ts';
import { LIVE_RECENT_MS } from '#shared/live-events.ts';
import { openEventSource, type TestEventSource } from '../tests/support/event-source.ts';
import { makeTenant, type TestContact, type TestTenant } from '../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../tests/support/test-server.ts';

/** A page asks for its data a moment before it listens: what changes in between is told all the same. */
let server: TestServer;
let acme: TestTenant;
let user: TestContact;
let rival: TestContact;
const realNow = clock.now;
let isLaterByMs = 0;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server);
  user = await acme.contact({ customerId: await acme.customer('Bakery') });
  rival = await acme.contact({ customerId: await acme.customer('Forge') });
  // A server that has just started cannot know what was before, and says so.
  isLaterByMs = LIVE_RECENT_MS + 1_000;
  clock.now = () => new Date(realNow().getTime() + isLaterByMs);
}, 60_000);
afterAll(async () => {
  clock.now = realNow;
  await server.close();
});

const openTicket = async (contact: TestContact): Promise<number> =>
  (await contact.post('/portal/v1/tickets', { subject: 'Help', html: '<p>x</p>' })).body.number;
const isAbout = (number: number) => (event: { data: Record<string, unknown> }) =>
  event.data.number === number;
/** Resolves once the stream tells of a ticket that is opened now: what it began with is there by then. */
async function settle(stream: TestEventSource, contact: TestContact): Promise<TestEventSource> {
  await stream.next(isAbout(await openTicket(contact)));
  stream.close();
  return stream;
}

test('console and portal are told what changed before they listened, if they may see it', async () => {
  const number = await openTicket(user);
  const portal = await openEventSource(user, '/portal/v1/events');
  await portal.next(isAbout(number));
  portal.close();
  const technician = await openEventSource(acme.admin, '/api/v1/events');
  await technician.next(isAbout(number));
  technician.close();
  const others = await settle(await openEventSource(rival, '/portal/v1/events'), rival);
  expect(others.received.filter(isAbout(number))).toEqual([]);
  const foreign = await makeTenant(server);
  const stranger = await foreign.contact();
  // Numbers are a company's own: only what is opened last may be told there.
  for (let opened = 1; opened < number; opened++) await openTicket(stranger);
  await settle(await openEventSource(foreign.admin, '/api/v1/events'), stranger);
  isLaterByMs += LIVE_RECENT_MS + 1_000;
  await openTicket(user);
  const theirs = await settle(await openEventSource(foreign.admin, '/api/v1/events'), stranger);
  const heard = theirs.received.filter(({ data }) => data.kind === 'ticket');
  expect(new Set(heard.map(({ data }) => data.number))).toEqual(new Set([number + 1]));
});

test('what is longer ago is left to the page, which knows how old its data is', async () => {
  const number = await openTicket(user);
  const early = await openEventSource(user, '/portal/v1/events');
  await early.next(isAbout(number));
  early.close();
  isLaterByMs += LIVE_RECENT_MS + 1_000;
  const portal = await settle(await openEventSource(user, '/portal/v1/events'), user);
  expect(portal.received.filter(isAbout(number))).toEqual([]);
});
