import { connect } from 'node:net';
import iconv from 'iconv-lite';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { waitForMail } from '../../../tests/support/mail.ts';
import { type MailCompany, makeMailCompany } from '../../../tests/support/mail-company.ts';
import { deliver, message, until } from '../../../tests/support/smtp-client.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { useDnsResolver } from './examine-mail.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let server: TestServer;
let acme: MailCompany;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeMailCompany(server);
});
afterAll(() => server.close());

// biome-ignore lint/suspicious/noExplicitAny: rows of any table, looked at by name
type Row = Record<string, any>;
const one = async (sql: string, values: unknown[] = []): Promise<Row> =>
  (await server.rows(sql, values))[0]!;
const ticket = (id: number | null) => one('select * from tickets where id = $1', [id]);
const stepsOf = (id: number, outcome: string) =>
  until(async () => {
    const { steps } = await one('select steps from inbound_messages where id = $1', [id]);
    return steps.some((step: { outcome: string }) => step.outcome === outcome);
  }, outcome);
const confirmationTo = (address: string, number: number) =>
  waitForMail(
    server,
    ({ recipients, subject }) => recipients.includes(address) && subject!.includes(`[#${number}]`),
  );

describe('who may send what to whom', () => {
  it.each([
    'nobody@servicedesk.localhost',
    'jane@globex.test',
    'root@localhost',
    'acme+t1.aaaaaaaaaaaaa@servicedesk.localhost',
  ])('takes nothing for %s (550)', async (to) => {
    expect(await acme.send(message({}), { to })).toMatchObject({ code: 550 });
  });
  it('takes mail for the known of many recipients', async () => {
    const answer = await acme.send(message({}), {
      to: ['nobody@servicedesk.localhost', acme.support],
    });
    expect(answer).toMatchObject({ code: 250, refused: ['nobody@servicedesk.localhost'] });
    await acme.lastFiled();
  });
  it('takes mail for the address with a tag, in any case', async () => {
    const to = acme.support.toUpperCase().replace('@', '+Sales@');
    expect((await acme.sendAndFile(message({}), { to })).state).toBe('newTicket');
  });
  it('gives each company its own copy', async () => {
    const other = await makeMailCompany(server, 'Other Company', ['other.test']);
    await acme.send(message({ Subject: 'For both' }), { to: [acme.support, other.support] });
    const [mine, theirs] = [await acme.lastFiled(), await other.lastFiled()];
    expect(mine).toMatchObject({
      state: 'newTicket',
      subject: 'For both',
      envelope_to: [acme.support],
    });
    expect(theirs).toMatchObject({
      state: 'newTicket',
      subject: 'For both',
      envelope_to: [other.support],
    });
    expect(mine.raw_key).not.toBe(theirs.raw_key);
  });
});

describe('a first mail', () => {
  it('becomes a ticket with everything in its place', async () => {
    const raw = message(
      {
        From: '=?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <juergen@globex.test>',
        To: `Support <${acme.support}>, Bob <bob@globex.test>`,
        Cc: 'carol@partner.test',
        Subject: '=?utf-8?Q?Dr=C3=BCcker_brennt?=',
        'Content-Type': 'multipart/mixed; boundary=m',
      },
      `--m
Content-Type: multipart/related; boundary=r

--r
Content-Type: multipart/alternative; boundary=a

--a
Content-Type: text/plain; charset=utf-8

Hilfe!
--a
Content-Type: text/html; charset=utf-8

<p onclick="alert(1)">Hilfe! <img src="cid:pic@x"><img src="https://t.example/p.gif"><script>alert(1)</script></p>
--a--
--r
Content-Type: image/png; name=pic.png
Content-ID: <pic@x>
Content-Disposition: inline
Content-Transfer-Encoding: base64

${PNG}
--r--
--m
Content-Type: application/pdf; name=bill.pdf
Content-Disposition: attachment; filename=bill.pdf
Content-Transfer-Encoding: base64

JVBERi0xLjQ=
--m--`,
    );
    const filed = await acme.sendAndFile(raw, { from: 'juergen@globex.test' });
    expect(filed).toMatchObject({ state: 'newTicket', reason: null });
    expect(await ticket(filed.ticket_id)).toMatchObject({
      subject: 'Drücker brennt',
      source: 'email',
      status: 'open',
    });
    const contact = await one("select * from contacts where email = 'juergen@globex.test'");
    expect(contact).toMatchObject({
      first_name: 'Jürgen',
      last_name: 'Müller',
      has_portal_access: true,
    });
    const [text] = await acme.messagesOf(filed.ticket_id);
    const files = await server.rows<{ id: number }>(
      'select * from attachments where message_id = $1 order by id',
      [text!.id],
    );
    expect(files).toMatchObject([
      { name: 'pic.png', is_inline: true, media_type: 'image/png' },
      { name: 'bill.pdf', is_inline: false, size_bytes: 8 },
    ]);
    expect(text).toMatchObject({
      html: `<p>Hilfe! <img src="attachment:${files[0]!.id}" /><img data-remote-src="https://t.example/p.gif" /></p>`,
      has_remote_images: true,
      kind: 'contact',
      sender_verdict: 'none',
      author_email: 'juergen@globex.test',
    });
    const people = await server.rows(
      'select address, takes_part from ticket_participants where ticket_id = $1 order by 1',
      [filed.ticket_id],
    );
    expect(people).toEqual([
      { address: 'bob@globex.test', takes_part: false },
      { address: 'carol@partner.test', takes_part: false },
    ]);
    expect(filed.steps.slice(0, 8).map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'read readable',
      'authenticate none',
      'origin person',
      'duplicate unique',
      'thread newTicket',
      'sender newContact',
      'quote noQuote',
      'file newTicket',
    ]);
    expect(await stepsOf(filed.id, 'confirmed')).toBe(true);
    const { number } = await ticket(filed.ticket_id);
    const confirmation = await confirmationTo('juergen@globex.test', number);
    expect(confirmation.inReplyTo).toContain('@globex.test>');
    expect(confirmation.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe(
      'auto-replied',
    );
  });

  it('from a domain that no customer has waits unassigned', async () => {
    const filed = await acme.sendAndFile(message({ From: 'Eve <eve@stranger.test>' }), {
      from: 'eve@stranger.test',
    });
    expect(filed.state).toBe('newTicket');
    expect((await ticket(filed.ticket_id)).customer_id).toBeNull();
  });

  it('is confirmed at most three times an hour', async () => {
    for (let i = 0; i < 5; i++) {
      const filed = await acme.sendAndFile(
        message({ From: 'often@globex.test', Subject: `Mail ${i}` }),
      );
      await stepsOf(filed.id, i < 3 ? 'confirmed' : 'enoughConfirmations');
    }
    const rows = await server.rows(
      "select id from outbound_messages where kind = 'confirmation' and 'often@globex.test' = any(to_addresses)",
    );
    expect(rows).toHaveLength(3);
  });
});

describe('strange mail', () => {
  it('without From waits for a person', async () => {
    expect(await acme.sendAndFile(message({ From: undefined }))).toMatchObject({
      state: 'suspended',
      reason: 'noSender',
    });
  });
  it('without Subject', async () => {
    const filed = await acme.sendAndFile(message({ Subject: undefined }));
    expect((await ticket(filed.ticket_id)).subject).toBe('(no subject)');
  });
  it('without a body', async () => {
    const filed = await acme.sendAndFile(message({}, ''));
    expect(await acme.messagesOf(filed.ticket_id)).toMatchObject([{ html: '' }]);
  });
  it('with HTML only', async () => {
    const filed = await acme.sendAndFile(
      message({ 'Content-Type': 'text/html' }, '<p>Only <b>HTML</b></p>'),
    );
    expect(await acme.messagesOf(filed.ticket_id)).toMatchObject([
      { html: '<p>Only <b>HTML</b></p>' },
    ]);
  });
  it('with an attachment only', async () => {
    const filed = await acme.sendAndFile(
      message(
        { 'Content-Type': 'application/pdf; name=a.pdf', 'Content-Transfer-Encoding': 'base64' },
        'JVBERg==',
      ),
    );
    const [text] = await acme.messagesOf(filed.ticket_id);
    expect(
      await server.rows('select name from attachments where message_id = $1', [text!.id]),
    ).toEqual([{ name: 'a.pdf' }]);
  });
  it('with broken MIME', async () => {
    const filed = await acme.sendAndFile(
      message(
        { 'Content-Type': 'multipart/mixed; boundary=never' },
        '--other\nContent-Type: text/plain\n\nlost?',
      ),
    );
    expect(filed.state).toBe('newTicket');
  });
  it('with a charset that nobody knows, and one that only few know', async () => {
    const body = (charset: string, bytes: Buffer) =>
      Buffer.concat([
        Buffer.from(
          message({ 'Content-Type': `text/plain; charset=${charset}` })
            .replace(/\n\nHello\n$/, '\n\n')
            .replace(/\n/g, '\r\n'),
        ),
        bytes,
      ]);
    const unknown = await acme.sendAndFile(
      body('x-nobody', Buffer.from('Gr\u00fc\u00dfe', 'latin1')),
    );
    const known = await acme.sendAndFile(body('cp850', iconv.encode('Grüße', 'cp850')));
    for (const { ticket_id } of [unknown, known]) {
      expect(await acme.messagesOf(ticket_id)).toMatchObject([{ html: '<p>Grüße</p>' }]);
    }
  });
  it("nested to hurt is kept, seen and in nobody's way", async () => {
    let body = 'Content-Type: text/plain\n\ndeep';
    for (let i = 0; i < 200; i++)
      body = `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n${body}\n--b${i}--`;
    const raw = message({ Subject: 'Deep' }).replace(/\n\nHello\n$/, `\n${body}`);
    expect(await acme.sendAndFile(raw)).toMatchObject({
      state: 'suspended',
      reason: 'unreadable',
      subject: 'Deep',
    });
    expect((await acme.sendAndFile(message({}))).state).toBe('newTicket');
  });
  it('with scripts in every field', async () => {
    const script = '<script>alert(1)</script>';
    const filed = await acme.sendAndFile(
      message(
        { From: `"${script}" <x@globex.test>`, Subject: script, 'Content-Type': 'text/html' },
        `${script}<img src=x onerror=alert(1)>`,
      ),
    );
    expect((await acme.messagesOf(filed.ticket_id))[0]!.html).toBe('<img />');
    const confirmation = await confirmationTo(
      'x@globex.test',
      (await ticket(filed.ticket_id)).number,
    );
    expect(confirmation.html).not.toContain('<script');
  });
  it('to 2,000 people', async () => {
    const to = [acme.support, ...Array.from({ length: 1999 }, (_, i) => `p${i}@partner.test`)];
    const answer = await acme.send(message({ To: to.join(',\n ') }), { to });
    expect(answer.code).toBe(250);
    expect(answer.refused).toHaveLength(1999);
    const filed = await acme.lastFiled();
    expect(filed.state).toBe('newTicket');
    expect(
      (
        await one('select count(*)::int as n from ticket_participants where ticket_id = $1', [
          filed.ticket_id,
        ])
      ).n,
    ).toBe(200);
  });
});

describe('size', () => {
  const withFile = (megabytes: number) => {
    const file = Buffer.alloc((megabytes * 1024 * 1024 * 76) / 78, 'QUFB')
      .toString()
      .replace(/.{76}/g, '$&\r\n');
    return Buffer.from(
      `${message({ 'Content-Type': 'application/zip; name=big.zip', 'Content-Transfer-Encoding': 'base64' }, '').trim().replace(/\n/g, '\r\n')}\r\n\r\n${file}\r\n`,
    );
  };
  it('takes 30 MB', async () => {
    const filed = await acme.sendAndFile(withFile(30));
    expect(filed.state).toBe('newTicket');
    const [text] = await acme.messagesOf(filed.ticket_id);
    expect(
      Number(
        (await one('select size_bytes from attachments where message_id = $1', [text!.id]))
          .size_bytes,
      ),
    ).toBeGreaterThan(20_000_000);
  });
  it('refuses 50 MB when they are announced', async () => {
    expect(await acme.send(withFile(50))).toMatchObject({ code: 552 });
  });
  it('refuses 50 MB that were not announced, and stores nothing', async () => {
    const before = await one('select count(*)::int as n from inbound_messages');
    const answers = await smtpDialogue(server.config.mailIn.port, [
      'HELO x',
      'MAIL FROM:<a@b.test>',
      `RCPT TO:<${acme.support}>`,
      'DATA',
      Buffer.concat([withFile(50), Buffer.from('.')]),
      'QUIT',
    ]);
    expect(answers.at(-2)).toMatch(/^552 /);
    expect(await one('select count(*)::int as n from inbound_messages')).toEqual(before);
  });
  it('files nothing when the sender hangs up in the middle', async () => {
    const before = await one('select count(*)::int as n from inbound_messages');
    const socket = connect(server.config.mailIn.port, '127.0.0.1');
    socket.write(`HELO x\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<${acme.support}>\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    socket.write('DATA\r\nSubject: half\r\n\r\nhalf of');
    await new Promise((resolve) => setTimeout(resolve, 300));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await one('select count(*)::int as n from inbound_messages')).toEqual(before);
  });
});

describe('duplicates', () => {
  it('drops the same mail, and tells so', async () => {
    const raw = message({ Subject: 'Twice', 'Message-ID': '<twice@globex.test>' });
    expect(await acme.sendAndFile(raw)).toMatchObject({ state: 'newTicket' });
    expect(await acme.sendAndFile(raw)).toMatchObject({ state: 'dropped', reason: 'duplicate' });
  });
  it('takes another body under a used Message-ID for what it is', async () => {
    const fields = { Subject: 'Same id', 'Message-ID': '<same@globex.test>' };
    expect(await acme.sendAndFile(message(fields, 'one'))).toMatchObject({ state: 'newTicket' });
    expect(await acme.sendAndFile(message(fields, 'two'))).toMatchObject({ state: 'newTicket' });
    expect(
      await acme.sendAndFile(message({ ...fields, From: 'bob@globex.test' }, 'one')),
    ).toMatchObject({ state: 'newTicket' });
  });
  it('makes one ticket of two that arrive together', async () => {
    const raw = message({ Subject: 'Together', 'Message-ID': '<together@globex.test>' });
    await Promise.all(Array.from({ length: 6 }, () => acme.send(raw)));
    const rows = await until(async () => {
      const found = await server.rows<{ state: string }>(
        "select state from inbound_messages where message_id = '<together@globex.test>' and processed_at is not null",
      );
      return found.length === 6 ? found : null;
    });
    expect(rows.map(({ state }) => state).sort()).toEqual([
      'dropped',
      'dropped',
      'dropped',
      'dropped',
      'dropped',
      'newTicket',
    ]);
  });
});

describe('answers', () => {
  type Opened = Awaited<ReturnType<typeof openTicket>>;
  async function openTicket(from = 'jane@globex.test', subject = 'Printer') {
    const filed = await acme.sendAndFile(
      message({ From: `Jane <${from}>`, Subject: `${subject} ${crypto.randomUUID()}` }),
    );
    const row = await ticket(filed.ticket_id);
    // The rate limit of confirmations would get in the way.
    await server.rows('delete from rate_limits');
    const confirmation = await confirmationTo(from, row.number);
    return {
      id: row.id as number,
      number: row.number as number,
      replyTo: confirmation.replyTo![0]!.address!,
      messageId: confirmation.messageId!,
      subject: confirmation.subject!,
    };
  }

  it('to our mail land on the ticket, the history folded', async () => {
    const opened = await openTicket('anna@globex.test');
    const filed = await acme.sendAndFile(
      message(
        {
          From: 'anna@globex.test',
          Subject: `Re: ${opened.subject}`,
          'In-Reply-To': opened.messageId,
        },
        `It works!\n\nOn Tuesday, Acme wrote:\n> ##- Please reply above this line -##\n> Hello`,
      ),
      { from: 'anna@globex.test', to: opened.replyTo },
    );
    expect(filed).toMatchObject({ state: 'appended', ticket_id: opened.id });
    expect((await acme.messagesOf(opened.id)).at(-1)).toMatchObject({
      html: '<p>It works!</p>',
      quoted_html: expect.stringContaining('Hello'),
    });
  });
  it.each([
    ['the reply address alone', (o: Opened) => ({ fields: {}, to: o.replyTo })],
    [
      'our Message-ID alone',
      (o: Opened) => ({ fields: { References: `<x@y> ${o.messageId}` }, to: undefined }),
    ],
    [
      'the number in the subject alone',
      (o: Opened) => ({ fields: { Subject: `Re: [#${o.number}] x` }, to: undefined }),
    ],
  ])('are found by %s', async (_, how) => {
    const opened = await openTicket('bert@globex.test');
    const { fields, to } = how(opened);
    const filed = await acme.sendAndFile(
      message({ From: 'bert@globex.test', ...fields }, crypto.randomUUID()),
      to ? { to } : undefined,
    );
    expect(filed).toMatchObject({ state: 'appended', ticket_id: opened.id });
  });
  it('reopen a closed ticket', async () => {
    const opened = await openTicket('cleo@globex.test');
    await server.rows("update tickets set status = 'closed', closed_at = now() where id = $1", [
      opened.id,
    ]);
    await acme.sendAndFile(message({ From: 'cleo@globex.test' }, 'Still broken'), {
      to: opened.replyTo,
    });
    expect(await ticket(opened.id)).toMatchObject({ status: 'open', closed_at: null });
  });
  it('of a stranger who holds the reply address wait, and are let in by a person', async () => {
    const opened = await openTicket('dora@globex.test');
    const filed = await acme.sendAndFile(message({ From: 'eve@evil.test' }), {
      from: 'eve@evil.test',
      to: opened.replyTo,
    });
    expect(filed).toMatchObject({
      state: 'suspended',
      reason: 'senderNotOnTicket',
      ticket_id: opened.id,
    });
    expect(await acme.messagesOf(opened.id)).toHaveLength(1);
  });
  it('of somebody who was only named in Cc wait as well', async () => {
    const filed = await acme.sendAndFile(
      message({ From: 'finn@globex.test', Cc: 'eve@evil.test' }),
    );
    const { number } = await ticket(filed.ticket_id);
    const reply = await acme.sendAndFile(
      message({ From: 'eve@evil.test', Subject: `Re: [#${number}]` }),
    );
    expect(reply.state).toBe('newTicket');
    expect(reply.ticket_id).not.toBe(filed.ticket_id);
  });
  it('with a forged reference wait', async () => {
    const opened = await openTicket('gina@globex.test');
    const forged = opened.messageId.replace(/^<t(\d+)\./, (_, n) => `<t${Number(n) - 1}.`);
    const filed = await acme.sendAndFile(
      message({ From: 'gina@globex.test', 'In-Reply-To': forged }),
    );
    expect(filed).toMatchObject({ state: 'suspended', reason: 'forgedReference' });
  });
  it('come from the same person with a tag in the address', async () => {
    const opened = await openTicket('tara@globex.test');
    const answer = message({ From: 'tara+pc@globex.test', Subject: `Re: [#${opened.number}] x` });
    expect(await acme.sendAndFile(answer, { from: 'tara+pc@globex.test' })).toMatchObject({
      state: 'appended',
      ticket_id: opened.id,
    });
    expect(await one("select count(*)::int as n from contacts where email like 'tara%'")).toEqual({
      n: 1,
    });
  });
  it('of a main contact of the customer are welcome', async () => {
    const opened = await openTicket('hugo@globex.test');
    await acme.sendAndFile(message({ From: 'boss@globex.test', Subject: 'Hello' }));
    await server.rows(
      "update contacts set is_main_contact = true where email = 'boss@globex.test'",
    );
    expect(
      await acme.sendAndFile(message({ From: 'boss@globex.test' }, 'I agree'), {
        to: opened.replyTo,
      }),
    ).toMatchObject({ state: 'appended' });
  });
});

describe('programs', () => {
  it.each([
    ['an auto-reply', { 'Auto-Submitted': 'auto-replied' }, 'autoReply'],
    [
      'an out-of-office of Exchange',
      {
        Subject: 'Automatic reply: x',
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
      'autoReply',
    ],
    [
      'a read receipt',
      { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b' },
      'readReceipt',
    ],
    [
      'a bounce of a mail that we never sent',
      {
        From: 'MAILER-DAEMON@mx.test',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      },
      'unknownBounce',
    ],
    ['a mail from ourselves', { From: 'acme@servicedesk.localhost' }, 'loop'],
  ])('%s opens nothing', async (_, fields, reason) => {
    expect(await acme.sendAndFile(message(fields))).toMatchObject({
      state: 'dropped',
      reason,
      ticket_id: null,
    });
  });
  it('an auto-reply to our mail does not reopen the ticket', async () => {
    const first = await acme.sendAndFile(message({ From: 'ines@globex.test', Subject: 'x' }));
    const { number, id } = await ticket(first.ticket_id);
    const { messageId } = await confirmationTo('ines@globex.test', number);
    await server.rows("update tickets set status = 'resolved' where id = $1", [id]);
    expect(
      await acme.sendAndFile(
        message({
          From: 'ines@globex.test',
          'In-Reply-To': messageId,
          'Auto-Submitted': 'auto-generated',
        }),
      ),
    ).toMatchObject({ state: 'dropped', reason: 'autoReply' });
    expect(await ticket(id)).toMatchObject({ status: 'resolved' });
  });
  it('an alarm opens a ticket and gets no answer', async () => {
    const filed = await acme.sendAndFile(
      message({
        From: 'nagios@globex.test',
        Subject: 'Disk full',
        'Auto-Submitted': 'auto-generated',
      }),
    );
    expect(filed.state).toBe('newTicket');
    expect(
      await server.rows(
        "select id from outbound_messages where kind = 'confirmation' and 'nagios@globex.test' = any(to_addresses)",
      ),
    ).toEqual([]);
    expect(filed.steps.at(-1)).toMatchObject({
      outcome: 'notConfirmed',
      detail: 'Auto-Submitted: auto-generated',
    });
  });
  it('our own mail that comes back is dropped', async () => {
    await acme.sendAndFile(message({ From: 'loop@globex.test' }));
    const sent = await waitForMail(server, ({ recipients }) =>
      recipients.includes('loop@globex.test'),
    );
    const raw = sent.raw.replace(/^From: .*$/m, 'From: forwarder@globex.test');
    expect(await acme.sendAndFile(raw)).toMatchObject({ state: 'dropped', reason: 'loop' });
  });
  it('a bounce is noted on the ticket of the mail', async () => {
    const first = await acme.sendAndFile(message({ From: 'gone@globex.test' }));
    const { number, id } = await ticket(first.ticket_id);
    const { messageId } = await confirmationTo('gone@globex.test', number);
    const filed = await acme.sendAndFile(
      message(
        {
          From: 'MAILER-DAEMON@mx.test',
          'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
        },
        `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; gone@globex.test\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n--b\nContent-Type: message/rfc822\n\nMessage-ID: ${messageId}\n\nx\n--b--`,
      ),
      { from: '' },
    );
    expect(filed).toMatchObject({ state: 'bounce', ticket_id: id });
    expect(
      await one(
        "select new_value from ticket_changes where field = 'mailBounced' and ticket_id = $1",
        [id],
      ),
    ).toEqual({
      new_value: { to: 'gone@globex.test', reason: '550 no such user' },
    });
    expect(await acme.messagesOf(id)).toHaveLength(1);
  });
});

describe('senders that are not who they say', () => {
  afterEach(() => useDnsResolver(null));
  it('wait when DMARC fails, and add nothing', async () => {
    useDnsResolver(async (name, type) => {
      if (type === 'TXT' && name === '_dmarc.globex.test') return [['v=DMARC1; p=reject']];
      if (type === 'TXT' && name === 'globex.test') return [['v=spf1 ip4:192.0.2.1 -all']];
      throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    });
    const before = await one('select count(*)::int as n from tickets');
    const filed = await acme.sendAndFile(
      message({ From: 'Boss <boss@globex.test>', Subject: 'Pay this' }),
    );
    expect(filed).toMatchObject({ state: 'suspended', reason: 'failedAuthentication' });
    expect(filed.steps[1]).toMatchObject({
      step: 'authenticate',
      outcome: 'fail',
      detail: expect.stringContaining('dmarc=fail'),
    });
    expect(await one('select count(*)::int as n from tickets')).toEqual(before);
  });
  it('get no password, until a mail is surely theirs', async () => {
    // Published is who may send for the domain; no policy makes others fail.
    const publish = (spf: string) =>
      useDnsResolver(async (name, type) => {
        if (type === 'TXT' && name === 'globex.test') return [[spf]];
        throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
      });
    const welcomes = async () =>
      (await one(
        "select count(*)::int as n from outbound_messages where kind = 'welcome' and 'wendy@globex.test' = any(to_addresses)",
      ))!.n;
    await server.rows('update tenants set new_contact_mail_enabled = true');
    publish('v=spf1 ip4:192.0.2.1 ~all');
    const raw = message(
      { From: 'wendy@globex.test', Subject: 'Bildschirm' },
      'Guten Tag, mein Bildschirm bleibt schwarz. Was kann ich tun? Danke für die Hilfe.',
    );
    const filed = await acme.sendAndFile(raw, { from: 'wendy@globex.test' });
    expect(filed.state).toBe('newTicket');
    expect(filed.steps).toContainEqual(
      expect.objectContaining({ step: 'sender', outcome: 'welcomeWaits' }),
    );
    expect(await welcomes()).toBe(0);
    expect(
      await one("select language, awaits_welcome from contacts where email = 'wendy@globex.test'"),
    ).toEqual({
      language: 'de',
      awaits_welcome: true,
    });
    publish('v=spf1 ip4:127.0.0.0/8 ~all');
    const proven = message({ From: 'wendy+pc@globex.test', Subject: 'Noch etwas' });
    await acme.sendAndFile(proven, { from: 'wendy@globex.test' });
    expect(await welcomes()).toBe(1);
    await server.rows('update tenants set new_contact_mail_enabled = false');
  });
  it('wait when they name two authors', async () => {
    expect(
      await acme.sendAndFile(message({ From: 'jane@globex.test, eve@evil.test' })),
    ).toMatchObject({ state: 'suspended', reason: 'failedAuthentication' });
  });
});

it('takes mail again after the database was out of reach', async () => {
  const superuser = new pg.Client({ connectionString: inject('cluster').superuserUrl });
  await superuser.connect();
  const { name } = server.database;
  try {
    await superuser.query(`alter database ${name} allow_connections false`);
    await superuser.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like 'portico%'",
      [name],
    );
    const raw = message({ Subject: 'During' });
    const { code } = await deliver(server, { from: 'jane@globex.test', to: acme.support }, raw);
    expect(code).toBeGreaterThanOrEqual(400);
    expect(code).toBeLessThan(500);
  } finally {
    await superuser.query(`alter database ${name} allow_connections true`);
    await superuser.end();
  }
  expect(await acme.sendAndFile(message({ Subject: 'After' }))).toMatchObject({
    state: 'newTicket',
    subject: 'After',
  });
});

/** Speaks SMTP line by line; gives back the last line of each answer, the greeting first. */
async function smtpDialogue(port: number, lines: (string | Buffer)[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  let rest = '';
  let wake = () => {};
  socket.on('data', (chunk) => {
    rest += chunk;
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (line[3] === ' ') {
        answers.push(line);
        wake();
      }
    }
  });
  const next = (count: number) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no answer; had ${answers.join(' | ')}`)),
        15_000,
      );
      wake = () => {
        if (answers.length < count) return;
        clearTimeout(timer);
        resolve();
      };
      wake();
    });
  await next(1);
  for (const line of lines) {
    const expected = answers.length + 1;
    socket.write(line);
    socket.write('\r\n');
    await next(expected);
  }
  socket.destroy();
  return answers;
}
