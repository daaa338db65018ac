import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let jane: TestContact;
let boss: TestContact;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  const customerId = await acme.customer('Globex');
  jane = await acme.contact({ customerId });
  boss = await acme.contact({ customerId, isMainContact: true });
});
afterAll(() => server.close());

const set = (columns: string) =>
  server.rows(`update portal_settings set ${columns} where tenant_id = $1`, [acme.tenantId]);

async function open(by = jane, more: object = {}): Promise<number> {
  const body = { subject: 'Printer on fire', html: '<p>It burns.</p>', ...more };
  const answer = await by.post('/portal/v1/tickets', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.number;
}
const isUnread = async (number: number, by = jane, scope = 'own') => {
  const { items } = (await by.get(`/portal/v1/tickets?scope=${scope}`)).body;
  return items.find((ticket: { number: number }) => ticket.number === number)?.isUnread;
};
const reply = (number: number) =>
  acme.admin.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Water helps.</p>' });
const lastMessage = async (number: number) =>
  (await jane.get(`/portal/v1/tickets/${number}/messages`)).body.items.at(-1).id;

describe('the mark of what is new', () => {
  it('is there from an answer on until it is read, for each reader alone', async () => {
    const number = await open();
    expect(await isUnread(number)).toBe(false);
    expect(await isUnread(number, boss, 'company')).toBe(true);
    await acme.admin.post(`/api/v1/tickets/${number}/notes`, { html: '<p>Hot.</p>' });
    expect(await isUnread(number)).toBe(false);
    await reply(number);
    expect(await isUnread(number)).toBe(true);
    const messageId = await lastMessage(number);
    const path = `/portal/v1/tickets/${number}/read`;
    expect((await jane.put(path, { messageId })).status).toBe(204);
    expect(await isUnread(number)).toBe(false);
    expect(await isUnread(number, boss, 'company')).toBe(true);
    // An older window that is behind takes nothing back.
    expect((await jane.put(path, { messageId: messageId - 1 })).status).toBe(204);
    expect(await isUnread(number)).toBe(false);
    await reply(number);
    expect(await isUnread(number)).toBe(true);
    expect((await jane.put('/portal/v1/tickets/read')).status).toBe(204);
    expect(await isUnread(number)).toBe(false);
    await reply(number);
    expect(await isUnread(number)).toBe(true);
  });

  it('400, 401 and 404', async () => {
    const number = await open(boss);
    const path = `/portal/v1/tickets/${number}/read`;
    expect((await jane.put(path, { messageId: 1 })).status).toBe(404);
    expect((await boss.put(path, { messageId: 'x' })).status).toBe(400);
    expect((await boss.put(path, { messageId: 1 })).status).toBe(204);
    expect((await acme.portal().put(path, { messageId: 1 })).status).toBe(401);
    expect((await acme.portal().put('/portal/v1/tickets/read')).status).toBe(401);
  });
});

describe('company tickets', () => {
  it('200: of one person, for main contacts only', async () => {
    const number = await open();
    const query = `scope=company&contactId=${jane.contactId}`;
    const { items } = (await boss.get(`/portal/v1/tickets?${query}`)).body;
    expect(items.map((ticket: { number: number }) => ticket.number)).toContain(number);
    expect(items.every(({ isOwn }: { isOwn: boolean }) => !isOwn)).toBe(true);
    const others = await jane.get(`/portal/v1/tickets?scope=company&contactId=${boss.contactId}`);
    expect(others.body.items.every(({ isOwn }: { isOwn: boolean }) => isOwn)).toBe(true);
    expect((await boss.get('/portal/v1/tickets?scope=company&contactId=x')).status).toBe(400);
  });
});

describe('sending the same twice', () => {
  const key = 'a-form-of-its-own-1';

  it('201: one ticket of many at the same moment, and after an answer that was lost', async () => {
    const numbers = await Promise.all(Array.from({ length: 5 }, () => open(jane, { key })));
    expect(new Set(numbers).size).toBe(1);
    expect(await open(jane, { key })).toBe(numbers[0]);
    expect(await open(jane, { key, subject: 'Something else' })).not.toBe(numbers[0]);
    expect(await open(boss, { key })).not.toBe(numbers[0]);
    expect(await open(jane)).not.toBe(await open(jane));
  });

  it('201: one message, with its file', async () => {
    const number = await open();
    const file = { name: 'a.txt', type: 'text/plain', content: Buffer.from('words') };
    const upload = await jane.upload('/portal/v1/attachments', file);
    const body = { key, html: '<p>More</p>', attachmentIds: [upload.body.id] };
    const send = () => jane.post(`/portal/v1/tickets/${number}/messages`, body);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(
      (await jane.post(`/portal/v1/tickets/${number}/messages`, { ...body, key: 'short' })).status,
    ).toBe(400);
  });
});

describe('what the company lets contacts do', () => {
  it('shows, hides and takes priority and impact', async () => {
    const look = async (number: number) => {
      const { priority, impact } = (await jane.get(`/portal/v1/tickets/${number}`)).body;
      return { priority, impact };
    };
    const number = await open();
    expect(await look(number)).toEqual({ priority: null, impact: null });
    await set(`priority_field = 'shown', impact_field = 'filled'`);
    expect(await look(number)).toEqual({ priority: 'medium', impact: 'none' });
    expect(await look(await open(jane, { impact: 'major' }))).toEqual({
      priority: 'medium',
      impact: 'major',
    });
    const refused = await jane.post('/portal/v1/tickets', {
      subject: 'x',
      html: '<p>x</p>',
      priority: 'critical',
    });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ field: 'priority', code: 'unknownField' }]);
    await set(`priority_field = 'hidden', impact_field = 'hidden'`);
  });

  it('403: closing and reopening that is the support’s', async () => {
    const number = await open();
    await set('contacts_may_close = false, contacts_may_reopen = false');
    const close = await jane.put(`/portal/v1/tickets/${number}/closure`);
    expect([close.status, close.body.code]).toEqual([403, 'contactsMayNotClose']);
    const reopen = await jane.delete(`/portal/v1/tickets/${number}/closure`);
    expect([reopen.status, reopen.body.code]).toEqual([403, 'contactsMayNotReopen']);
    await set('contacts_may_close = true, contacts_may_reopen = true');
    expect((await jane.put(`/portal/v1/tickets/${number}/closure`)).body.status).toBe('closed');
  });
});
