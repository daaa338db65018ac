import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseMail } from './parse-mail.ts';

const mail = (head: string, body: string | Buffer = 'Hello') =>
  Buffer.concat([
    Buffer.from(`${head.trim().replace(/\n/g, '\r\n')}\r\n\r\n`, 'utf8'),
    typeof body === 'string' ? Buffer.from(body.replace(/\r?\n/g, '\r\n')) : body,
  ]);

const multipart = (parts: string[], boundary = 'b1') =>
  `${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`;

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('header fields', () => {
  it('reads an ordinary mail', async () => {
    const parsed = await parseMail(
      mail(`From: =?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <Juergen@Globex.test>
To: Support <support@acme.test>, "Doe, Jane" <jane@globex.test>
Cc: Team: a@x.test, b@x.test;
Reply-To: <other@globex.test>
Subject: =?iso-8859-1?Q?Gr=FC=DFe_aus?= =?iso-8859-1?Q?_K=F6ln?=
Message-ID: <abc@globex.test>
In-Reply-To: <x@acme.test>
References: <w@acme.test>
 <x@acme.test>
Date: Tue, 24 Nov 2026 03:00:00 +0100 (CET)`),
    );
    expect(parsed).toMatchObject({
      from: [{ name: 'Jürgen Müller', address: 'juergen@globex.test' }],
      to: [
        { name: 'Support', address: 'support@acme.test' },
        { name: 'Doe, Jane', address: 'jane@globex.test' },
      ],
      cc: [{ address: 'a@x.test' }, { address: 'b@x.test' }],
      replyTo: [{ name: '', address: 'other@globex.test' }],
      subject: 'Grüße aus Köln',
      messageId: '<abc@globex.test>',
      inReplyTo: ['<x@acme.test>'],
      references: ['<w@acme.test>', '<x@acme.test>'],
      sentAt: new Date('2026-11-24T02:00:00Z'),
      text: expect.stringContaining('Hello'),
      html: null,
      attachments: [],
      problems: [],
    });
  });
  it('bears the absence of everything', async () => {
    expect(await parseMail(Buffer.from(''))).toMatchObject({
      from: [],
      subject: '',
      messageId: null,
      sentAt: null,
      text: null,
      html: null,
    });
    expect(await parseMail(Buffer.from('just text without any header'))).toMatchObject({
      from: [],
    });
    expect(await parseMail(mail('X: y', ''))).toMatchObject({ text: null, html: null });
  });
  it('sees every From there is', async () => {
    expect((await parseMail(mail('From: a@x.test, b@y.test'))).from).toHaveLength(2);
    const twice = await parseMail(mail('From: a@x.test\nFrom: b@y.test'));
    expect(twice.from).toHaveLength(2);
    expect(twice.fromFieldCount).toBe(2);
  });
  it.each([
    ['From: <>', []],
    ['From: undisclosed-recipients:;', []],
    ['From: Jane', []],
    ['From: "a@x.test" <b@y.test>', ['b@y.test']],
    ['From: =?utf-8?b?YUB4LnRlc3Q=?= <b@y.test>', ['b@y.test']],
    ['From: a@x.test\0', ['a@x.test']],
  ])('%j', async (head, addresses) => {
    expect((await parseMail(mail(head))).from.map(({ address }) => address)).toEqual(addresses);
  });
  it('reads raw UTF-8 and raw Latin-1 in header fields', async () => {
    expect((await parseMail(mail('Subject: Grüße'))).subject).toBe('Grüße');
    const latin = Buffer.concat([
      Buffer.from('Subject: Gr\u00fc\u00dfe\r\nFrom: a@b.test\r\n\r\nx', 'latin1'),
    ]);
    expect((await parseMail(latin)).subject).toBe('Grüße');
  });
  it.each([
    ['=?cp850?Q?Gr=81=E1e?=', 'Grüße'],
    ['=?x-unknown?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?unknown-8bit?Q?Gr=FC=DFe?=', 'Grüße'],
    ['=?utf-8?B?8J+YgA==?=', '😀'],
    ['=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=', 'ab'],
    ['=?x-unknown?Q?abc?=', 'abc'],
    ['=?utf-8?Q?broken', '=?utf-8?Q?broken'],
    ['=?utf-8?Q?a=0D=0ABcc:_evil@x.test?=', 'a Bcc: evil@x.test'],
    ['=?utf-8?Q?nul=00l?=', 'nul l'],
    ['\u202egnp.exe', 'gnp.exe'],
  ])('subject %s', async (field, subject) => {
    expect((await parseMail(mail(`Subject: ${field}`))).subject).toBe(subject);
  });
  it('cuts an endless subject', async () => {
    expect(
      (await parseMail(mail(`Subject: ${'x'.repeat(5000)}`))).subject.length,
    ).toBeLessThanOrEqual(250);
  });
  it.each(['yesterday', '31 Feb 99999', '', 'Mon, 1 Jan 1900 00:00:00 +0000'])(
    'gives no date for %j',
    async (date) => {
      expect((await parseMail(mail(`Date: ${date}`))).sentAt).toBeNull();
    },
  );
  it('takes 2,000 recipients', async () => {
    const to = Array.from({ length: 2000 }, (_, i) => `"Person ${i}" <p${i}@globex.test>`).join(
      ',\r\n ',
    );
    const started = performance.now();
    expect((await parseMail(mail(`From: a@b.test\r\nTo: ${to}`))).to).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('body', () => {
  it('prefers what the sender meant: text and HTML of an alternative', async () => {
    const parsed = await parseMail(
      mail(
        'Content-Type: multipart/alternative; boundary=b1',
        multipart(['Content-Type: text/plain\n\nplain', 'Content-Type: text/html\n\n<b>html</b>']),
      ),
    );
    expect(parsed.text?.trim()).toBe('plain');
    expect(parsed.html?.trim()).toBe('<b>html</b>');
  });
  it('takes only HTML', async () => {
    const parsed = await parseMail(mail('Content-Type: text/html', '<p>x</p>'));
    expect(parsed.html).toContain('<p>x</p>');
  });
  it.each([
    ['utf-8', Buffer.from('Grüße')],
    ['iso-8859-1', Buffer.from('Grüße', 'latin1')],
    ['iso-8859-15', iconv.encode('Grüße €', 'iso-8859-15')],
    ['windows-1252', iconv.encode('Grüße', 'windows-1252')],
    ['cp850', iconv.encode('Grüße', 'cp850')],
    ['x-klingon', Buffer.from('Grüße')],
    ['unknown-8bit', iconv.encode('Grüße', 'windows-1252')],
    ['utf-7', iconv.encode('Grüße', 'utf-7')],
    ['utf-16le', Buffer.from('Grüße', 'utf16le')],
    ['"macintosh"', iconv.encode('Grüße', 'macintosh')],
    ['x-nobody-knows', Buffer.from('Grüße', 'latin1')],
    ['us-ascii', Buffer.from('Grüße', 'latin1')],
    ['utf-8', Buffer.from('Grüße', 'latin1')],
  ])('charset %s', async (charset, bytes) => {
    const parsed = await parseMail(
      mail(
        `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64`,
        bytes.toString('base64'),
      ),
    );
    expect(parsed.text).toContain('Grüße');
  });
  it('reads 8-bit text without any charset', async () => {
    expect((await parseMail(mail('Subject: x', Buffer.from('Grüße', 'latin1')))).text).toContain(
      'Grüße',
    );
    expect((await parseMail(mail('Subject: x', Buffer.from('Grüße')))).text).toContain('Grüße');
    expect(
      (await parseMail(mail('Content-Type: text/html', Buffer.from('<p>Grüße', 'latin1')))).html,
    ).toContain('Grüße');
  });
  it('drops NUL and other control characters', async () => {
    expect((await parseMail(mail('Subject: x', 'a\0b\u0007c'))).text).toContain('abc');
  });
  it.each([
    ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=never', 'text'],
    ['no boundary at all', 'Content-Type: multipart/mixed', 'text'],
    [
      'an unclosed part',
      'Content-Type: multipart/mixed; boundary=b1',
      '--b1\nContent-Type: text/plain\n\nhello',
    ],
    ['broken base64', 'Content-Transfer-Encoding: base64', '!!!###'],
    ['broken quoted-printable', 'Content-Transfer-Encoding: quoted-printable', 'a=ZZ=\n='],
    ['an unknown encoding', 'Content-Transfer-Encoding: rot13', 'uryyb'],
    ['a broken content type', 'Content-Type: ;;;=/', 'hello'],
    ['a header that folds into nothing', 'Subject:\n \n \nX', 'hello'],
  ])('survives %s', async (_, head, body) => {
    await expect(parseMail(mail(head, body))).resolves.toBeDefined();
  });
  it('gives up on parts nested to hurt, but keeps sender and subject', async () => {
    let body = 'Content-Type: text/plain\n\ndeep';
    for (let i = 0; i < 300; i++)
      body = `Content-Type: multipart/mixed; boundary=b${i}\n\n${multipart([body], `b${i}`)}`;
    const parsed = await parseMail(
      mail(
        `From: a@b.test\nSubject: Deep\n${body.slice(0, body.indexOf('\n\n'))}`,
        body.slice(body.indexOf('\n\n') + 2),
      ),
    );
    expect(parsed).toMatchObject({
      from: [{ address: 'a@b.test' }],
      subject: 'Deep',
      problems: ['unreadable'],
    });
  });
  it('gives up on header fields without end', async () => {
    const parsed = await parseMail(
      mail(`From: a@b.test\nSubject: Big\n${`X: ${'y'.repeat(900)}\n`.repeat(2000)}`),
    );
    expect(parsed).toMatchObject({ from: [{ address: 'a@b.test' }], problems: ['unreadable'] });
  });
  it('leaves messages alone that are made of line breaks', async () => {
    const started = performance.now();
    for (const body of ['\r\n'.repeat(15_000_000), '--b1\r\n\r\n'.repeat(1_000_000)]) {
      const head = 'From: a@b.test\nContent-Type: multipart/mixed; boundary=b1';
      expect(await parseMail(mail(head, Buffer.from(body)))).toMatchObject({
        from: [{ address: 'a@b.test' }],
        problems: ['unreadable'],
      });
    }
    expect(performance.now() - started).toBeLessThan(8000);
  });
  it('reads a log of 90,000 short lines', async () => {
    expect((await parseMail(mail('From: a@b.test', 'ok\n'.repeat(90_000)))).problems).toEqual([]);
  });
  it('bounds the number of parts', async () => {
    const parts = Array.from({ length: 500 }, () => 'Content-Type: image/png\n\nx');
    const parsed = await parseMail(
      mail('Content-Type: multipart/mixed; boundary=b1', multipart(parts)),
    );
    expect(parsed.attachments).toHaveLength(200);
    expect(parsed.problems).toContain('tooManyParts');
  });
});

describe('attachments', () => {
  const related = multipart([
    'Content-Type: text/html\n\n<img src="cid:logo@x">',
    `Content-Type: image/png; name=logo.png\nContent-Transfer-Encoding: base64\nContent-ID: <logo@x>\nContent-Disposition: inline\n\n${PNG}`,
    'Content-Type: application/pdf; name="=?utf-8?Q?R=C3=BCckgabe.pdf?="\nContent-ID: <unused@x>\nContent-Disposition: attachment\n\n%PDF',
  ]);
  it('tells pictures in place from files', async () => {
    const { attachments } = await parseMail(
      mail('Content-Type: multipart/related; boundary=b1', related),
    );
    expect(attachments).toMatchObject([
      { name: 'logo.png', mediaType: 'image/png', contentId: 'logo@x', isInline: true },
      { name: 'Rückgabe.pdf', mediaType: 'application/pdf', isInline: false },
    ]);
    expect(Buffer.from(attachments[0]!.content).toString('base64')).toBe(PNG);
  });
  it('takes a mail that is only an attachment', async () => {
    const parsed = await parseMail(
      mail(
        'Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64',
        'JVBERg==',
      ),
    );
    expect(parsed).toMatchObject({ text: null, html: null, attachments: [{ name: 'a.pdf' }] });
  });
  it('keeps a forwarded message as a file named after its subject', async () => {
    const body = multipart([
      'Content-Type: text/plain\n\nsee below',
      'Content-Type: message/rfc822\n\nSubject: =?utf-8?Q?Old_pr=C3=B6blem?=\nFrom: x@y.test\n\ninner',
    ]);
    const parsed = await parseMail(mail('Content-Type: multipart/mixed; boundary=b1', body));
    expect(parsed.text).not.toContain('inner');
    expect(parsed.attachments).toMatchObject([
      { name: 'Old pröblem.eml', mediaType: 'message/rfc822' },
    ]);
  });
  it('keeps invitations and winmail.dat', async () => {
    const body = multipart([
      'Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR',
      'Content-Type: application/ms-tnef; name=winmail.dat\n\nx',
    ]);
    const parsed = await parseMail(mail('Content-Type: multipart/mixed; boundary=b1', body));
    expect(parsed.attachments.map(({ name }) => name)).toEqual(['attachment-1.ics', 'winmail.dat']);
  });
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.exe', 'a.exe'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['.htaccess', 'htaccess'],
    ['a<b>|c.txt', 'a_b__c.txt'],
  ])('file name %j -> %s', async (given, name) => {
    const body = multipart([
      `Content-Type: text/csv\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(given)}\n\nx`,
    ]);
    const parsed = await parseMail(mail('Content-Type: multipart/mixed; boundary=b1', body));
    expect(parsed.attachments[0]!.name).toBe(name);
  });
  it('turns pictures written into the HTML into inline attachments', async () => {
    const parsed = await parseMail(
      mail('Content-Type: text/html', `<img src="data:image/png;base64,${PNG}">`),
    );
    expect(parsed.html).toContain('<img src="cid:data-1@portico">');
    expect(parsed.attachments).toMatchObject([{ name: 'image-1.png', isInline: true }]);
  });
});
