import { expect, it } from 'vitest';
import { parseBounce } from './parse-bounce.ts';
import { parseMail } from './parse-mail.ts';

const bounceOf = async (raw: string) =>
  parseBounce(await parseMail(Buffer.from(raw.replace(/\r?\n/g, '\r\n'))));

it('reads a report of RFC 3464', async () => {
  const bounce = await bounceOf(`From: MAILER-DAEMON@mx.test
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

This is the mail system at host mx.test.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.test
X-Postfix-Queue-ID: 1

Final-Recipient: rfc822; gone@globex.test
Original-Recipient: rfc822;Gone@Globex.test
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.globex.test
Diagnostic-Code: smtp; 550 5.1.1 <gone@globex.test>: Recipient address
    rejected: User unknown

Final-Recipient: rfc822; slow@globex.test
Action: delayed
Status: 4.4.1
--b
Content-Type: message/rfc822

Message-ID: <t1.aaaa.bbbb@acme.test>
Subject: x

body
--b--
`);
  expect(bounce).toEqual({
    recipients: [
      {
        address: 'gone@globex.test',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 <gone@globex.test>: Recipient address rejected: User unknown',
      },
      { address: 'slow@globex.test', action: 'delayed', status: '4.4.1', diagnostic: null },
    ],
    messageIds: ['<t1.aaaa.bbbb@acme.test>'],
  });
});

it('reads header fields that came instead of the message', async () => {
  const bounce = await bounceOf(`From: postmaster@x.test
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; a@b.test
Action: failed
Status: 5.2.2
--b
Content-Type: text/rfc822-headers

Subject: x
Message-ID:
 <t2.x.y@acme.test>
--b--
`);
  expect(bounce.messageIds).toEqual(['<t2.x.y@acme.test>']);
  expect(bounce.recipients).toMatchObject([{ address: 'a@b.test', status: '5.2.2' }]);
});

it('reads qmail', async () => {
  const bounce = await bounceOf(`From: MAILER-DAEMON@qmail.test
Subject: failure notice

Hi. This is the qmail-send program at qmail.test.
I'm afraid I wasn't able to deliver your message to the following addresses.

<gone@globex.test>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 no such user

--- Below this line is a copy of the message.

Return-Path: <support@acme.test>
Message-ID: <t3.x.y@acme.test>
Subject: x
`);
  expect(bounce.recipients).toMatchObject([
    { address: 'gone@globex.test', action: 'failed', status: '5.1.1' },
  ]);
  expect(bounce.recipients[0]!.diagnostic).toContain('550 5.1.1 no such user');
  expect(bounce.messageIds).toEqual(['<t3.x.y@acme.test>']);
});

it('reads Exim', async () => {
  const bounce = await bounceOf(`From: Mail Delivery System <Mailer-Daemon@exim.test>
X-Failed-Recipients: gone@globex.test
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

  gone@globex.test
    host mx.globex.test [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<gone@globex.test>:
    550 No such person here

------ This is a copy of the message's headers. ------

Message-Id: <t4.x.y@acme.test>
`);
  expect(bounce.recipients).toMatchObject([
    { address: 'gone@globex.test', diagnostic: '550 No such person here' },
  ]);
  expect(bounce.messageIds).toEqual(['<t4.x.y@acme.test>']);
});

it('bears a report of nothing', async () => {
  expect(await bounceOf('From: postmaster@x.test\nSubject: Undeliverable\n\n')).toEqual({
    recipients: [],
    messageIds: [],
  });
});
