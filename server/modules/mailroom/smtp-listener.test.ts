import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import getTLSOptions from 'smtp-server/lib/tls-options.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '#platform/jobs/job.ts';
import { type MailCompany, makeMailCompany } from '../../../tests/support/mail-company.ts';
import { message, until } from '../../../tests/support/smtp-client.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { createRateLimit } from './connection-limits.ts';
import { fileMail } from './mailroom.jobs.ts';

describe('with a certificate', () => {
  let folder: string;
  let server: TestServer;
  let acme: MailCompany;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-tls-'));
    const { key, cert } = getTLSOptions();
    await writeFile(join(folder, 'key.pem'), String(key));
    await writeFile(join(folder, 'cert.pem'), String(cert));
    server = await startTestServer({
      MAIL_IN_TLS_KEY: join(folder, 'key.pem'),
      MAIL_IN_TLS_CERT: join(folder, 'cert.pem'),
    });
    acme = await makeMailCompany(server);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('takes mail over STARTTLS', async () => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: server.config.mailIn.port,
      requireTLS: true,
      tls: { rejectUnauthorized: false },
    });
    const raw = message({ Subject: 'Encrypted' }).replace(/\n/g, '\r\n');
    await transport.sendMail({ envelope: { from: 'jane@globex.test', to: acme.support }, raw });
    transport.close();
    expect(await acme.lastFiled()).toMatchObject({ state: 'newTicket', subject: 'Encrypted' });
  });

  it('and still takes mail without', async () => {
    expect((await acme.send(message({}))).code).toBe(250);
    await acme.lastFiled();
  });

  it('suspends a mail that cannot be filed, and files the next ones meanwhile', async () => {
    const [poison] = await server.rows<{ id: number }>(
      `insert into inbound_messages (tenant_id, raw_key, raw_sha256, size_bytes, envelope_from, envelope_to)
       values ($1, '00/00000000-0000-0000-0000-000000000000', '', 0, 'x@y.test', '{}') returning id`,
      [acme.tenantId],
    );
    await acme.inTenant((tx) => enqueue(tx, fileMail, { inboundMessageId: poison!.id }));
    expect(await acme.sendAndFile(message({ Subject: 'Next' }))).toMatchObject({ subject: 'Next' });
    const state = async () =>
      (
        await server.rows<{ state: string; reason: string }>(
          'select state, reason from inbound_messages where id = $1',
          [poison!.id],
        )
      )[0];
    await until(async () => (await state())?.state === 'suspended', 'suspension', 30_000);
    expect(await state()).toMatchObject({ reason: 'processingFailed' });
  }, 60_000);
});

it('MAIL_IN_PORT=0 takes no mail at all', async () => {
  const server = await startTestServer({ MAIL_IN_PORT: '0' });
  await server.close();
});

it('counts per address and minute', () => {
  let now = 0;
  const mayPass = createRateLimit(2, () => now);
  expect([mayPass('a'), mayPass('a'), mayPass('a'), mayPass('b')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = 60_000;
  expect(mayPass('a')).toBe(true);
});
