import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CapturedMail, waitForMail } from '../../../tests/support/mail.ts';
import type { InboundRow } from '../../../tests/support/mail-company.ts';
import { deliver, until } from '../../../tests/support/smtp-client.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { useDnsResolver } from './examine-mail.ts';

/** Answers that bring our signature's picture back, as the common mail programs build them. */
let server: TestServer;
let acme: TestTenant;
let tim: TestTechnician;
let jane: TestContact;
let number: number;
/** Our mail as it arrived, and the picture in it. */
let sent: CapturedMail;
let logo: { bytes: Buffer; cid: string };
let photo: Buffer;

const picture = (background: string) =>
  sharp({ create: { width: 60, height: 20, channels: 4, background } })
    .png()
    .toBuffer();

beforeAll(async () => {
  useDnsResolver(async () => {
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  });
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  tim = await acme.technician();
  jane = await acme.contact({ customerId: await acme.customer('Globex') });
  photo = await picture('#0c0');
  const file = { name: 'logo.png', type: 'image/png', content: await picture('#c00') };
  const { url } = (await tim.upload('/api/v1/me/signature/images', file)).body;
  await tim.put('/api/v1/me/signature', { html: `<p>Tim <img src="${url}" alt="Acme"></p>` });
  const opened = await jane.post('/portal/v1/tickets', { subject: 'Fire', html: '<p>x</p>' });
  number = opened.body.number;
  await tim.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Turn it off.</p>' });
  sent = await waitForMail(server, ({ subject }) => subject === `Re: [#${number}] Fire`);
  const [attachment] = sent.attachments;
  logo = {
    bytes: Buffer.from(attachment!.content as ArrayBuffer),
    cid: attachment!.contentId!.slice(1, -1),
  };
});
afterAll(async () => {
  useDnsResolver(null);
  await server.close();
});

interface Part {
  cid?: string;
  name: string;
  content: Buffer;
  disposition?: 'inline' | 'attachment';
}

let boundaries = 0;
function multipart(type: string, parts: string[]): string {
  const boundary = `----=_Part_${++boundaries}`;
  const body = parts.map((part) => `--${boundary}\n${part}\n`).join('');
  return `Content-Type: multipart/${type}; boundary="${boundary}"\n\n${body}--${boundary}--\n`;
}
const text = (content: string) => `Content-Type: text/plain; charset=utf-8\n\n${content}\n`;
const html = (content: string) => `Content-Type: text/html; charset=utf-8\n\n${content}\n`;
const file = ({ cid, name, content, disposition = 'inline' }: Part) =>
  `Content-Type: image/png; name="${name}"\nContent-Transfer-Encoding: base64\nContent-Disposition: ${disposition}; filename="${name}"\n${cid ? `Content-ID: <${cid}>\n` : ''}\n${content.toString('base64').replace(/.{76}/g, '$&\n')}\n`;

/** Answers our mail, and gives the message that it became with the row of the mail itself. */
async function answer(mime: string) {
  const before = await server.rows('select id from inbound_messages');
  const raw = `From: Jane <${jane.email}>\nTo: ${sent.replyTo![0]!.address}\nSubject: Re: ${sent.subject}\nMessage-ID: <${crypto.randomUUID()}@client.test>\nIn-Reply-To: ${sent.messageId}\nMIME-Version: 1.0\n${mime}`;
  const taken = await deliver(server, { from: jane.email, to: sent.replyTo![0]!.address! }, raw);
  expect(taken.code).toBe(250);
  const row = await until(async () => {
    const rows = await server.rows<InboundRow>('select * from inbound_messages order by id desc');
    const isFiled = rows.length > before.length && rows[0]!.state !== 'received';
    return isFiled ? rows[0] : undefined;
  });
  expect([row.state, row.reason]).toEqual(['appended', null]);
  const { items } = (await tim.get(`/api/v1/tickets/${number}/messages?limit=100`)).body;
  return { message: items.at(-1), row };
}

const quoted = (cid: string) =>
  sent.html!.replaceAll(logo.cid, cid).replace(/^[\s\S]*<body[^>]*>|<\/body>[\s\S]*$/g, '');
const leftOut = (row: InboundRow) =>
  row.steps.filter(({ outcome }) => outcome === 'signatureImages').map(({ detail }) => detail);
const names = (message: { attachments: { name: string }[] }) =>
  message.attachments.map(({ name }) => name);
const storedFiles = async () =>
  (await server.rows<{ count: number }>('select count(*)::int as count from attachments'))[0]!
    .count;

const outlook = (cid: string, own = '', parts: Part[] = []) =>
  multipart('related', [
    multipart('alternative', [
      text('Thanks'),
      html(
        `<html><body><div class="WordSection1"><p class="MsoNormal">Thanks ${own}<o:p></o:p></p><div id="divRplyFwdMsg"><b>From:</b> Acme<br><b>Sent:</b> Monday<br><b>To:</b> Jane<br><b>Subject:</b> Re</div>${quoted(cid)}</div></body></html>`,
      ),
    ]),
    file({ cid, name: 'image001.png', content: logo.bytes }),
    ...parts.map(file),
  ]);

describe('the picture of our signature, come back', () => {
  it('from Outlook, under another name and Content-ID, is left out each time', async () => {
    const before = await storedFiles();
    for (let i = 0; i < 3; i++) {
      const { message, row } = await answer(outlook(`image001.png@01DA${i}.8A2B`));
      expect(message.attachments).toEqual([]);
      expect(message.html).toContain('Thanks');
      expect(message.quotedHtml).toContain('Turn it off.');
      expect(message.quotedHtml).not.toMatch(/<img[^>]+src=/);
      expect(leftOut(row)).toEqual(['image001.png']);
    }
    expect(await storedFiles()).toBe(before);
  });

  it('from Outlook, with a new picture beside it: only the new one is kept', async () => {
    const own = { cid: 'image002.png@01DA', name: 'image002.png', content: photo };
    const { message, row } = await answer(
      outlook('image001.png@01DA', '<img src="cid:image002.png@01DA">', [own]),
    );
    expect(names(message)).toEqual(['image002.png']);
    expect(message.attachments[0].isInline).toBe(true);
    expect(message.html).toContain(`src="${message.attachments[0].url}"`);
    expect(leftOut(row)).toEqual(['image001.png']);
    expect((await tim.get(message.attachments[0].url)).raw.equals(photo)).toBe(true);
  });

  it('from Gmail', async () => {
    const { message, row } = await answer(
      multipart('related', [
        multipart('alternative', [
          text('Thanks'),
          html(
            `<div dir="ltr">Thanks</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, Acme wrote:<br></div><blockquote class="gmail_quote" style="margin:0">${quoted('ii_19a2b3c4')}</blockquote></div>`,
          ),
        ]),
        file({ cid: 'ii_19a2b3c4', name: 'logo.png', content: logo.bytes }),
      ]),
    );
    expect(message.attachments).toEqual([]);
    expect(message.quotedHtml).toContain('Tim');
    expect(leftOut(row)).toEqual(['logo.png']);
  });

  it('from Apple Mail', async () => {
    const cid = '6F9619FF-8B86-D011-B42D-00CF4FC964FF';
    const { message, row } = await answer(
      multipart('alternative', [
        text('Thanks'),
        multipart('related;\n\ttype="text/html"', [
          html(
            `<html><body>Thanks<br><div><blockquote type="cite"><div>On 1. Jan 2026, at 10:00, Acme wrote:</div><br class="Apple-interchange-newline"><div>${quoted(cid)}</div></blockquote></div><br></body></html>`,
          ),
          file({ cid, name: 'logo.png', content: logo.bytes }),
        ]),
      ]),
    );
    expect(message.attachments).toEqual([]);
    expect(message.html).toContain('Thanks');
    expect(leftOut(row)).toEqual(['logo.png']);
  });

  it('from a telephone that writes plain text and sends the pictures along', async () => {
    const { message, row } = await answer(
      multipart('mixed', [
        text('Thanks\n\n> Turn it off.'),
        file({ name: 'logo.png', content: logo.bytes }),
        file({ name: 'IMG_0001.png', content: photo }),
      ]),
    );
    expect(names(message)).toEqual(['IMG_0001.png']);
    expect(leftOut(row)).toEqual(['logo.png']);
  });

  it('packed anew under our own Content-ID, in the history', async () => {
    const repacked = await sharp(logo.bytes).resize(30).png().toBuffer();
    const mime = outlook(logo.cid).replace(
      logo.bytes.toString('base64').replace(/.{76}/g, '$&\n'),
      repacked.toString('base64').replace(/.{76}/g, '$&\n'),
    );
    expect(mime).toContain(repacked.toString('base64').slice(0, 60));
    const { message, row } = await answer(mime);
    expect(message.attachments).toEqual([]);
    expect(leftOut(row)).toEqual(['image001.png']);
  });
});

describe('is news, and kept', () => {
  it('another picture under our Content-ID in the contact’s own text', async () => {
    const { message, row } = await answer(
      multipart('related', [
        html(`<p>Look: <img src="cid:${logo.cid}"></p>`),
        file({ cid: logo.cid, name: 'look.png', content: photo }),
      ]),
    );
    expect(names(message)).toEqual(['look.png']);
    expect(leftOut(row)).toEqual([]);
  });

  it('a picture under a Content-ID that looks like ours and is not', async () => {
    const forged = logo.cid.replace(/\.[a-z2-7]{13}@/, '.aaaaaaaaaaaaa@');
    const { message } = await answer(
      multipart('related', [
        html(`<p>x</p><blockquote type="cite">y <img src="cid:${forged}"></blockquote>`),
        file({ cid: forged, name: 'forged.png', content: photo }),
      ]),
    );
    expect(names(message)).toEqual(['forged.png']);
  });

  it('our picture as a file: somebody means it', async () => {
    const { message } = await answer(
      multipart('mixed', [
        text('Please use this logo'),
        file({ name: 'logo.png', content: logo.bytes, disposition: 'attachment' }),
      ]),
    );
    expect(names(message)).toEqual(['logo.png']);
  });

  it('a picture that was uploaded and never sent, or sent by another company', async () => {
    const other = await makeTenant(server, { company: 'Other' });
    const content = await picture('#00c');
    const upload = { name: 'x.png', type: 'image/png', content };
    const mine = (await tim.upload('/api/v1/me/signature/images', upload)).body;
    const theirs = (await other.admin.upload('/api/v1/me/signature/images', upload)).body;
    await other.admin.put('/api/v1/me/signature', { html: `<img src="${theirs.url}">` });
    const { raw } = await tim.get(mine.url);
    const { message } = await answer(
      multipart('related', [
        html('<p>x <img src="cid:mine"></p>'),
        file({ cid: 'mine', name: 'mine.png', content: raw }),
      ]),
    );
    expect(names(message)).toEqual(['mine.png']);
  });
});
