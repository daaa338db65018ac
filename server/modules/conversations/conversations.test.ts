import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CapturedMail, waitForMail } from '../../../tests/support/mail.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let tim: TestTechnician;
let jane: TestContact;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  tim = await acme.technician();
  jane = await acme.contact({ customerId: await acme.customer('Globex'), firstName: 'Jane' });
});
afterAll(() => server.close());

async function open(subject = 'Printer on fire'): Promise<number> {
  const answer = await jane.post('/portal/v1/tickets', { subject, html: '<p>It burns.</p>' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.number;
}
const messagesOf = async (number: number) =>
  (await tim.get(`/api/v1/tickets/${number}/messages`)).body.items;
const mailWith = (isWanted: (mail: CapturedMail) => boolean) => waitForMail(server, isWanted);

describe('POST /tickets/:number/replies', () => {
  it('201: mails the answer, threads it, and sets the status in one call', async () => {
    const number = await open('Réseau coupé');
    // What the answer will refer to.
    await mailWith((sent) => sent.subject === `[#${number}] Réseau coupé`);
    const ticket = (await tim.get(`/api/v1/tickets/${number}`)).body;
    const answer = await tim.post(`/api/v1/tickets/${number}/replies`, {
      html: '<p>Please turn it <strong>off</strong>.</p>',
      cc: ['boss@elsewhere.test', 'BOSS@elsewhere.test'],
      status: 'pending',
      version: ticket.version,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body).toMatchObject({
      kind: 'reply',
      html: '<p>Please turn it <strong>off</strong>.</p>',
      author: { kind: 'technician', id: tim.technicianId, email: null },
      to: [jane.email],
      cc: ['boss@elsewhere.test'],
      source: 'technician',
      senderVerdict: null,
      delivery: { state: 'queued', error: null },
    });
    const after = (await tim.get(`/api/v1/tickets/${number}`)).body;
    expect(after).toMatchObject({ status: 'pending', preview: 'Please turn it off.' });
    expect(after.participants).toMatchObject([{ address: 'boss@elsewhere.test' }]);
    const [row] = await server.rows('select first_replied_at from tickets where id = $1', [
      after.id,
    ]);
    expect(row?.first_replied_at).toBeInstanceOf(Date);

    const mail = await mailWith((sent) => sent.text?.includes('Please turn it off') ?? false);
    expect(mail.subject).toBe(`Re: [#${number}] Réseau coupé`);
    expect(mail.recipients).toEqual([jane.email, 'boss@elsewhere.test']);
    expect(mail.html).toContain('<strong>off</strong>');
    expect(mail.text).toContain('Tim Helper');
    expect(mail.replyTo?.[0]?.address).toMatch(new RegExp(`^acme\\+t${number}\\.`));
    expect(mail.inReplyTo).toBeTruthy();
    expect(mail.from?.address).toBe('acme@servicedesk.localhost');
    const [message] = (await messagesOf(number)).slice(-1);
    expect(message.delivery.state).toBe('sent');
  });

  it('201: carries files and pictures', async () => {
    const number = await open('Files');
    const file = await tim.upload('/api/v1/attachments', {
      name: 'manual.pdf',
      type: 'application/pdf',
      content: Buffer.from('%PDF-1.4 manual'),
    });
    const picture = await tim.upload('/api/v1/attachments', PICTURE);
    expect([file.status, picture.status]).toEqual([201, 201]);
    const answer = await tim.post(`/api/v1/tickets/${number}/replies`, {
      html: `<p>See <img src="${picture.body.url}"></p>`,
      attachmentIds: [file.body.id],
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body.attachments).toMatchObject([
      { id: file.body.id, name: 'manual.pdf', isInline: false },
      { id: picture.body.id, isInline: true, url: picture.body.url },
    ]);
    expect(answer.body.html).toContain(`src="${picture.body.url}"`);
    const mail = await mailWith((sent) => sent.subject === `Re: [#${number}] Files`);
    expect(mail.attachments.map(({ filename }) => filename)).toContain('manual.pdf');
    expect(mail.html).toMatch(/<img[^>]+src="cid:/);

    const seen = (await jane.get(`/portal/v1/tickets/${number}/messages`)).body.items.at(-1);
    expect(seen.html).toContain(`src="/portal/v1/attachments/${picture.body.id}"`);
    const content = await jane.get(`/portal/v1/attachments/${picture.body.id}`);
    expect(content.status).toBe(200);
    expect(content.raw.equals(PICTURE.content)).toBe(true);
  });

  it('409: does not set a status over a change that was not seen', async () => {
    const number = await open();
    const ticket = (await tim.get(`/api/v1/tickets/${number}`)).body;
    await acme.admin.patch(`/api/v1/tickets/${number}`, {
      version: ticket.version,
      status: 'closed',
    });
    const answer = await tim.post(`/api/v1/tickets/${number}/replies`, {
      html: '<p>Unsent</p>',
      status: 'pending',
      version: ticket.version,
    });
    expect(answer.status).toBe(409);
    expect(answer.body.current).toMatchObject({ status: 'closed' });
    expect(await messagesOf(number)).toHaveLength(1);
  });

  it('400: nothing said, nobody to say it to, files of others', async () => {
    const number = await open();
    const path = `/api/v1/tickets/${number}/replies`;
    const foreign = await acme.admin.upload('/api/v1/attachments', PICTURE);
    const sent = await tim.upload('/api/v1/attachments', PICTURE);
    await tim.post(path, { html: '<p>x</p>', attachmentIds: [sent.body.id] });
    for (const [body, field] of [
      [{ html: '' }, 'html'],
      [{ html: '<p> <br></p>' }, 'html'],
      [{ html: '<script>alert(1)</script>' }, 'html'],
      [{ html: '<p>x</p>', to: [] }, 'to'],
      [{ html: '<p>x</p>', to: ['acme@servicedesk.localhost'] }, 'to'],
      [{ html: '<p>x</p>', to: ['nobody'] }, 'to.0'],
      [{ html: '<p>x</p>', to: ['a@b.test\r\nBcc: c@d.test'] }, 'to.0'],
      [{ html: '<p>x</p>', attachmentIds: [foreign.body.id] }, 'attachmentIds'],
      [{ html: '<p>x</p>', attachmentIds: [sent.body.id] }, 'attachmentIds'],
      [{ html: '<p>x</p>', attachmentIds: [999_999] }, 'attachmentIds'],
      [{ html: 'x'.repeat(200_001) }, 'html'],
      [{ html: '<p>x</p>', status: 'done' }, 'status'],
    ] as const) {
      const answer = await tim.post(path, body);
      expect(answer.status, JSON.stringify(body).slice(0, 100)).toBe(400);
      expect(answer.body.errors[0].field).toBe(field);
    }
    expect(await messagesOf(number)).toHaveLength(2);
  });

  it('401, 403, 404', async () => {
    const number = await open();
    const path = `/api/v1/tickets/${number}/replies`;
    const body = { html: '<p>x</p>' };
    expect((await server.console().post(path, body)).status).toBe(401);
    const reader = await acme.technicianWith(['tickets.view', 'tickets.note']);
    expect((await reader.post(path, body)).status).toBe(403);
    const talker = await acme.technicianWith(['tickets.view', 'tickets.reply']);
    expect((await talker.post(path, { ...body, status: 'closed' })).status).toBe(403);
    expect((await other.admin.post(path, body)).status).toBe(404);
    expect(await messagesOf(number)).toHaveLength(1);
  });
});

describe('POST /tickets/:number/notes', () => {
  it('201: stays inside, in every way', async () => {
    const number = await open('Secret');
    const before = (await jane.get(`/portal/v1/tickets/${number}`)).body;
    const picture = await tim.upload('/api/v1/attachments', PICTURE);
    const answer = await tim.post(`/api/v1/tickets/${number}/notes`, {
      html: `<p>Do not tell <img src="${picture.body.url}"></p>`,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body).toMatchObject({ kind: 'note', delivery: null });
    expect((await jane.get(`/portal/v1/tickets/${number}`)).body).toEqual(before);
    const seen = await jane.get(`/portal/v1/tickets/${number}/messages`);
    expect(seen.body.items).toHaveLength(1);
    expect(JSON.stringify(seen.body)).not.toContain('Do not tell');
    expect((await jane.get(`/portal/v1/attachments/${picture.body.id}`)).status).toBe(404);
    expect((await tim.get(`/api/v1/tickets/${number}`)).body.preview).toBe('It burns.');
    const mails = await server.rows('select id from outbound_messages where message_id = $1', [
      answer.body.id,
    ]);
    expect(mails).toEqual([]);
  });

  it('its pictures cannot be shown to contacts by an answer', async () => {
    const number = await open();
    const picture = await tim.upload('/api/v1/attachments', PICTURE);
    const image = `<img src="${picture.body.url}">`;
    await tim.post(`/api/v1/tickets/${number}/notes`, { html: `<p>n ${image}</p>` });
    const answer = await tim.post(`/api/v1/tickets/${number}/replies`, {
      html: `<p>r ${image}</p>`,
    });
    expect(answer.body.html).toBe('<p>r </p>');
    const again = await tim.post(`/api/v1/tickets/${number}/notes`, { html: `<p>m ${image}</p>` });
    expect(again.body.html).toContain(picture.body.url);
  });

  it('400, 401, 403, 404', async () => {
    const number = await open();
    const path = `/api/v1/tickets/${number}/notes`;
    expect((await tim.post(path, { html: ' ' })).status).toBe(400);
    expect((await server.console().post(path, { html: '<p>x</p>' })).status).toBe(401);
    const talker = await acme.technicianWith(['tickets.view', 'tickets.reply']);
    expect((await talker.post(path, { html: '<p>x</p>' })).status).toBe(403);
    expect((await other.admin.post(path, { html: '<p>x</p>' })).status).toBe(404);
  });
});

describe('GET /tickets/:number/messages', () => {
  it('200: pages from the oldest on', async () => {
    const number = await open();
    for (const word of ['one', 'two', 'three']) {
      await tim.post(`/api/v1/tickets/${number}/notes`, { html: `<p>${word}</p>` });
    }
    const path = `/api/v1/tickets/${number}/messages`;
    const first = (await tim.get(`${path}?limit=3`)).body;
    const second = (await tim.get(`${path}?limit=3&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ html }) => html)).toEqual([
      '<p>It burns.</p>',
      '<p>one</p>',
      '<p>two</p>',
      '<p>three</p>',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('400, 401, 403, 404', async () => {
    const path = `/api/v1/tickets/${await open()}/messages`;
    expect((await tim.get(`${path}?cursor=x`)).status).toBe(400);
    expect((await server.console().get(path)).status).toBe(401);
    expect((await (await acme.technicianWith(['customers.view'])).get(path)).status).toBe(403);
    expect((await other.admin.get(path)).status).toBe(404);
  });
});

describe('drafts', () => {
  it('200: are kept for whoever writes them, cleaned, until sent', async () => {
    const number = await open();
    const path = `/api/v1/tickets/${number}/drafts/reply`;
    expect((await tim.get(path)).body).toEqual({ html: '', updatedAt: null });
    const put = await tim.put(path, { html: '<p onclick="x()">Half a sent<script>x</script></p>' });
    expect(put.status).toBe(200);
    expect((await tim.get(path)).body.html).toBe('<p>Half a sent</p>');
    expect((await acme.admin.get(path)).body.html).toBe('');
    expect((await tim.get(path.replace('reply', 'note'))).body.html).toBe('');
    await tim.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Whole</p>' });
    expect((await tim.get(path)).body.html).toBe('');
    await tim.put(path, { html: '<p>again</p>' });
    expect((await tim.delete(path)).status).toBe(204);
    expect((await tim.get(path)).body.html).toBe('');
  });

  it('400, 401, 404', async () => {
    const number = await open();
    const path = `/api/v1/tickets/${number}/drafts/reply`;
    expect((await tim.put(path, {})).status).toBe(400);
    expect((await tim.get(`/api/v1/tickets/${number}/drafts/poem`)).status).toBe(400);
    expect((await server.console().get(path)).status).toBe(401);
    expect((await other.admin.get(path)).status).toBe(404);
    expect((await other.admin.put(path, { html: 'x' })).status).toBe(404);
  });
});

describe('participants', () => {
  it('204: taken away, they are offered no more and the history says so', async () => {
    const number = await open();
    const cc = { html: '<p>x</p>', cc: ['a@b.test'] };
    await tim.post(`/api/v1/tickets/${number}/replies`, cc);
    const path = `/api/v1/tickets/${number}/participants`;
    expect((await tim.get(path)).body.items).toMatchObject([{ address: 'a@b.test' }]);
    expect((await other.admin.delete(`${path}/a@b.test`)).status).toBe(404);
    const reader = await acme.technicianWith(['tickets.view']);
    expect((await reader.delete(`${path}/a@b.test`)).status).toBe(403);
    expect((await tim.delete(`${path}/a@b.test`)).status).toBe(204);
    expect((await tim.delete(`${path}/a@b.test`)).status).toBe(404);
    expect((await tim.delete(`${path}/nonsense`)).status).toBe(400);
    expect((await tim.get(path)).body.items).toEqual([]);
    const history = (await tim.get(`/api/v1/tickets/${number}/history`)).body.items;
    expect(history[0]).toMatchObject({ field: 'participantRemoved', oldValue: 'a@b.test' });
  });
});

const PICTURE = {
  name: 'fire.png',
  type: 'image/png',
  content: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};
