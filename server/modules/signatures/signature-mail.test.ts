import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../../tests/support/smtp-client.ts';
import { type SmtpSink, startSmtpSink } from '../../../tests/support/smtp-sink.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { freezeAssigneeSignature } from './index.ts';

/** What a signature is in the mail that a contact gets, over real SMTP. */
let sink: SmtpSink;
let server: TestServer;
let acme: TestTenant;
let tim: TestTechnician;
let jane: TestContact;
let logo: Buffer;
let logoUrl: string;

const PATH = '/api/v1/me/signature';
const HTML = (src: string) =>
  `<p>Best wishes, <strong>{[Technician First Name]}</strong></p><p><a href="https://acme.test/help">Our help</a></p><table><tbody><tr><td style="border-right:2px solid #cc0000"><img src="${src}" alt="Acme logo" width="120"></td><td><p>Zugspitze desk</p></td></tr></tbody></table>`;

beforeAll(async () => {
  sink = await startSmtpSink();
  server = await startTestServer({ SMTP_URL: sink.url });
  acme = await makeTenant(server, { company: 'Acme' });
  tim = await acme.technician();
  jane = await acme.contact({ customerId: await acme.customer('Globex'), firstName: 'Jane' });
  logo = await sharp({ create: { width: 240, height: 60, channels: 4, background: '#c00' } })
    .png()
    .toBuffer();
  logoUrl = await upload(tim);
  await save(tim, HTML(logoUrl));
});
afterAll(async () => {
  await server.close();
  await sink.close();
});

async function upload(technician: TestTechnician): Promise<string> {
  const file = { name: 'logo.png', type: 'image/png', content: logo };
  return (await technician.upload(`${PATH}/images`, file)).body.url;
}

async function save(technician: TestTechnician, html: string) {
  const answer = await technician.put(PATH, { html });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

async function open(subject: string): Promise<number> {
  const answer = await jane.post('/portal/v1/tickets', { subject, html: '<p>It burns.</p>' });
  return answer.body.number;
}

async function reply(number: number, fields: object = {}, technician = tim) {
  const body = { html: '<p>Turn it off.</p>', ...fields };
  const answer = await technician.post(`/api/v1/tickets/${number}/replies`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

const mailsWith = (subject: string) =>
  sink.received.filter(({ email }) => email.subject?.includes(subject));
const replyMail = (subject: string) =>
  until(async () => mailsWith(`Re: [`).find(({ email }) => email.subject?.endsWith(subject)));
/** The HTML between what the technician wrote and the link to the portal. */
const signed = (html = '') => html.split('off.</p></div>')[1]?.split('<p>Your request')[0]?.trim();
const hash = (content: Uint8Array | ArrayBuffer | string) =>
  createHash('sha256')
    .update(typeof content === 'string' ? content : new Uint8Array(content))
    .digest('hex');
/** Types of the parts in their order, as they nest. */
const structure = (raw: Buffer) =>
  [...raw.toString('latin1').matchAll(/^Content-Type: ([\w/-]+)/gim)].map(([, type]) => type);

describe('a reply', () => {
  it('carries the signature as the preview showed it: HTML, pictures by Content-ID, text', async () => {
    const preview = (await tim.get(PATH)).body.preview;
    const number = await open('Preview');
    await reply(number);
    const { raw, email } = await replyMail('Preview');

    expect(structure(raw)).toEqual([
      'multipart/alternative',
      'text/plain',
      'multipart/related',
      'text/html',
      'image/png',
    ]);
    const [picture, ...more] = email.attachments;
    expect(more).toEqual([]);
    expect(picture).toMatchObject({ disposition: 'inline', filename: 'logo.png', related: true });
    const contentId = picture!.contentId!.replace(/[<>]/g, '');
    expect(contentId).toMatch(/^s\d+\.[a-z2-7]{13}@servicedesk\.localhost$/);

    const shown = preview.html.replaceAll(logoUrl, `cid:${contentId}`);
    expect(signed(email.html)).toBe(`<div>${shown}</div>`);
    expect(shown).toContain(`width="120" height="30" src="cid:${contentId}"`);
    expect(hash(picture!.content)).toBe(hash((await tim.get(logoUrl)).raw));

    expect(email.text?.replaceAll('\r\n', '\n')).toContain(
      `Turn it off.\n\n-- \n${preview.text}\n\nYour request`,
    );
    expect(preview.text).toBe(
      'Best wishes, Tim\nOur help (https://acme.test/help)\n[Acme logo] Zugspitze desk',
    );
    // The space at the end of the delimiter is what mail programs look for.
    expect(raw.toString('latin1')).toMatch(/\r\n--(?: |=20)\r\n/);
  });

  it('stands beside files as mail programs expect it', async () => {
    const number = await open('Files');
    const file = { name: 'a.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.4 x') };
    const attached = (await tim.upload('/api/v1/attachments', file)).body;
    await reply(number, { attachmentIds: [attached.id] });
    const { raw, email } = await replyMail('Files');
    expect(structure(raw)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'multipart/related',
      'text/html',
      'image/png',
      'application/pdf',
    ]);
    expect(email.attachments.map(({ disposition }) => disposition)).toEqual([
      'inline',
      'attachment',
    ]);
  });

  it('shows it in the conversation apart from the text, for both sides', async () => {
    const number = await open('Conversation');
    const message = await reply(number);
    const src = `/api/v1/tickets/${number}/signature-images/`;
    expect(message).toMatchObject({ html: '<p>Turn it off.</p>', attachments: [] });
    expect(message.signatureHtml).toContain(`src="${src}`);
    expect(message.signatureHtml).toContain('Best wishes, <strong>Tim</strong>');
    const seen = (await jane.get(`/portal/v1/tickets/${number}/messages`)).body.items;
    expect(seen.at(-1)).toMatchObject({ attachments: [], html: '<p>Turn it off.</p>' });
    expect(seen.at(-1).signatureHtml).toBe(
      message.signatureHtml.replaceAll('/api/v1/', '/portal/v1/'),
    );
    expect(seen[0].signatureHtml).toBeNull();
    const ticket = (await tim.get(`/api/v1/tickets/${number}`)).body;
    expect(ticket.preview).toBe('Turn it off.');
    const found = await tim.get('/api/v1/tickets?search=Zugspitze&status=open,pending');
    expect(found.body.items).toEqual([]);

    const url = /src="([^"]+)"/.exec(seen.at(-1).signatureHtml)![1]!;
    const picture = await jane.get(url);
    expect([picture.status, hash(picture.raw)]).toEqual([200, hash((await tim.get(logoUrl)).raw)]);
    const colleague = await acme.contact({ customerId: await acme.customer('Initech') });
    expect((await colleague.get(url)).status).toBe(404);
    const elsewhere = await open('No reply here');
    expect((await jane.get(url.replace(/tickets\/\d+/, `tickets/${elsewhere}`))).status).toBe(404);
    const unable = await acme.technicianWith(['customers.view']);
    expect((await unable.get(url.replace('/portal/', '/api/'))).status).toBe(403);
  });

  it('leaves it out when told so, this once', async () => {
    const number = await open('Left out');
    const message = await reply(number, { withSignature: false });
    expect(message.signatureHtml).toBeNull();
    const { email } = await replyMail('Left out');
    expect(email.attachments).toEqual([]);
    expect(signed(email.html)).toBe('');
    expect(email.text).not.toContain('-- ');
    expect(email.text).toMatch(/Turn it off\.\s+Your request/);
    expect((await reply(number)).signatureHtml).not.toBeNull();
  });

  it('of who has none is signed with name, company and telephone', async () => {
    const someone = await acme.technician();
    await acme.admin.patch(`/api/v1/technicians/${someone.technicianId}`, { phone: '+49 30 1234' });
    const message = await reply(await open('Plain'), {}, someone);
    expect(message.signatureHtml).toBeNull();
    const { email } = await replyMail('Plain');
    expect(email.text?.replaceAll('\r\n', '\n')).toMatch(
      /Turn it off\.\n\nTim Helper \d+\nAcme\n\+49 30 1234\n\nYour request/,
    );
    expect(signed(email.html)).toMatch(
      /^<div><p>Tim Helper \d+<br>Acme<br>\+49 30 1234<\/p><\/div>$/,
    );
  });

  it('sent twice is two mails with one signature each', async () => {
    const number = await open('Twice');
    await Promise.all([reply(number), reply(number)]);
    const mails = await until(async () => {
      const found = mailsWith('Twice').filter(({ email }) => email.subject?.startsWith('Re:'));
      return found.length === 2 ? found : undefined;
    });
    for (const { email } of mails) {
      expect(email.html?.match(/Best wishes/g)).toHaveLength(1);
      expect(email.text?.match(/^-- /gm)).toHaveLength(1);
      expect(email.attachments).toHaveLength(1);
    }
    const [kept] = await server.rows<{ count: number }>(
      'select count(*)::int as count from sent_signatures where technician_id = $1',
      [tim.technicianId],
    );
    expect(kept!.count).toBe(1);
  });

  it('goes out in the contact’s language with the signature as it was written', async () => {
    await jane.patch('/portal/v1/me', { language: 'de' });
    await reply(await open('Sprache'));
    const { email } = await replyMail('Sprache');
    await jane.patch('/portal/v1/me', { language: 'en' });
    expect(email.text).toContain('Ihre Anfrage im Kundenportal');
    expect(email.text).toContain('-- \nBest wishes, Tim');
  });
});

describe('a mail that is tried again', () => {
  it('has the signature of the moment when it was sent, and goes out once', async () => {
    const writer = await acme.technician();
    await save(writer, '<p>The first signature</p>');
    const number = await open('Frozen');
    sink.refuseWith(451);
    const message = await reply(number, {}, writer);
    const row = await until(async () => {
      const [found] = await server.rows<{ id: number; attempts: number }>(
        'select id, attempts from outbound_messages where message_id = $1',
        [message.id],
      );
      return found!.attempts > 0 ? found : undefined;
    });
    await save(writer, '<p>The second signature</p>');
    sink.refuseWith(null);
    const { email } = await replyMail('Frozen');
    expect(email.html).toContain('The first signature');
    expect(email.html).not.toContain('The second signature');
    expect(email.text).toContain('-- \nThe first signature');
    const shown = (await tim.get(`/api/v1/tickets/${number}/messages`)).body.items.at(-1);
    expect(shown.signatureHtml).toContain('The first signature');
    expect(
      mailsWith('Frozen').filter(({ email }) => email.subject?.startsWith('Re:')),
    ).toHaveLength(1);
    const [sent] = await server.rows('select state from outbound_messages where id = $1', [row.id]);
    expect(sent).toEqual({ state: 'sent' });
  });

  it('is the same bytes, pictures and all', async () => {
    const message = await reply(await open('Same bytes'));
    const first = await replyMail('Same bytes');
    const [row] = await server.rows<{ id: number }>(
      `update outbound_messages set state = 'failed' where message_id = $1 returning id`,
      [message.id],
    );
    await save(tim, '<p>Something else</p>');
    const retry = await acme.admin.post(`/api/v1/outbound-messages/${row!.id}/retry`);
    expect(retry.status).toBe(200);
    const second = await until(async () => {
      const last = mailsWith('Same bytes').at(-1);
      return last === first ? undefined : last;
    });
    await save(tim, HTML(logoUrl));
    expect(second.raw.equals(first.raw)).toBe(true);
  });
});

describe('where no signature belongs', () => {
  it('a note has none, and nobody gets a mail', async () => {
    const number = await open('Note');
    const path = `/api/v1/tickets/${number}/notes`;
    const note = await tim.post(path, { html: '<p>Between us.</p>' });
    expect(note.body.signatureHtml).toBeNull();
    expect((await tim.post(path, { html: '<p>x</p>', withSignature: true })).status).toBe(400);
    const [row] = await server.rows('select signature_id from messages where id = $1', [
      note.body.id,
    ]);
    expect(row).toEqual({ signature_id: null });
  });

  it('a first message that a technician writes down is not mailed, and not signed', async () => {
    const { body } = await tim.post('/api/v1/tickets', {
      subject: 'On the phone',
      html: '<p>She called.</p>',
      contactId: jane.contactId,
    });
    const { items } = (await tim.get(`/api/v1/tickets/${body.number}/messages`)).body;
    expect(items).toMatchObject([{ kind: 'reply', signatureHtml: null }]);
  });
});

describe('an automatic mail', () => {
  const confirmation = (subject: string) =>
    until(async () =>
      sink.received.find(
        ({ email }) => email.subject?.endsWith(`] ${subject}`) && !email.subject.startsWith('Re:'),
      ),
    );
  const openFor = (subject: string, assigneeId?: number) =>
    tim.post('/api/v1/tickets', {
      subject,
      html: '<p>She called.</p>',
      contactId: jane.contactId,
      ...(assigneeId && { assigneeId }),
    });

  it('on an assigned ticket carries the signature of its technician', async () => {
    await server.rows('delete from rate_limits');
    await openFor('Assigned', tim.technicianId);
    const { email } = await confirmation('Assigned');
    expect(email.html).toContain('Best wishes, <strong>Tim</strong>');
    expect(email.text?.replaceAll('\r\n', '\n')).toContain(
      'Best regards,\nAcme\n\n-- \nBest wishes, Tim',
    );
    expect(email.attachments).toMatchObject([{ filename: 'logo.png', related: true }]);
    expect(email.html).toContain(`src="cid:${email.attachments[0]!.contentId!.slice(1, -1)}"`);
  });

  it('on a ticket of nobody, or of who has none or is gone, carries none', async () => {
    await server.rows('delete from rate_limits');
    const [none, gone] = [await acme.technician(), await acme.technician()];
    await openFor('Of nobody');
    await openFor('Of who has none', none.technicianId);
    for (const subject of ['Of nobody', 'Of who has none']) {
      const { email } = await confirmation(subject);
      expect(email.text).toMatch(/Best regards,\s+Acme\s*$/);
      expect(email.attachments).toEqual([]);
    }
    await save(gone, '<p>I am gone</p>');
    const sign = () => acme.inside((tx) => freezeAssigneeSignature(tx, gone.technicianId));
    expect((await sign()).value.text).toBe('-- \nI am gone');
    await acme.admin.put(`/api/v1/technicians/${gone.technicianId}/disablement`);
    expect(await sign()).toEqual({ id: null, value: { html: '', text: '' } });
  });
});
