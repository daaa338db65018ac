import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueMail } from '#modules/outbox/index.ts';
import { proveMailDomain } from '../../../tests/support/dns.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { deliver, message, until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let rival: TestTenant;
let clerk: HttpClient;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  rival = await makeTenant(server, { company: 'Rival' });
  clerk = await acme.technicianWith(['tickets.view']);
});
afterAll(() => server.close());

const support = (tenant: TestTenant) => `${tenant.slug}@${server.config.mailDomain}`;
const path = (rest: string) => `/api/v1/${rest}`;

/** Sends a mail and gives the newest incoming message once it has its place. */
async function receive(fields: Record<string, string | undefined>, to = support(acme)) {
  const { code } = await deliver(server, { from: 'eve@stranger.test', to }, message(fields));
  expect(code).toBe(250);
  return until(async () => {
    const { body } = await acme.admin.get(path('inbound-messages?limit=1'));
    return body.items[0].state === 'received' ? null : body.items[0];
  });
}

describe('who may enter', () => {
  const routes: [string, string, unknown?][] = [
    ['GET', 'mailboxes'],
    ['POST', 'mailboxes', { address: 'x@y.test' }],
    ['PATCH', 'mailboxes/1', { isFrom: true }],
    ['DELETE', 'mailboxes/1'],
    ['GET', 'inbound-messages'],
    ['GET', 'inbound-messages/1'],
    ['GET', 'inbound-messages/1/raw'],
    ['POST', 'inbound-messages/1/replay', {}],
    ['GET', 'outbound-messages'],
    ['GET', 'outbound-messages/1'],
    ['POST', 'outbound-messages/1/retry', {}],
  ];
  it.each(routes)('%s %s: nobody 401, without the right 403', async (method, rest, body) => {
    expect((await server.console().send(method, path(rest), body)).status).toBe(401);
    expect((await clerk.send(method, path(rest), body)).status).toBe(403);
  });
});

describe('mailboxes', () => {
  it('lists the generated address first, which is the From', async () => {
    const { status, body } = await acme.admin.get(path('mailboxes'));
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { address: support(acme), isFrom: true, isGenerated: true, records: [] },
    ]);
  });
  it('tells the operator which records the installation’s own domain needs', async () => {
    const open = await startTestServer({ MAIL_DOMAIN: 'desk.example.com' });
    try {
      const { admin } = await makeTenant(open, { company: 'Acme' });
      const [generated] = (await admin.get(path('mailboxes'))).body.items;
      expect(generated).toMatchObject({ address: 'acme@desk.example.com', isGenerated: true });
      expect(generated.records.map(({ host }: { host: string }) => host)).toEqual([
        'desk.example.com',
        'desk.example.com',
        expect.stringMatching(/^portico\d+\._domainkey\.desk\.example\.com$/),
        '_dmarc.desk.example.com',
      ]);
    } finally {
      await open.close();
    }
  });
  it('adds an address, says which DNS records it needs, and takes mail for it', async () => {
    const { status, body } = await acme.admin.post(path('mailboxes'), {
      address: 'Support@Acme-MSP.test',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      address: 'support@acme-msp.test',
      isFrom: false,
      waitsForProof: true,
    });
    expect(
      body.records.map(({ type, purpose }: Record<string, string>) => `${type} ${purpose}`),
    ).toEqual(['TXT proof', 'MX receive', 'TXT spf', 'TXT dkim', 'TXT dmarc']);
    expect(body.records[3].value).toMatch(/^v=DKIM1; k=rsa; p=MII/);
    await proveMailDomain(server, acme, body);
    expect(await receive({ Subject: 'To the new address' }, 'support@acme-msp.test')).toMatchObject(
      { state: 'newTicket' },
    );
  });
  it('makes another address the From, and only one', async () => {
    const { body: added } = await acme.admin.post(path('mailboxes'), {
      address: 'help@acme-msp.test',
    });
    expect((await acme.admin.patch(path(`mailboxes/${added.id}`), { isFrom: true })).status).toBe(
      200,
    );
    const { body } = await acme.admin.get(path('mailboxes'));
    expect(body.items.filter(({ isFrom }: { isFrom: boolean }) => isFrom)).toMatchObject([
      { id: added.id },
    ]);
    expect(await acme.admin.delete(path(`mailboxes/${added.id}`))).toMatchObject({
      status: 409,
      body: { code: 'mailboxIsFrom' },
    });
    const generated = body.items.find(({ isGenerated }: { isGenerated: boolean }) => isGenerated);
    expect(await acme.admin.delete(path(`mailboxes/${generated.id}`))).toMatchObject({
      status: 409,
      body: { code: 'mailboxIsGenerated' },
    });
    await acme.admin.patch(path(`mailboxes/${generated.id}`), { isFrom: true });
    expect((await acme.admin.delete(path(`mailboxes/${added.id}`))).status).toBe(204);
    expect(
      (await deliver(server, { from: 'a@b.test', to: 'help@acme-msp.test' }, message({}))).code,
    ).toBe(550);
  });
  it.each([
    ['not an address', 'invalidAddress'],
    ['a+b@acme-msp.test', 'invalidAddress'],
    ['x@servicedesk.localhost', 'reservedDomain'],
    ['rival@servicedesk.localhost', 'reservedDomain'],
    ['me@gmail.com', 'freeMailMailbox'],
    ['support@acme-msp.test', 'addressTaken'],
  ])('refuses %s (%s)', async (address, code) => {
    const { status, body } = await acme.admin.post(path('mailboxes'), { address });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'address', code }]);
    expect(body.errors[0].message).not.toContain('field.');
  });
  it("never shows or touches another company's", async () => {
    const { body } = await rival.admin.get(path('mailboxes'));
    const [theirs] = body.items;
    expect((await acme.admin.patch(path(`mailboxes/${theirs.id}`), { isFrom: true })).status).toBe(
      404,
    );
    expect((await acme.admin.delete(path(`mailboxes/${theirs.id}`))).status).toBe(404);
    // A claim without proof gets nothing and takes nothing.
    const { body: claimed } = await rival.admin.post(path('mailboxes'), {
      address: 'support@acme-msp.test',
    });
    expect(claimed).toMatchObject({ waitsForProof: true });
    expect(await receive({ Subject: 'Still ours' }, 'support@acme-msp.test')).toMatchObject({
      state: 'newTicket',
    });
    expect((await rival.admin.delete(path(`mailboxes/${claimed.id}`))).status).toBe(204);
  });
});

describe('incoming mail', () => {
  it('tells why a mail went where it is', async () => {
    const row = await receive({ Subject: 'Why here?' });
    expect(row).toMatchObject({
      state: 'newTicket',
      subject: 'Why here?',
      from: { address: 'jane@globex.test' },
      ticketNumber: expect.any(Number),
    });
    const { body } = await acme.admin.get(path(`inbound-messages/${row.id}`));
    expect(body.steps[0]).toMatchObject({ step: 'read', outcome: 'readable' });
    expect(body).toMatchObject({
      envelopeFrom: 'eve@stranger.test',
      envelopeTo: [support(acme)],
      remoteIp: '127.0.0.1',
    });
  });
  it('gives the raw message as a download', async () => {
    const row = await receive({ Subject: 'Raw' });
    const { status, raw, headers } = await acme.admin.get(path(`inbound-messages/${row.id}/raw`));
    expect(status).toBe(200);
    expect(raw.toString()).toMatch(
      /^Received: from mx\.sender\.test \(\[127\.0\.0\.1\]\) by servicedesk\.localhost[\s\S]*Subject: Raw/,
    );
    expect(headers['content-disposition']).toMatch(/^attachment/);
  });
  it('filters by state and pages', async () => {
    await receive({ From: undefined, Subject: 'One' });
    await receive({ From: undefined, Subject: 'Two' });
    const first = await acme.admin.get(path('inbound-messages?state=suspended&limit=1'));
    expect(first.body.items).toMatchObject([{ subject: 'Two', reason: 'noSender' }]);
    const second = await acme.admin.get(
      path(`inbound-messages?state=suspended&limit=1&cursor=${first.body.nextCursor}`),
    );
    expect(second.body).toMatchObject({ items: [{ subject: 'One' }], nextCursor: null });
    expect((await acme.admin.get(path('inbound-messages?state=nonsense'))).status).toBe(400);
    expect((await acme.admin.get(path('inbound-messages?cursor=nonsense'))).status).toBe(400);
  });
  it('files a suspended mail when a technician accepts its sender', async () => {
    const first = await receive({ From: 'dora@globex.test', Subject: 'Ours' });
    const mail = await until(async () => {
      const [row] = await server.rows<{ header_message_id: string }>(
        "select header_message_id from outbound_messages where kind = 'confirmation' and 'dora@globex.test' = any(to_addresses)",
      );
      return row;
    }, 'the confirmation');
    const waiting = await receive({
      From: 'eve@stranger.test',
      Subject: 'Let me in',
      'In-Reply-To': mail.header_message_id,
    });
    expect(waiting).toMatchObject({
      state: 'suspended',
      reason: 'senderNotOnTicket',
      ticketNumber: first.ticketNumber,
    });
    expect((await acme.admin.post(path(`inbound-messages/${waiting.id}/replay`))).status).toBe(202);
    const again = await filed(waiting.id);
    expect(again).toMatchObject({ state: 'suspended' });
    expect(
      (await acme.admin.post(path(`inbound-messages/${waiting.id}/replay`), { acceptSender: true }))
        .status,
    ).toBe(202);
    expect(await filed(waiting.id)).toMatchObject({
      state: 'appended',
      reason: null,
      ticketNumber: first.ticketNumber,
    });
    expect(
      await receive({
        From: 'eve@stranger.test',
        Subject: 'And again',
        'In-Reply-To': mail.header_message_id,
      }),
    ).toMatchObject({ state: 'appended' });
    expect(
      (await acme.admin.post(path(`inbound-messages/${waiting.id}/replay`))).body,
    ).toMatchObject({ status: 409, code: 'mailAlreadyFiled' });
    const audit = await server.rows(
      "select action from audit_entries where action like 'mail.%' order by id",
    );
    expect(audit.map(({ action }) => action)).toEqual(['mail.replayed', 'mail.accepted']);
  });
  it("is 404 for another company's", async () => {
    const row = await receive({ Subject: 'Ours only' });
    for (const rest of ['', '/raw'])
      expect((await rival.admin.get(path(`inbound-messages/${row.id}${rest}`))).status).toBe(404);
    expect((await rival.admin.post(path(`inbound-messages/${row.id}/replay`))).status).toBe(404);
    expect((await rival.admin.get(path('inbound-messages'))).body.items).toEqual([]);
    expect((await acme.admin.get(path('inbound-messages/999999'))).status).toBe(404);
    expect((await acme.admin.get(path('inbound-messages/x'))).status).toBe(400);
  });
  const filed = (id: number) =>
    until(async () => {
      const { body } = await acme.admin.get(path(`inbound-messages/${id}`));
      return body.state === 'received' ? null : body;
    });
});

describe('outgoing mail', () => {
  const queue = (mail: { subject: string; hasSecret?: boolean }) =>
    acme.inside((tx) =>
      queueMail(tx, {
        kind: 'welcome',
        to: ['a@b.test'],
        html: '<p>S3cret</p>',
        text: 'S3cret',
        ...mail,
      }),
    );

  it('lists and shows what was sent', async () => {
    const { id } = await queue({ subject: 'Hello' });
    const { body } = await acme.admin.get(path(`outbound-messages/${id}`));
    expect(body).toMatchObject({
      subject: 'Hello',
      to: ['a@b.test'],
      text: 'S3cret',
      isMasked: false,
    });
    const list = await acme.admin.get(path('outbound-messages?limit=1'));
    expect(list.body.items).toMatchObject([{ id, subject: 'Hello' }]);
    expect(list.body.items[0]).not.toHaveProperty('html');
  });
  it('masks passwords and links, before and after sending', async () => {
    const { id } = await queue({ subject: 'Secret', hasSecret: true });
    for (const wait of [false, true]) {
      if (wait)
        await until(
          async () => (await acme.admin.get(path(`outbound-messages/${id}`))).body.state === 'sent',
        );
      const { body, raw } = await acme.admin.get(path(`outbound-messages/${id}`));
      expect(body).toMatchObject({ html: null, text: null, isMasked: true });
      expect(raw.toString()).not.toContain('S3cret');
    }
  });
  it('sends a failed mail again, but none that arrived', async () => {
    const { id } = await queue({ subject: 'Failed' });
    await until(
      async () => (await acme.admin.get(path(`outbound-messages/${id}`))).body.state === 'sent',
    );
    expect((await acme.admin.post(path(`outbound-messages/${id}/retry`))).body).toMatchObject({
      status: 409,
      code: 'mailNotFailed',
    });
    await server.rows("update outbound_messages set state = 'failed' where id = $1", [id]);
    expect((await acme.admin.post(path(`outbound-messages/${id}/retry`))).status).toBe(200);
    await until(
      async () => (await acme.admin.get(path(`outbound-messages/${id}`))).body.state === 'sent',
    );
    await server.rows(
      "update outbound_messages set state = 'failed', has_secret = true where id = $1",
      [id],
    );
    expect((await acme.admin.post(path(`outbound-messages/${id}/retry`))).body).toMatchObject({
      status: 409,
      code: 'mailScrubbed',
    });
  });
  it("is 404 for another company's", async () => {
    const { id } = await queue({ subject: 'Ours only' });
    expect((await rival.admin.get(path(`outbound-messages/${id}`))).status).toBe(404);
    expect((await rival.admin.post(path(`outbound-messages/${id}/retry`))).status).toBe(404);
    expect((await rival.admin.get(path('outbound-messages'))).body.items).toEqual([]);
  });
});
