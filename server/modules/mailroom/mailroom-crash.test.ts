import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type MailCompany, makeMailCompany } from '../../../tests/support/mail-company.ts';
import { deliver, message } from '../../../tests/support/smtp-client.ts';
import { freePort, startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

const MAILS = 120;
const KILLS = 3;
const SUBJECTS = Array.from({ length: MAILS }, (_, index) => `Mail ${index}`);

/** The promise: every message answered 250 is in exactly one place, whatever dies meanwhile. */
it('loses and doubles nothing when PostgreSQL is killed while mail arrives', async () => {
  const server = await startTestServer({ DATABASE_URL: '', DATABASE_APP_URL: '' });
  try {
    const acme = await makeMailCompany(server);
    const sending = sendAll(server, acme.support);
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(500);
      await killPostgres(server.config.dataDir);
    }
    const refusals = await sending;
    await expectAllFiledOnce(acme);
    expect(refusals.length).toBeGreaterThan(0);
  } finally {
    await server.close();
  }
}, 200_000);

it('loses and doubles nothing when the server is killed while mail arrives', async () => {
  // One process that only files mail; another one, which also takes it, is killed and started again.
  const server = await startTestServer({ MAIL_IN_PORT: '0' });
  const mailPort = await freePort();
  let victim = startVictim(server, mailPort);
  try {
    const acme = await makeMailCompany(server);
    const sending = sendAll({ config: { mailIn: { port: mailPort } } }, acme.support);
    for (let kill = 0; kill < 2; kill++) {
      const filedSoFar = (await inboundStates(acme)).length;
      while ((await inboundStates(acme)).length < filedSoFar + MAILS / 4) await sleep(50);
      victim.kill('SIGKILL');
      victim = startVictim(server, mailPort);
    }
    await sending;
    await expectAllFiledOnce(acme);
  } finally {
    victim.kill('SIGKILL');
    await server.close();
  }
}, 180_000);

function startVictim(server: TestServer, mailPort: number): ChildProcess {
  const { config, database } = server;
  return spawn(process.execPath, ['server/main.ts'], {
    stdio: 'ignore',
    // Not the environment of the test: Vite sets a BASE_URL of its own.
    env: {
      PORT: String(config.port + 1),
      MAIL_IN_PORT: String(mailPort),
      DATA_DIR: config.dataDir,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      SECRET_KEY: config.secretKey,
    },
  });
}

/** Sends every mail as a mail server does: the same message again until it is taken. */
async function sendAll(to: Parameters<typeof deliver>[0], support: string): Promise<number[]> {
  const refusals: number[] = [];
  const waiting = SUBJECTS.map((subject, index) => ({ subject, index }));
  const sendUntilTaken = async (subject: string, index: number) => {
    const raw = message({
      From: `p${index % 10}@globex.test`,
      Subject: subject,
      'Auto-Submitted': 'auto-generated',
    });
    for (;;) {
      const { code } = await deliver(to, { from: 'p@globex.test', to: support }, raw);
      if (code === 250) return;
      refusals.push(code);
      await sleep(200);
    }
  };
  const senders = Array.from({ length: 6 }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await sendUntilTaken(next.subject, next.index);
    }
  });
  await Promise.all(senders);
  // 0: the connection broke; 4xx: told to come back. Never a 5xx, which would lose the mail.
  expect(refusals.filter((code) => code >= 500)).toEqual([]);
  return refusals;
}

/** One ticket for each mail; copies of a mail whose 250 got lost are dropped, visibly. */
async function expectAllFiledOnce({ inTenant }: MailCompany): Promise<void> {
  const states = await untilFiled({ inTenant });
  expect(states.filter((state) => state !== 'newTicket' && state !== 'dropped')).toEqual([]);
  const tickets = await inTenant((tx) => tx.selectFrom('tickets').select('subject').execute());
  expect(tickets.map(({ subject }) => subject).sort()).toEqual([...SUBJECTS].sort());
}

async function untilFiled(company: Pick<MailCompany, 'inTenant'>): Promise<string[]> {
  for (let i = 0; i < 900; i++) {
    const states = await inboundStates(company).catch(() => []);
    if (states.length >= MAILS && states.every((state) => state !== 'received')) return states;
    await sleep(100);
  }
  throw new Error('not every mail was filed within a minute and a half');
}

async function inboundStates({ inTenant }: Pick<MailCompany, 'inTenant'>): Promise<string[]> {
  const rows = await inTenant((tx) => tx.selectFrom('inbound_messages').select('state').execute());
  return rows.map(({ state }) => state);
}

/** Waits until it runs, because it may still be recovering from the last time. */
async function killPostgres(dataDir: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    try {
      const file = readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
      if (/^ready/m.test(file)) return void process.kill(Number(file.split('\n')[0]), 'SIGKILL');
    } catch {
      // between two lives there is no file, or nobody behind it
    }
    await sleep(100);
  }
  throw new Error('PostgreSQL did not come back');
}
