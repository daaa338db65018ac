import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let technician: HttpClient;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  technician = await acme.technician();
});
afterAll(() => server?.close());

const get = async (path = '/settings') => (await acme.admin.get(`/api/v1${path}`)).body;
const patch = (body: unknown) => acme.admin.patch('/api/v1/settings', body);

describe('who may enter', () => {
  it.each([
    ['GET', '/settings', undefined],
    ['PATCH', '/settings', { version: 1, companyName: 'Mine' }],
  ])('%s %s: 401 without a sign-in, 403 without the right', async (method, path, body) => {
    expect((await server.console().send(method, `/api/v1${path}`, body)).status).toBe(401);
    expect((await technician.send(method, `/api/v1${path}`, body)).status).toBe(403);
  });
});

describe('settings', () => {
  it('start as the product says', async () => {
    expect(await get()).toEqual({
      companyName: 'Acme',
      language: 'en',
      timeZone: 'UTC',
      newContactMailEnabled: false,
      newContactMailTemplate: 'SendUsernameAndPassword',
      confirmationMailEnabled: true,
      automaticContactsEnabled: true,
      unknownSenderFiling: 'ticket',
      reopenResolvedWithinDays: null,
      reopenClosedWithinDays: null,
      closeResolvedAfterDays: null,
      nextTicketNumber: 1,
      version: 1,
    });
  });

  it('change for this company only, audited with both values', async () => {
    const before = (await other.admin.get('/api/v1/settings')).body;
    const answer = await patch({
      version: (await get()).version,
      newContactMailEnabled: true,
      newContactMailTemplate: 'SendSetPasswordLink',
      timeZone: 'Europe/Berlin',
      companyName: 'Acme AG',
      language: 'de',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      newContactMailEnabled: true,
      newContactMailTemplate: 'SendSetPasswordLink',
      timeZone: 'Europe/Berlin',
      companyName: 'Acme AG',
      language: 'de',
      confirmationMailEnabled: true,
      version: 2,
    });
    expect(await get()).toEqual(answer.body);
    expect((await other.admin.get('/api/v1/settings')).body).toEqual(before);
    const [entry] = await server.rows(
      `select details from audit_entries where action = 'settings.changed'`,
    );
    expect(entry?.details.old).toMatchObject({ newContactMailEnabled: false, timeZone: 'UTC' });
    expect(entry?.details.new).toMatchObject({ newContactMailEnabled: true });
  });

  it('tell the second of two administrators', async () => {
    const { version } = await get();
    const answers = await Promise.all(
      ['UTC', 'Asia/Tokyo'].map((timeZone) => patch({ version, timeZone })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.current).toEqual(await get());
  });

  it.each([
    [{ timeZone: 'Europe/Atlantis' }, 'timeZone', 'timeZone'],
    [{ newContactMailTemplate: 'Nonsense' }, 'newContactMailTemplate', 'invalid'],
    [{ newContactMailEnabled: 'yes' }, 'newContactMailEnabled', 'invalid'],
    [{ companyName: ' ' }, 'companyName', 'required'],
    [{ companyName: 'A\r\nBcc: x' }, 'companyName', 'invalid'],
    [{ slug: 'mine' }, 'slug', 'unknownField'],
    [{ unknownSenderFiling: 'dropped' }, 'unknownSenderFiling', 'invalid'],
    [{ reopenClosedWithinDays: -1 }, 'reopenClosedWithinDays', 'tooSmall'],
    [{ reopenResolvedWithinDays: 1.5 }, 'reopenResolvedWithinDays', 'invalid'],
    [{ closeResolvedAfterDays: 0 }, 'closeResolvedAfterDays', 'tooSmall'],
    [{ closeResolvedAfterDays: 5000 }, 'closeResolvedAfterDays', 'tooBig'],
    [{ nextTicketNumber: 0 }, 'nextTicketNumber', 'tooSmall'],
    [{ nextTicketNumber: 1e12 }, 'nextTicketNumber', 'tooBig'],
  ])('refuse %j', async (changes, field, code) => {
    const { version } = await get();
    const answer = await patch({ version, ...changes });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field, code })]);
  });
});

describe('the number of the next ticket', () => {
  const open = async () => {
    const answer = await acme.admin.post('/api/v1/tickets', { subject: 'x', html: '<p>x</p>' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.number as number;
  };

  it('only goes up', async () => {
    const { version, nextTicketNumber } = await get();
    const answer = await patch({ version, nextTicketNumber: nextTicketNumber + 1000 });
    expect(answer.status).toBe(200);
    expect(await open()).toBe(nextTicketNumber + 1000);
    const back = await patch({ version: version + 1, nextTicketNumber: nextTicketNumber + 1000 });
    expect(back.status).toBe(400);
    expect(back.body.errors).toEqual([
      expect.objectContaining({ field: 'nextTicketNumber', code: 'ticketNumberTaken' }),
    ]);
    expect(await open()).toBe(nextTicketNumber + 1001);
  });

  it('is given once, however many tickets are opened while it is raised', async () => {
    const { version, nextTicketNumber } = await get();
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, open),
      patch({ version, nextTicketNumber: nextTicketNumber + 4 }),
      ...Array.from({ length: 8 }, open),
    ]);
    const numbers = answers.filter((answer) => typeof answer === 'number');
    expect(new Set(numbers).size).toBe(16);
  });
});
