import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { removeAbandonedUploads } from './conversations.jobs.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let jane: TestContact;
let number: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  jane = await acme.contact();
  const ticket = await jane.post('/portal/v1/tickets', { subject: 'x', html: '<p>x</p>' });
  number = ticket.body.number;
});
afterAll(() => server.close());

const file = (content: string | Buffer = 'content', name = 'a.txt', type = 'text/plain') => ({
  name,
  type,
  content: Buffer.from(content),
});

it('201: a pending file is its uploader’s alone, in both directions', async () => {
  const mine = await jane.upload('/portal/v1/attachments', file());
  expect(mine.status).toBe(201);
  expect(mine.body).toEqual({
    id: expect.any(Number),
    name: 'a.txt',
    mediaType: 'text/plain',
    sizeBytes: 7,
    isInline: false,
    url: `/portal/v1/attachments/${mine.body.id}`,
  });
  expect((await jane.get(mine.body.url)).raw.toString()).toBe('content');
  const john = await acme.contact();
  expect((await john.get(mine.body.url)).status).toBe(404);
  expect((await acme.admin.get(`/api/v1/attachments/${mine.body.id}`)).status).toBe(404);
  const theft = await acme.admin.post(`/api/v1/tickets/${number}/notes`, {
    html: `<p>x<img src="/api/v1/attachments/${mine.body.id}"></p>`,
    attachmentIds: [mine.body.id],
  });
  expect(theft.status).toBe(400);
});

it('200: on a message it is for who sees the ticket, as a download', async () => {
  const upload = await jane.upload(
    '/portal/v1/attachments',
    file('<svg onload="alert(1)"/>', '../../evil\u202e.svg', 'image/svg+xml'),
  );
  await jane.post(`/portal/v1/tickets/${number}/messages`, {
    html: '<p>x</p>',
    attachmentIds: [upload.body.id],
  });
  const path = `/api/v1/attachments/${upload.body.id}`;
  const answer = await acme.admin.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="evil.svg"/);
  expect((await server.console().get(path)).status).toBe(401);
  expect((await (await acme.technicianWith(['customers.view'])).get(path)).status).toBe(403);
  expect((await other.admin.get(path)).status).toBe(404);
  expect((await other.admin.get('/api/v1/attachments/x')).status).toBe(400);
});

it('413: says how large a file may be, and keeps nothing', async () => {
  const before = await server.rows('select count(*)::int as n from attachments');
  const answer = await jane.upload(
    '/portal/v1/attachments',
    file(Buffer.alloc(LIMITS.attachmentBytes + 1)),
  );
  expect(answer.status).toBe(413);
  expect(answer.body.detail).toContain('25');
  expect(await server.rows('select count(*)::int as n from attachments')).toEqual(before);
  const fits = await jane.upload(
    '/portal/v1/attachments',
    file(Buffer.alloc(LIMITS.attachmentBytes)),
  );
  expect(fits.status).toBe(201);
  expect((await server.console().upload('/api/v1/attachments', file())).status).toBe(401);
});

it('removes after a day what was never sent, but not what a draft shows', async () => {
  const picture = await acme.admin.upload('/api/v1/attachments', file('shown', 'a.png'));
  const forgotten = await acme.admin.upload('/api/v1/attachments', file('forgotten'));
  const fresh = await acme.admin.upload('/api/v1/attachments', file('fresh'));
  const sent = await acme.admin.upload('/api/v1/attachments', file('sent'));
  await acme.admin.put(`/api/v1/tickets/${number}/drafts/reply`, {
    html: `<p><img src="${picture.body.url}"></p>`,
  });
  await acme.admin.post(`/api/v1/tickets/${number}/notes`, {
    html: '<p>x</p>',
    attachmentIds: [sent.body.id],
  });
  const old = [picture, forgotten, sent].map(({ body }) => body.id);
  await server.rows(
    `update attachments set created_at = now() - interval '25 hours' where id = any ($1)`,
    [old],
  );
  const [row] = await server.rows<{ key: string }>(
    'select file_key as key from attachments where id = $1',
    [forgotten.body.id],
  );
  const path = join(server.config.filesDir, row?.key ?? '');
  expect(existsSync(path)).toBe(true);
  const { platform } = server;
  await removeAbandonedUploads.run({ platform, log: platform.log });
  await removeAbandonedUploads.run({ platform, log: platform.log });
  expect(existsSync(path)).toBe(false);
  const statuses = [picture, forgotten, fresh, sent].map(
    async ({ body }) => (await acme.admin.get(body.url)).status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 404, 200, 200]);
});
