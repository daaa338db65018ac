import { describe, expect, it } from 'vitest';
import { judgeOrigin, type OriginFacts } from './automatic-mail.rules.ts';
import { parseMail } from './parse-mail.ts';

const facts: OriginFacts = {
  envelopeFrom: 'jane@globex.test',
  loopMark: 'portico-1',
  ownAddresses: new Set(['support@acme.test']),
  namesOurThread: false,
};

async function judge(head: string, more: Partial<OriginFacts> = {}, body = 'x') {
  const from = /^from:/im.test(head) ? '' : 'From: jane@globex.test\r\n';
  return judgeOrigin(
    await parseMail(Buffer.from(`${from}${head.replace(/\n/g, '\r\n')}\r\n\r\n${body}`)),
    { ...facts, ...more },
  );
}

describe('what a program sent', () => {
  it.each<[string, string, Partial<OriginFacts>?]>([
    ['person', 'Subject: Printer on fire'],
    ['person', 'Subject: x\nAuto-Submitted: no'],
    ['person', 'Subject: Out of office printer is broken'],
    ['person', 'Subject: Re: [#1] x\nIn-Reply-To: <a@b>', { namesOurThread: true }],
    ['machine', 'Subject: Disk full\nAuto-Submitted: auto-generated'],
    ['machine', 'Subject: x\nPrecedence: bulk'],
    ['machine', 'Subject: x\nPrecedence: list'],
    ['machine', 'Subject: x\nPrecedence: junk'],
    ['machine', 'Subject: x\nList-Id: <a.b.test>'],
    ['machine', 'Subject: x\nList-Unsubscribe: <mailto:x@y.test>'],
    ['machine', 'From: noreply@globex.test\nSubject: x'],
    ['machine', 'From: root@server.globex.test\nSubject: Cron <root@server> x'],
    ['machine', 'Subject: Alarm\nAuto-Submitted: auto-notified; owner-email="x@y.test"'],
    ['autoReply', 'Subject: Re: x\nAuto-Submitted: auto-replied'],
    ['autoReply', 'Subject: x\nAuto-Submitted: auto-replied (vacation)'],
    ['autoReply', 'Subject: x\nX-Autoreply: yes'],
    ['autoReply', 'Subject: x\nX-Autorespond: x'],
    ['autoReply', 'Subject: x\nPrecedence: auto_reply'],
    [
      'autoReply',
      'Subject: Automatic reply: [#1] x\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nIn-Reply-To: <a@b>',
    ],
    ['autoReply', 'Subject: Automatic reply: x\nAuto-Submitted: auto-generated'],
    ['autoReply', 'Subject: x\nAuto-Submitted: auto-generated', { namesOurThread: true }],
    ['autoReply', 'Subject: Abwesenheitsnotiz: x\nIn-Reply-To: <a@b>'],
    ['autoReply', 'Subject: Automatische Antwort: x\nReferences: <a@b>'],
    ['autoReply', 'Subject: Réponse automatique : x\nIn-Reply-To: <a@b>'],
    ['autoReply', 'Subject: Risposta automatica: x\nIn-Reply-To: <a@b>'],
    ['autoReply', 'Subject: Respuesta automática: x\nIn-Reply-To: <a@b>'],
    ['autoReply', 'Subject: Out of office', { envelopeFrom: '' }],
    ['autoReply', 'Subject: I am away', { envelopeFrom: '' }],
    [
      'receipt',
      'Subject: Read: x\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b',
      { envelopeFrom: '' },
    ],
    [
      'bounce',
      'Subject: x\nContent-Type: multipart/report; report-type=delivery-status; boundary=b',
      { envelopeFrom: '' },
    ],
    [
      'bounce',
      'Subject: x\nContent-Type: multipart/report; boundary=b; report-type="delivery-status"',
    ],
    ['bounce', 'From: MAILER-DAEMON@mx.test\nSubject: failure notice'],
    [
      'bounce',
      'From: Mail Delivery System <mailer-daemon@mx.test>\nSubject: x',
      { envelopeFrom: '' },
    ],
    ['bounce', 'Subject: x\nX-Failed-Recipients: a@b.test'],
    ['bounce', 'From: postmaster@x.test\nSubject: Unzustellbar: Ihre Nachricht'],
    ['loop', 'Subject: x\nX-Portico-Loop: portico-1'],
    ['person', 'Subject: x\nX-Portico-Loop: another-installation'],
    ['loop', 'From: Support <SUPPORT@acme.test>\nSubject: x'],
    ['loop', `Subject: x\n${'Received: from a by b\n'.repeat(41)}X: y`],
  ])('%s: %s', async (origin, head, more) => {
    expect((await judge(head, more)).origin).toBe(origin);
  });
});

describe('whether it may be answered', () => {
  it.each<[boolean, string]>([
    [true, 'Subject: Printer'],
    [false, 'Subject: Printer\nX-Auto-Response-Suppress: All'],
    [false, 'Subject: Printer\nX-Auto-Response-Suppress: DR, OOF, AutoReply'],
    [true, 'Subject: Printer\nX-Auto-Response-Suppress: DR'],
    [false, 'Subject: Out of office'],
    [false, 'Subject: x\nAuto-Submitted: auto-generated'],
    [false, 'Subject: x\nList-Id: <a>'],
  ])('%s: %s', async (mayBeAnswered, head) => {
    expect((await judge(head)).mayBeAnswered).toBe(mayBeAnswered);
  });
});
