import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import type { Answer, HttpClient } from '../../../tests/support/http-client.ts';
import { BLUE, colourAt, flag, pngOf, RED, RED_DOT } from '../../../tests/support/pictures.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let jane: TestContact;
let flagFile: Buffer;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  jane = await acme.contact();
  flagFile = await flag().png().toBuffer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.rows('delete from rate_limits');
});

const OWN = '/api/v1/me/picture';
const of = (id: number) => `/api/v1/technicians/${id}/picture`;

function send(browser: HttpClient, path: string, content: Buffer = RED_DOT, name = 'me.png') {
  return browser.upload(path, { name, type: 'image/png', content }, 'PUT');
}

async function picture(browser: HttpClient, path = OWN): Promise<string> {
  const answer = await send(browser, path);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.pictureUrl;
}

const inPortal = (url: string) => url.replace('/api/v1/', '/portal/v1/');
const ownUrl = async (browser: HttpClient) =>
  (await browser.get('/api/v1/session')).body.technician.pictureUrl;
const filesOf = (url: string) =>
  server.rows<{ file_key: string }>('select file_key from picture_files where picture_key = $1', [
    url.split('/').at(-1),
  ]);
const onDisk = (key: string) => existsSync(join(server.config.filesDir, key));
const countFiles = async () =>
  (await readdir(server.config.filesDir, { recursive: true })).filter((name) => name.length > 2)
    .length;

describe('one’s own', () => {
  it('200: is shown at once, in every size, to be kept by browsers', async () => {
    const tim = await acme.technician();
    expect(await ownUrl(tim)).toBeNull();
    const url = await picture(tim);
    expect(url).toMatch(/^\/api\/v1\/pictures\/[\w-]{22}$/);
    expect(await ownUrl(tim)).toBe(url);
    for (const size of [64, 128, 256, 512]) {
      const answer = await acme.admin.get(`${url}?size=${size}`);
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-length': String(answer.raw.length),
      });
      expect((await sharp(answer.raw).metadata()).format).toBe('webp');
    }
    expect((await tim.get(url)).status).toBe(200);
    for (const size of ['63', '0', 'x', '']) {
      expect((await tim.get(`${url}?size=${size}`)).status, size).toBe(400);
    }
  });

  it('200: the square that was chosen', async () => {
    const tim = await acme.technician();
    const answer = await send(tim, `${OWN}?x=0&y=0&size=100&width=400&height=200`, flagFile);
    const left = (await tim.get(`${answer.body.pictureUrl}?size=64`)).raw;
    for (const place of [3, 60]) expect(await colourAt(left, place, place)).toEqual(RED);
    const again = await send(tim, `${OWN}?x=300&y=100&size=100`, flagFile);
    const right = (await tim.get(`${again.body.pictureUrl}?size=64`)).raw;
    for (const place of [3, 60]) expect(await colourAt(right, place, place)).toEqual(BLUE);
  });

  it('200: another one has another address, and nothing is left of the first', async () => {
    const tim = await acme.technician();
    const first = await picture(tim);
    const files = await filesOf(first);
    expect(files).toHaveLength(4);
    for (const { file_key } of files) expect(onDisk(file_key)).toBe(true);
    const second = await picture(tim);
    expect(second).not.toBe(first);
    expect((await tim.get(first)).status).toBe(404);
    expect((await tim.get(second)).status).toBe(200);
    await until(
      async () => files.every(({ file_key }) => !onDisk(file_key)) || undefined,
      'the old files to go',
    );
  });

  it('200: of two at the same moment one stays, whole', async () => {
    const tim = await acme.technician();
    const answers = await Promise.all([send(tim, OWN), send(tim, OWN), send(tim, OWN)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const url = await ownUrl(tim);
    const urls = answers.map(({ body }) => body.pictureUrl);
    expect(urls).toContain(url);
    for (const one of urls) {
      expect((await tim.get(one)).status).toBe(one === url ? 200 : 404);
    }
    const rows = await server.rows('select * from picture_files where technician_id = $1', [
      tim.technicianId,
    ]);
    expect(rows).toHaveLength(4);
  });

  it('204: removed, once and again', async () => {
    const tim = await acme.technician();
    const url = await picture(tim);
    expect((await tim.delete(OWN)).status).toBe(204);
    expect(await ownUrl(tim)).toBeNull();
    expect((await tim.get(url)).status).toBe(404);
    expect((await tim.delete(OWN)).status).toBe(204);
    const removals = await server.rows(
      `select id from audit_entries where action = 'technician.pictureRemoved' and subject_id = $1`,
      [tim.technicianId],
    );
    expect(removals).toHaveLength(1);
  });

  it('401 for nobody and for contacts, 403 for scripts', async () => {
    expect((await send(server.console(), OWN)).status).toBe(401);
    expect((await send(jane, OWN)).status).toBe(404);
    const roleId = (await acme.admin.get('/api/v1/roles')).body.items[0].id;
    const key = await acme.admin.post('/api/v1/api-keys', { name: 'x', roleId });
    const script = server.console();
    script.bearer = key.body.secret;
    expect((await send(script, OWN)).body.code).toBe('browsersOnly');
    expect((await script.delete(OWN)).body.code).toBe('browsersOnly');
  });
});

describe('somebody else’s', () => {
  it('200: whoever manages technicians sets and removes it; all of it is on record', async () => {
    const tim = await acme.technician();
    const manager = await acme.technicianWith(PERMISSIONS);
    const url = await picture(manager, of(tim.technicianId));
    expect(await ownUrl(tim)).toBe(url);
    expect((await manager.delete(of(tim.technicianId))).status).toBe(204);
    expect(await ownUrl(tim)).toBeNull();
    const entries = await server.rows(
      `select action, actor_id::int, subject_id::int from audit_entries
       where action like 'technician.picture%' and subject_id = $1 order by id`,
      [tim.technicianId],
    );
    const whom = { actor_id: manager.technicianId, subject_id: tim.technicianId };
    expect(entries).toEqual([
      { action: 'technician.pictureChanged', ...whom },
      { action: 'technician.pictureRemoved', ...whom },
    ]);
  });

  it('403: not without the right, and not of somebody who may more', async () => {
    const tim = await acme.technician();
    const boss = await picture(acme.admin);
    const peer = await acme.technicianWith(['technicians.view']);
    const manager = await acme.technicianWith(['technicians.view', 'technicians.manage']);
    for (const way of [send(peer, of(tim.technicianId)), peer.delete(of(tim.technicianId))])
      expect((await way).body.code).toBe('forbidden');
    const before = await countFiles();
    for (const id of [acme.adminId, tim.technicianId])
      for (const way of [send(manager, of(id)), manager.delete(of(id))])
        expect((await way).body.code).toBe('moreThanYourRights');
    expect(await countFiles()).toBe(before);
    expect(await ownUrl(acme.admin)).toBe(boss);
  });

  it('404: not in another company, not even to look at', async () => {
    const tim = await acme.technician();
    const url = await picture(tim);
    const answers: Answer[] = [
      await send(other.admin, of(tim.technicianId)),
      await other.admin.delete(of(tim.technicianId)),
      await other.admin.get(url),
      await send(other.admin, of(987_654_321)),
    ];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'notFound']);
    expect(await ownUrl(tim)).toBe(url);
    expect((await server.console().get(url)).status).toBe(401);
  });
});

describe('in the portal', () => {
  it('200 for contacts of the company who are signed in, and for nobody else', async () => {
    const url = await picture(acme.admin);
    expect((await jane.get(`${inPortal(url)}?size=128`)).status).toBe(200);
    expect((await acme.portal().get(inPortal(url))).status).toBe(401);
    const stranger = await other.contact();
    expect((await stranger.get(inPortal(url))).status).toBe(404);
    // Each address is of one audience.
    expect((await jane.get(url)).status).toBe(404);
    expect((await acme.admin.get(inPortal(url))).status).toBe(404);
  });

  it('goes along with the author and with who works on it, and of contacts there is none', async () => {
    const url = await picture(acme.admin);
    const opened = await jane.post('/portal/v1/tickets', { subject: 'x', html: '<p>x</p>' });
    const { number } = opened.body;
    const ticket = `/api/v1/tickets/${number}`;
    const { version } = (await acme.admin.get(ticket)).body;
    await acme.admin.patch(ticket, { version, assigneeId: acme.adminId });
    await acme.admin.post(`${ticket}/replies`, { html: '<p>Hello</p>' });
    const [asked, replied] = (await acme.admin.get(`${ticket}/messages`)).body.items;
    expect([asked.author.pictureUrl, replied.author.pictureUrl]).toEqual([null, url]);
    expect((await acme.admin.get(ticket)).body.assignee.pictureUrl).toBe(url);
    const list = (await acme.admin.get('/api/v1/tickets')).body.items;
    expect(list[0]).toMatchObject({ number, assignee: { pictureUrl: url } });
    const everybody = (await acme.admin.get('/api/v1/technicians')).body.items;
    expect(everybody).toContainEqual(
      expect.objectContaining({ id: acme.adminId, pictureUrl: url }),
    );

    const [, reply] = (await jane.get(`/portal/v1/tickets/${number}/messages`)).body.items;
    expect(Object.keys(reply.author).sort()).toEqual(['kind', 'name', 'pictureUrl']);
    expect(reply.author.pictureUrl).toBe(inPortal(url));
    const page = (await jane.get(`/portal/v1/tickets/${number}`)).body;
    expect(page.assignee).toEqual({ name: expect.any(String), pictureUrl: inPortal(url) });
  });
});

describe('refuses, keeps nothing of it, and leaves the picture that was there', () => {
  it.each([
    ['what is no picture, whatever its name', Buffer.from('MZ not a picture'), 415, 'pictureKind'],
    ['SVG', Buffer.from('<svg onload="alert(1)"/>'), 415, 'pictureSvg'],
    ['a bomb', pngOf(30_000, 30_000), 413, 'pictureTooManyPixels'],
    ['half a file', pngOf(50, 50), 400, 'pictureBroken'],
    ['more than 10 MB', Buffer.alloc(LIMITS.pictureBytes + 1), 413, 'fileTooLarge'],
  ])('%s', async (_, content, status, code) => {
    const tim = await acme.technician();
    const url = await picture(tim);
    const before = await countFiles();
    const answer = await send(tim, OWN, content, 'holiday.png');
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
    expect(await countFiles()).toBe(before);
    expect(await ownUrl(tim)).toBe(url);
  });

  it('in the words of whoever chose it', async () => {
    const tim = await acme.technician();
    const said = new Set<string>();
    for (const language of ['en', 'de', 'fr', 'it', 'es']) {
      await tim.patch('/api/v1/me', { language });
      said.add((await send(tim, OWN, pngOf(30_000, 30_000))).body.detail);
    }
    expect(said.size).toBe(5);
    for (const sentence of said) expect(sentence).toContain('50');
  });

  it('a crop that is outside or not whole, and a request without a file', async () => {
    const tim = await acme.technician();
    for (const query of ['x=350&y=0&size=100', 'x=0&y=0', 'x=-1&y=0&size=1', 'x=a&y=0&size=1']) {
      const answer = await send(tim, `${OWN}?${query}`, flagFile);
      expect([answer.status, answer.body.code], query).toEqual([400, 'invalid']);
    }
    expect((await tim.put(OWN, {})).status).toBe(415);
    expect(await ownUrl(tim)).toBeNull();
  });
});

it('tells every open page, and contacts not whose', async () => {
  const heard: unknown[] = [];
  const forget = server.platform.events.subscribe(acme.tenantId, (event) => heard.push(event));
  await picture(acme.admin);
  for (let wait = 0; wait < 50 && heard.length === 0; wait++) await sleep(20);
  forget();
  expect(heard).toEqual([{ tenantId: acme.tenantId, kind: 'technician', ids: {} }]);
});
