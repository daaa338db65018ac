import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeMailCompany } from '../../../tests/support/mail-company.ts';
import { deliver, message } from '../../../tests/support/smtp-client.ts';
import { startTestServer } from '../../../tests/support/test-server.ts';

const MAILS = 120;
const KILLS = 3;

/** The promise: every message answered 250 is in exactly one place, whatever dies meanwhile. */
it('loses and doubles nothing when PostgreSQL is killed while mail arrives', async () => {
  const server = await startTestServer({ DATABASE_URL: '', DATABASE_APP_URL: '' });
  try {
    const acme = await makeMailCompany(server);
    const subjects = Array.from({ length: MAILS }, (_, index) => `Mail ${index}`);
    const refusals: number[] = [];

    /** As a mail server does: the same message again until it is taken. */
    const sendUntilTaken = async (subject: string, index: number) => {
      const raw = message({
        From: `p${index % 10}@globex.test`,
        Subject: subject,
        'Auto-Submitted': 'auto-generated',
      });
      for (;;) {
        const { code } = await deliver(server, { from: 'p@globex.test', to: acme.support }, raw);
        if (code === 250) return;
        refusals.push(code);
        await sleep(200);
      }
    };
    const waiting = subjects.map((subject, index) => ({ subject, index }));
    const senders = Array.from({ length: 6 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await sendUntilTaken(next.subject, next.index);
      }
    });
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(500);
      await killPostgres(server.config.dataDir);
    }
    await Promise.all(senders);

    const filed = await untilFiled(acme.inTenant);
    expect(filed.filter(({ state }) => !['newTicket', 'dropped'].includes(state))).toEqual([]);
    const tickets = await acme.inTenant((tx) =>
      tx.selectFrom('tickets').select('subject').execute(),
    );
    expect(tickets.map(({ subject }) => subject).sort()).toEqual([...subjects].sort());
    // 0: the connection broke; 4xx: told to come back. Never a 5xx, which would lose the mail.
    expect(refusals.filter((code) => code >= 500)).toEqual([]);
    expect(refusals.length).toBeGreaterThan(0);
  } finally {
    await server.close();
  }
}, 150_000);

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

async function untilFiled(
  inTenant: Awaited<ReturnType<typeof makeMailCompany>>['inTenant'],
): Promise<{ state: string }[]> {
  for (let i = 0; i < 600; i++) {
    const rows = await inTenant((tx) =>
      tx.selectFrom('inbound_messages').select('state').execute(),
    ).catch(() => null);
    if (rows && rows.length >= MAILS && rows.every(({ state }) => state !== 'received'))
      return rows;
    await sleep(100);
  }
  throw new Error('not every mail was filed within a minute');
}
