import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inMs } from '#platform/clock.ts';
import { createLog } from '#platform/log.ts';
import { LANGUAGES } from '#shared/languages.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTechnician, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { removeUnusedImages } from './signatures.jobs.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let tim: TestTechnician;

const PATH = '/api/v1/me/signature';
const IMAGES = `${PATH}/images`;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme & Co' });
  other = await makeTenant(server, { company: 'Other' });
  tim = await acme.technician();
});
afterAll(() => server.close());
beforeEach(() => server.rows('delete from rate_limits'));

const drawing = (width: number, height: number, background = '#c00') =>
  sharp({ create: { width, height, channels: 4, background } });
/** A picture that no format makes small. */
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  } as never);

async function upload(browser: HttpClient, content: Buffer, name = 'logo.png', type = 'image/png') {
  return browser.upload(IMAGES, { name, type, content });
}
async function uploaded(browser: HttpClient, content: Buffer) {
  const answer = await upload(browser, content);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}
const errorsOf = (answer: { body: { errors?: { code: string; message: string }[] } }) =>
  (answer.body.errors ?? []).map(({ code }) => code);

describe('GET and PUT /me/signature', () => {
  it('200: none at first, and what stands instead', async () => {
    const { status, body } = await (await acme.technician()).get(PATH);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      html: '',
      updatedAt: null,
      preview: { isPlain: true, problems: [] },
    });
    expect(body.preview.text).toMatch(/^Tim Helper \d+\nAcme & Co$/);
  });

  it('200: keeps it clean, comes back to be edited and as it looks', async () => {
    const image = await uploaded(tim, await drawing(240, 60).png().toBuffer());
    const answer = await tim.put(PATH, {
      html: `<p onclick="x()">Best, {[Technician First Name]}<script>alert(1)</script></p><p><img src="${image.url}" alt="Acme" width="120"></p>`,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.html).toBe(
      `<p>Best, {[Technician First Name]}</p><p><img alt="Acme" width="120" src="${image.url}" /></p>`,
    );
    expect(answer.body.preview).toMatchObject({
      text: 'Best, Tim\n[Acme]',
      isPlain: false,
      imagesBytes: image.sizeBytes,
      problems: [],
    });
    expect(answer.body.preview.html).toContain(
      `<img alt="Acme" width="120" height="30" src="${image.url}"`,
    );
    expect((await tim.get(PATH)).body).toEqual(answer.body);
    expect((await tim.put(PATH, { html: answer.body.html })).body.html).toBe(answer.body.html);
    const log = await acme.admin.get('/api/v1/audit-entries?action=technician.signatureChanged');
    expect(log.body.items[0]).toMatchObject({ subjectId: tim.technicianId });
  });

  it('200: what shows nothing leaves none', async () => {
    const someone = await acme.technician();
    await someone.put(PATH, { html: '<p>x</p>' });
    const answer = await someone.put(PATH, { html: '<p> </p><p><br></p>' });
    expect(answer.body).toMatchObject({ html: '', updatedAt: null, preview: { isPlain: true } });
  });

  it.each([
    ['<p>{[Nonsense]}</p>', ['signaturePlaceholder']],
    ['<p>{[Portal Password]}</p>', ['signaturePlaceholder']],
    ['<p>x<img src="https://t.example/x.png"></p>', ['signatureForeignImage']],
    ['<p>x<img src="data:image/png;base64,iVBORw0KGgo="></p>', ['signatureForeignImage']],
    ['<p>x<img src="signature-image:987654"></p>', ['signatureImageGone']],
    [`<p>${'é'.repeat(32_500)}</p>`, ['signatureTooLong']],
  ])('400: %s', async (html, codes) => {
    const before = (await tim.get(PATH)).body;
    const answer = await tim.put(PATH, { html });
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual(codes);
    expect((await tim.get(PATH)).body).toEqual(before);
    const preview = await tim.post(`${PATH}/preview`, { html });
    expect(preview.status).toBe(200);
    expect(preview.body.problems.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  it('400: names, sizes and limits in the reader’s language', async () => {
    const someone = await acme.technician();
    const said: string[] = [];
    for (const language of LANGUAGES) {
      await someone.patch('/api/v1/me', { language });
      for (const html of ['<p>{[Nonsense]}</p>', `<p>${'x'.repeat(70_000)}</p>`]) {
        const [error] = (await someone.put(PATH, { html })).body.errors;
        const [problem] = (await someone.post(`${PATH}/preview`, { html })).body.problems;
        expect(problem.message).toBe(error.message);
        said.push(error.message);
      }
    }
    expect(new Set(said).size).toBe(2 * LANGUAGES.length);
    expect(said[0]).toContain('Nonsense');
    expect(said.filter((message) => /71.*64/.test(message))).toHaveLength(LANGUAGES.length);
  });

  it('400: more than a megabyte of pictures together', async () => {
    const someone = await acme.technician();
    const photos = [];
    for (const side of [1000, 1020]) {
      const photo = await uploaded(someone, await noise(side, side).png().toBuffer());
      expect(photo.sizeBytes).toBeLessThan(1_000_000);
      photos.push(photo);
    }
    const html = photos.map(({ url }) => `<img src="${url}">`).join('');
    const total = photos.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(total).toBeGreaterThan(1_000_000);
    const answer = await someone.put(PATH, { html });
    expect(errorsOf(answer)).toEqual(['signatureImagesTooLarge']);
    expect(answer.body.errors[0].message).toBe(
      `The pictures have ${Math.ceil(total / 1000)}\u00a0KB together. The limit is 1000\u00a0KB.`,
    );
    expect((await someone.put(PATH, { html: `<img src="${photos[0].url}">` })).status).toBe(200);
  });

  it.each([[{}], [{ html: 7 }], [{ html: '<p>x</p>', extra: 1 }], [[]]])(
    '400: %j',
    async (body) => {
      for (const [method, path] of [
        ['PUT', PATH],
        ['POST', `${PATH}/preview`],
      ] as const)
        expect((await tim.send(method, path, body)).status).toBe(400);
    },
  );

  it('413: megabytes of markup', async () => {
    const answer = await tim.put(PATH, { html: 'x'.repeat(2_000_000) });
    expect(answer.status).toBe(413);
  });

  it('403: for a key, which is nobody’s self', async () => {
    const role = (await acme.admin.get('/api/v1/roles')).body.items[0];
    const made = await acme.admin.post('/api/v1/api-keys', { name: 'Script', roleId: role.id });
    const script = server.console();
    script.bearer = made.body.secret ?? made.body.key;
    const put = await script.put(PATH, { html: '<p>x</p>' });
    expect([put.status, put.body.code]).toEqual([403, 'browsersOnly']);
    const content = await drawing(5, 5).png().toBuffer();
    expect((await upload(script, content)).body.code).toBe('browsersOnly');
  });

  it('401: for nobody', async () => {
    const nobody = server.console();
    expect((await nobody.get(PATH)).status).toBe(401);
    expect((await nobody.put(PATH, { html: 'x' })).status).toBe(401);
    expect((await nobody.post(`${PATH}/preview`, { html: 'x' })).status).toBe(401);
  });
});

describe('pictures', () => {
  it('201: is made fit for mail: turned, without what the camera wrote, no larger than useful', async () => {
    const photo = await noise(300, 100)
      .resize(3000, 1000)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Secret Name' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(photo).metadata()).orientation).toBe(6);
    const image = await uploaded(tim, photo);
    expect(image).toMatchObject({ mediaType: 'image/jpeg', widthPx: 400, heightPx: 1200 });
    const { raw, headers } = await tim.get(image.url);
    expect(headers['content-type']).toBe('image/jpeg');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const { exif, orientation, width, height } = await sharp(raw).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 400,
      height: 1200,
    });
    expect(raw.includes('Secret')).toBe(false);
  });

  it('201: becomes what Outlook shows', async () => {
    const types = [];
    for (const content of [
      await drawing(30, 30, '#c008').webp().toBuffer(),
      await noise(30, 30).webp().toBuffer(),
      await drawing(30, 30).gif().toBuffer(),
    ])
      types.push((await uploaded(tim, content)).mediaType);
    expect(types).toEqual(['image/png', 'image/jpeg', 'image/png']);
  });

  it('201: an animation stays one', async () => {
    const frames = await Promise.all(
      ['#c00', '#0c0', '#00c'].map((colour) => drawing(40, 20, colour).png().toBuffer()),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: 100 })
      .toBuffer();
    const image = await uploaded(tim, gif);
    expect(image).toMatchObject({ mediaType: 'image/gif', widthPx: 40, heightPx: 20 });
    const { raw } = await tim.get(image.url);
    expect((await sharp(raw).metadata()).pages).toBe(3);
  });

  it('201: the same picture once more is the same one', async () => {
    const content = await drawing(33, 33).png().toBuffer();
    const first = await uploaded(tim, content);
    const second = await uploaded(tim, content);
    expect(second.id).toBe(first.id);
    expect((await tim.get(first.url)).status).toBe(200);
    const elsewhere = await uploaded(acme.admin, content);
    expect(elsewhere.id).not.toBe(first.id);
  });

  it.each([
    ['text with the name of a picture', Buffer.from('hello'), 415, 'signatureImageType'],
    [
      'SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      415,
      'signatureImageType',
    ],
    [
      'half a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      415,
      'signatureImageType',
    ],
    ['nothing', Buffer.alloc(0), 415, 'signatureImageType'],
    ['too much', Buffer.alloc(10_000_001, 1), 413, 'fileTooLarge'],
  ])('refuses %s', async (_, content, status, code) => {
    const answer = await upload(tim, content);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('415: AVIF, which mail programs do not show', async () => {
    const answer = await upload(tim, await drawing(16, 16).avif().toBuffer());
    expect(answer.body.code).toBe('signatureImageType');
  });

  it('413: a decompression bomb', async () => {
    const bomb = await sharp({
      create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const answer = await upload(tim, bomb);
    expect([answer.status, answer.body.code]).toEqual([413, 'signatureImagePixels']);
  });

  it('413: says how large it still is', async () => {
    const answer = await upload(tim, await noise(1200, 1200).ensureAlpha(0.9).png().toBuffer());
    expect([answer.status, answer.body.code]).toEqual([413, 'signatureImageTooLarge']);
    expect(answer.body.detail).toMatch(/\d{4}\sKB.*1000\sKB/);
  });

  it('404: a colleague’s, another company’s, none', async () => {
    const mine = await uploaded(tim, await drawing(21, 21).png().toBuffer());
    for (const stranger of [acme.admin, other.admin]) {
      expect((await stranger.get(mine.url)).status).toBe(404);
      const put = await stranger.put(PATH, { html: `<p>x<img src="${mine.url}"></p>` });
      expect(errorsOf(put)).toEqual(['signatureImageGone']);
      const preview = await stranger.post(`${PATH}/preview`, { html: `<img src="${mine.url}">` });
      expect(preview.body.imagesBytes).toBe(0);
    }
    expect((await tim.get(`${IMAGES}/987654`)).status).toBe(404);
  });

  it('are forgotten a day after they were of no use, and not before', async () => {
    const someone = await acme.technician();
    const picture = async (side: number) =>
      uploaded(someone, await drawing(side, 9).png().toBuffer());
    const [kept, fresh, unused] = [await picture(51), await picture(52), await picture(53)];
    await someone.put(PATH, { html: `<img src="${kept.url}">` });
    await server.rows('update signature_images set used_at = $1 where id = any ($2)', [
      inMs(-25 * 3_600_000),
      [kept.id, unused.id],
    ]);
    const log = createLog('silent', false);
    await removeUnusedImages.run({ platform: server.platform, log } as never);
    const states = [];
    for (const { url } of [kept, fresh, unused]) states.push((await someone.get(url)).status);
    expect(states).toEqual([200, 200, 404]);
  });
});
