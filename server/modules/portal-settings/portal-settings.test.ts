import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flag, RED_DOT } from '../../../tests/support/pictures.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
afterAll(() => server?.close());

const PATH = '/api/v1/portal-settings';
const get = async (tenant = acme) => (await tenant.admin.get(PATH)).body;
const site = async (tenant = acme) => (await tenant.portal().get('/portal/v1/site')).body;
const patch = async (changes: object) =>
  acme.admin.patch(PATH, { version: (await get()).version, ...changes });
const sendLogo = (content: Buffer, type = 'image/png', name = 'logo.png') =>
  acme.admin.upload(`${PATH}/logo`, { name, type, content }, 'PUT');

describe('who may enter', () => {
  it.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', '/logo'],
  ])('%s %s: 401 without a sign-in, 403 without the right', async (method, path) => {
    const technician = await acme.technician();
    const body = method === 'PATCH' ? { version: 1, name: 'Mine' } : undefined;
    expect((await server.console().send(method, PATH + path, body)).status).toBe(401);
    expect((await technician.send(method, PATH + path, body)).status).toBe(403);
  });

  it('PUT /logo: the same', async () => {
    const file = { name: 'x.png', type: 'image/png', content: RED_DOT };
    expect((await server.console().upload(`${PATH}/logo`, file, 'PUT')).status).toBe(401);
    const technician = await acme.technician();
    expect((await technician.upload(`${PATH}/logo`, file, 'PUT')).status).toBe(403);
  });
});

describe('the settings', () => {
  it('begin with what nobody chose, at an address that no request tells', async () => {
    expect(await get()).toEqual({
      slug: acme.slug,
      portalAddress: server.config.portalOrigin(acme.slug),
      previewOrigin: server.config.portalOrigin(acme.slug),
      companyName: 'Acme',
      companyLanguage: 'en',
      name: null,
      logo: null,
      color: null,
      welcomeTexts: {},
      links: [],
      language: null,
      privacyUrl: null,
      imprintUrl: null,
      priorityField: 'hidden',
      impactField: 'hidden',
      contactsMayClose: true,
      contactsMayReopen: true,
      showsDevices: false,
      passwordSignIn: true,
      linkSignIn: true,
      knowledgeBase: 'public',
      version: 1,
    });
  });

  it('200: change for this company only, are shown in its portal, audited with both values', async () => {
    const before = await get(other);
    const answer = await patch({
      name: 'Acme Help',
      color: '#B8322A',
      welcomeTexts: { en: ' Hello\nthere ', de: 'Guten Tag', fr: ' ' },
      links: [
        { label: 'Status', url: 'status.acme.test' },
        { label: 'Call', url: 'tel:+4930123' },
      ],
      language: 'de',
      privacyUrl: 'https://acme.test/privacy',
      imprintUrl: 'acme.test/imprint',
      priorityField: 'filled',
      impactField: 'shown',
      contactsMayClose: false,
      contactsMayReopen: false,
      linkSignIn: false,
      knowledgeBase: 'contacts',
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await get()).toEqual(answer.body);
    expect(await site()).toMatchObject({
      companyName: 'Acme',
      name: 'Acme Help',
      color: '#b8322a',
      welcomeTexts: { en: 'Hello\nthere', de: 'Guten Tag' },
      links: [
        { label: 'Status', url: 'https://status.acme.test/' },
        { label: 'Call', url: 'tel:+4930123' },
      ],
      language: 'de',
      privacyUrl: 'https://acme.test/privacy',
      imprintUrl: 'https://acme.test/imprint',
      fields: { priority: 'filled', impact: 'shown' },
      contactsMayClose: false,
      contactsMayReopen: false,
      signIn: { password: true, link: false },
      showsKnowledgeBase: true,
      isKnowledgeBasePublic: false,
    });
    expect(await get(other)).toEqual(before);
    const [entry] = await server.rows(
      `select details from audit_entries where action = 'portalSettings.changed'`,
    );
    expect(entry?.details).toMatchObject({ old: { color: null }, new: { color: '#b8322a' } });
    expect(entry?.details.new).not.toHaveProperty('passwordSignIn');
  });

  it('200: go back to what follows from elsewhere', async () => {
    await patch({ name: '', color: null, language: null, privacyUrl: '', imprintUrl: null });
    expect(await site()).toMatchObject({
      name: 'Acme',
      color: null,
      language: 'en',
      privacyUrl: null,
      imprintUrl: null,
    });
  });

  it('409: tell the second of two administrators', async () => {
    const { version } = await get();
    const answers = await Promise.all(
      ['One', 'Two'].map((name) => acme.admin.patch(PATH, { version, name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.current).toEqual(await get());
  });

  it.each([
    [{ color: 'red' }, 'color', 'color'],
    [{ color: '#fff' }, 'color', 'color'],
    [{ color: '#ffd500' }, 'color', 'colorContrast'],
    [{ color: 'url(https://evil.test)' }, 'color', 'color'],
    [{ name: 'A\r\nBcc: x' }, 'name', 'invalid'],
    [{ privacyUrl: 'javascript:alert(1)' }, 'privacyUrl', 'website'],
    [{ privacyUrl: 'https://user:pass@acme.test' }, 'privacyUrl', 'website'],
    [{ imprintUrl: 'nonsense' }, 'imprintUrl', 'website'],
    [{ links: [{ label: 'x', url: 'JAVASCRIPT:alert(1)' }] }, 'links.0.url', 'link'],
    [{ links: [{ label: 'x', url: 'data:text/html,x' }] }, 'links.0.url', 'link'],
    [{ links: [{ label: ' ', url: 'https://acme.test' }] }, 'links.0.label', 'required'],
    [{ links: Array(7).fill({ label: 'x', url: 'acme.test' }) }, 'links', 'tooBig'],
    [{ welcomeTexts: { pt: 'Olá' } }, 'pt', 'unknownField'],
    [{ welcomeTexts: { en: 'x'.repeat(1001) } }, 'welcomeTexts.en', 'tooLong'],
    [{ language: 'pt' }, 'language', 'invalid'],
    [{ priorityField: 'maybe' }, 'priorityField', 'invalid'],
    [{ knowledgeBase: true }, 'knowledgeBase', 'invalid'],
    [{ passwordSignIn: false, linkSignIn: false }, 'passwordSignIn', 'noSignInWay'],
    [{ slug: 'mine' }, 'slug', 'unknownField'],
  ])('400: refuse %j', async (changes, field, code) => {
    await patch({ linkSignIn: true });
    const answer = await patch(changes);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field, code })]);
  });
});

describe('the logo', () => {
  const keys = () => server.rows<{ file_key: string }>('select file_key from portal_logo_files');
  const onDisk = (key: string) => existsSync(join(server.config.filesDir, key));

  it('200: is made anew, fits, and is shown by both hosts until there is another', async () => {
    const { version } = await get();
    const answer = await sendLogo(await flag().resize(1000, 500).png().toBuffer());
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.version).toBe(version + 1);
    expect(answer.body.logo).toMatchObject({ widthPx: 320, heightPx: 160, tone: null });
    const shown = (await site()).logo.url;
    for (const file of [
      await acme.admin.get(answer.body.logo.url),
      await acme.portal().get(shown),
    ]) {
      expect(file.status).toBe(200);
      expect(file.headers['content-type']).toBe('image/webp');
      expect(await sharp(file.raw).metadata()).toMatchObject({ width: 320, height: 160 });
    }
    expect((await other.portal().get(shown)).status).toBe(404);
    const before = await keys();
    expect(before).toHaveLength(2);
    await sendLogo(RED_DOT);
    expect((await acme.portal().get(shown)).status).toBe(404);
    await until(async () => before.every(({ file_key }) => !onDisk(file_key)));
    expect(await keys()).toHaveLength(2);
  });

  it('knows what a see-through logo is painted with', async () => {
    const letters = sharp({
      create: { width: 60, height: 20, channels: 4, background: '#00000000' },
    }).composite([
      { input: { create: { width: 30, height: 20, channels: 4, background: '#101010' } } },
    ]);
    expect((await sendLogo(await letters.png().toBuffer())).body.logo.tone).toBe('dark');
  });

  it('400, 413, 415: refuses what is none, and keeps the one there is', async () => {
    await sendLogo(RED_DOT);
    const { logo } = await get();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    expect(await sendLogo(svg, 'image/svg+xml')).toMatchObject({
      status: 415,
      body: { code: 'pictureSvg' },
    });
    expect((await sendLogo(Buffer.from('GIF89a'), 'image/gif')).status).toBe(400);
    expect((await sendLogo(Buffer.alloc(5_000_001))).status).toBe(413);
    expect((await sendLogo(Buffer.from('%PDF-1.7 nothing'))).status).toBe(415);
    expect((await get()).logo).toEqual(logo);
  });

  it('two at the same moment leave one', async () => {
    const answers = await Promise.all([sendLogo(RED_DOT), sendLogo(await flag().png().toBuffer())]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await keys()).toHaveLength(2);
    expect((await acme.portal().get((await site()).logo.url)).status).toBe(200);
  });

  it('200: is removed, with its files, and again without harm', async () => {
    const before = await keys();
    const answer = await acme.admin.delete(`${PATH}/logo`);
    expect(answer.body.logo).toBeNull();
    expect((await acme.admin.delete(`${PATH}/logo`)).body).toEqual(answer.body);
    expect(await keys()).toEqual([]);
    await until(async () => before.every(({ file_key }) => !onDisk(file_key)));
    const told = await server.rows(
      `select action from audit_entries where action = 'portalSettings.logoRemoved'`,
    );
    expect(told).toHaveLength(1);
  });
});

describe("the square in the browser's tab", () => {
  const icon = () => acme.portal().get('/portal/v1/icon');

  it('is the first letter in the colour, however the name is written', async () => {
    await patch({ name: '<b>', color: '#b8322a' });
    const answer = await icon();
    expect(answer.headers['content-type']).toBe('image/svg+xml');
    const drawn = answer.raw.toString();
    expect(drawn).toContain('fill="#b8322a"');
    expect(drawn).toContain('&lt;</text>');
  });

  it('is the logo unless that is too wide for a square', async () => {
    await sendLogo(await flag().png().toBuffer());
    expect((await icon()).headers['content-type']).toBe('image/svg+xml');
    await sendLogo(await flag().resize(100, 100).png().toBuffer());
    const answer = await icon();
    expect(answer.headers['content-type']).toBe('image/png');
    expect(await sharp(answer.raw).metadata()).toMatchObject({ width: 64, height: 64 });
  });
});
