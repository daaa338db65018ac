import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { type SmtpSink, startSmtpSink } from '../../../tests/support/smtp-sink.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import {
  createThreadTokens,
  deliveriesOfMessages,
  dkimRecord,
  noteBounce,
  queueMail,
} from './index.ts';

const actor = systemActor('test');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Company {
  tenantId: number;
  ticketId: number;
  messageId: number;
  imageId: number;
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

async function makeCompany(server: TestServer, slug: string): Promise<Company> {
  const { db, files } = server.platform;
  const file = await files.put(PNG);
  const made = await db.withNewTenant(
    { slug, companyName: 'Acme, Inc.', language: 'en' },
    actor,
    async (tx) => {
      await tx
        .insertInto('mailboxes')
        .values({ address: `${slug}@desk.test`, is_from: true })
        .execute();
      const { id: ticketId } = await tx
        .insertInto('tickets')
        .values({ number: 1, subject: 'Printer', source: 'email' })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: messageId } = await tx
        .insertInto('messages')
        .values({ ticket_id: ticketId, kind: 'reply', html: 'x', source: 'technician' })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: imageId } = await tx
        .insertInto('attachments')
        .values({
          message_id: messageId,
          file_key: file.key,
          name: 'logo.png',
          media_type: 'image/png',
          size_bytes: file.sizeBytes,
          sha256: file.sha256,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { tenantId: tx.tenantId, ticketId, messageId, imageId };
    },
  );
  return { ...made, inTenant: (work) => db.withTenant({ tenantId: made.tenantId, actor }, work) };
}

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const found = await look();
    if (found) return found;
    await sleep(50);
  }
  throw new Error('did not happen');
}

// biome-ignore lint/suspicious/noExplicitAny: rows of any table, looked at by name
type Row = Record<string, any>;
const mailRow = (server: TestServer, id: number) =>
  server.rows<Row>('select * from outbound_messages where id = $1', [id]).then(([row]) => row!);

describe('without SMTP_URL', () => {
  let server: TestServer;
  let acme: Company;
  beforeAll(async () => {
    server = await startTestServer();
    acme = await makeCompany(server, 'acme');
  });
  afterAll(() => server.close());

  const captured = async (id: number) => {
    const path = join(server.config.outboxDir, `${acme.tenantId}-${id}.eml`);
    await until(async () => (await mailRow(server, id)).state === 'sent');
    return { path, raw: await readFile(path), email: await PostalMime.parse(await readFile(path)) };
  };

  it('captures a mail as a file that only its owner can read', async () => {
    const { id } = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'notice',
        to: ['jane@globex.test'],
        subject: 'Grüße',
        html: '<p>Hé</p>',
        text: 'Hé',
      }),
    );
    const { path, email } = await captured(id);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(email).toMatchObject({
      subject: 'Grüße',
      from: { address: 'acme@desk.test', name: 'Acme, Inc.' },
      to: [{ address: 'jane@globex.test' }],
      text: expect.stringContaining('Hé'),
      html: expect.stringContaining('<p>Hé</p>'),
    });
    const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(await readdir(server.config.outboxDir)).not.toContainEqual(
      expect.stringMatching(/part$/),
    );
  });

  it('gives a mail on a ticket the names by which an answer finds back', async () => {
    const { id, headerMessageId } = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'reply',
        ticketId: acme.ticketId,
        messageId: acme.messageId,
        to: ['jane@globex.test'],
        cc: ['bob@globex.test', 'JANE@globex.test'],
        subject: 'Re: Printer',
        html: `<p>See <img src="attachment:${acme.imageId}" alt="x"></p>`,
        text: 'See',
        isAutomatic: false,
        fromName: 'Tess Tech',
      }),
    );
    const { email, raw } = await captured(id);
    expect(email.subject).toBe('[#1] Re: Printer');
    expect(email.messageId).toBe(headerMessageId);
    expect(email.from).toMatchObject({ name: 'Tess Tech' });
    expect(email.cc).toMatchObject([{ address: 'bob@globex.test' }]);
    const tokens = createThreadTokens(server.platform.secrets);
    expect(tokens.readReplyAddress(email.replyTo![0]!.address!, acme.tenantId)).toBe(1);
    expect(tokens.readMessageId(headerMessageId, acme.tenantId)).toEqual({
      kind: 'ours',
      number: 1,
    });
    expect(email.headers.some(({ key }) => key === 'auto-submitted')).toBe(false);
    expect(email.html).toContain(`src="cid:a${acme.imageId}@desk.test"`);
    expect(email.attachments).toMatchObject([
      { filename: 'logo.png', contentId: `<a${acme.imageId}@desk.test>` },
    ]);
    expect(raw.toString()).not.toContain('attachment:');
    const second = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'reply',
        ticketId: acme.ticketId,
        to: ['jane@globex.test'],
        subject: '[#1] Re: Printer',
        html: 'x',
        text: 'x',
      }),
    );
    const next = await captured(second.id);
    expect(next.email.inReplyTo).toBe(headerMessageId);
    expect(next.email.references).toContain(headerMessageId);
    expect(next.email.subject).toBe('[#1] Re: Printer');
    const rows = await server.rows(
      'select address, takes_part from ticket_participants where ticket_id = $1 order by 1',
      [acme.ticketId],
    );
    expect(rows).toEqual([
      { address: 'bob@globex.test', takes_part: true },
      { address: 'jane@globex.test', takes_part: true },
    ]);
  });

  it('signs with a key that its DNS record proves', async () => {
    const { id } = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'notice',
        to: ['a@b.test'],
        subject: 'x',
        html: '<p>.</p>',
        text: '.\n.\nFrom here',
      }),
    );
    const { raw } = await captured(id);
    const record = await acme.inTenant((tx) => dkimRecord(tx, 'desk.test'));
    const { results } = await dkimVerify(raw, {
      resolver: async (name: string) => {
        if (name !== record.host) throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
        return [[record.value]];
      },
    });
    expect(results![0]).toMatchObject({ signingDomain: 'desk.test', status: { result: 'pass' } });
    const [row] = await server.rows<Row>('select private_key_encrypted from dkim_keys');
    expect(row!.private_key_encrypted.toString('latin1')).not.toContain('PRIVATE KEY');
  });

  it('scrubs secrets once the mail has left', async () => {
    const { id } = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'welcome',
        to: ['a@b.test'],
        subject: 'Welcome',
        html: 'Password: S3cret',
        text: 'Password: S3cret',
        hasSecret: true,
      }),
    );
    expect((await captured(id)).email.text).toContain('S3cret');
    const row = await mailRow(server, id);
    expect(JSON.stringify(row)).not.toContain('S3cret');
    expect(
      JSON.stringify(await server.rows('select * from graphile_worker._private_jobs')),
    ).not.toContain('S3cret');
  });

  it.each([
    ['subject', { subject: 'x\r\nBcc: evil@x.test' }],
    ['name', { fromName: 'x"\r\nBcc: evil@x.test' }],
  ])('lets no %s start a header field', async (_, fields) => {
    const { id } = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'notice',
        to: ['a@b.test'],
        subject: 'x',
        html: 'x',
        text: 'x',
        ...fields,
      }),
    );
    const { email } = await captured(id);
    expect(email.bcc).toBeUndefined();
    expect(email.to).toHaveLength(1);
  });

  it('refuses a mail for nobody', async () => {
    await expect(
      acme.inTenant((tx) =>
        queueMail(tx, {
          kind: 'notice',
          to: ['not an address', 'a@b.test\r\nc'],
          subject: 'x',
          html: 'x',
          text: 'x',
        }),
      ),
    ).rejects.toThrow('recipient');
  });

  it("attaches nothing of another ticket, and no internal note's file", async () => {
    const other = await makeCompany(server, 'other');
    const { id } = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'reply',
        ticketId: acme.ticketId,
        to: ['a@b.test'],
        subject: 'x',
        html: `<img src="attachment:${other.imageId}">`,
        text: 'x',
        attachmentIds: [other.imageId],
      }),
    );
    const { email } = await captured(id);
    expect(email.attachments).toEqual([]);
    expect(email.html).not.toContain('attachment:');
  });

  it('disappears with a transaction that fails', async () => {
    const before = await server.rows('select id from outbound_messages');
    await expect(
      acme.inTenant(async (tx) => {
        await queueMail(tx, {
          kind: 'notice',
          to: ['a@b.test'],
          subject: 'x',
          html: 'x',
          text: 'x',
        });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await server.rows('select id from outbound_messages')).toHaveLength(before.length);
  });

  it('notes a bounce on the mail and its ticket, and only of our own mail', async () => {
    const { id, headerMessageId } = await acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'reply',
        ticketId: acme.ticketId,
        messageId: acme.messageId,
        to: ['gone@b.test'],
        subject: 'x',
        html: 'x',
        text: 'x',
      }),
    );
    await captured(id);
    const failure = { to: 'gone@b.test', reason: '550 no such user' };
    expect(await acme.inTenant((tx) => noteBounce(tx, ['<made@up>'], failure))).toBeNull();
    expect(await acme.inTenant((tx) => noteBounce(tx, [headerMessageId], failure))).toEqual({
      outboundMessageId: id,
      ticketId: acme.ticketId,
    });
    expect(await acme.inTenant((tx) => deliveriesOfMessages(tx, [acme.messageId]))).toEqual(
      new Map([[acme.messageId, { state: 'bounced', error: 'gone@b.test: 550 no such user' }]]),
    );
    expect(
      await server.rows("select new_value from ticket_changes where field = 'mailBounced'"),
    ).toEqual([{ new_value: failure }]);
  });
});

describe('with SMTP_URL', () => {
  let sink: SmtpSink;
  let server: TestServer;
  let acme: Company;
  beforeAll(async () => {
    sink = await startSmtpSink();
    server = await startTestServer({ SMTP_URL: sink.url });
    acme = await makeCompany(server, 'acme');
  });
  afterAll(async () => {
    await server.close();
    await sink.close();
  });
  const queue = (to: string[]) =>
    acme.inTenant((tx) =>
      queueMail(tx, {
        kind: 'reply',
        ticketId: acme.ticketId,
        to,
        subject: 'x',
        html: 'x',
        text: 'x',
      }),
    );

  it('hands the mail over', async () => {
    const { headerMessageId } = await queue(['jane@globex.test']);
    const mail = await until(async () =>
      sink.received.find(({ email }) => email.messageId === headerMessageId),
    );
    expect(mail).toMatchObject({ from: 'acme@desk.test', to: ['jane@globex.test'] });
  });

  it('tries again after a passing refusal, as the same mail', async () => {
    sink.refuseWith(451);
    const { id, headerMessageId } = await queue(['jane@globex.test']);
    const delayed = await until(async () => {
      const row = await mailRow(server, id);
      return row.attempts === 1 && row;
    });
    expect(delayed).toMatchObject({ state: 'queued', last_error: '451 not now' });
    expect(delayed.next_attempt_at.getTime()).toBeGreaterThan(Date.now());
    sink.refuseWith(null);
    await until(async () => (await mailRow(server, id)).state === 'sent');
    expect(sink.received.filter(({ email }) => email.messageId === headerMessageId)).toHaveLength(
      1,
    );
    expect(await mailRow(server, id)).toMatchObject({
      attempts: 2,
      last_error: null,
      next_attempt_at: null,
    });
  });

  it('gives up after a final refusal and tells the ticket', async () => {
    sink.refuseWith(554);
    const { id } = await queue(['jane@globex.test']);
    await until(async () => (await mailRow(server, id)).state === 'failed');
    sink.refuseWith(null);
    const [change] = await server.rows<Row>(
      "select new_value from ticket_changes where field = 'mailFailed' order by id desc",
    );
    expect(change!.new_value).toEqual({ to: 'jane@globex.test', reason: '554 not now' });
  });

  it('tells when some recipients were refused', async () => {
    sink.refuseRecipient('gone@globex.test');
    const { id } = await queue(['jane@globex.test', 'gone@globex.test']);
    await until(async () => (await mailRow(server, id)).state === 'sent');
    expect((await mailRow(server, id)).last_error).toMatch(/gone@globex\.test: 550/);
  });
});

describe('with an SMTP_URL that nobody answers', () => {
  it('keeps the mail and says why', async () => {
    const server = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      const acme = await makeCompany(server, 'acme');
      const { id } = await acme.inTenant((tx) =>
        queueMail(tx, { kind: 'notice', to: ['a@b.test'], subject: 'x', html: 'x', text: 'x' }),
      );
      const row = await until(async () => {
        const found = await mailRow(server, id);
        return found.attempts > 0 && found;
      });
      expect(row).toMatchObject({
        state: 'queued',
        last_error: expect.stringMatching(/ECONNREFUSED/),
      });
    } finally {
      await server.close();
    }
  });
});
