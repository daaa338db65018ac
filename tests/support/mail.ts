import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport, type SendMailOptions } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import type { TestServer } from './test-server.ts';

/** Hands a mail to the server's own SMTP listener, as any mail server would. */
export async function sendMail(
  server: TestServer,
  mail: SendMailOptions & { envelope?: { from: string; to: string | string[] } },
): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: server.config.mailIn.port,
    ignoreTLS: true,
  });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

export interface CapturedMail extends Email {
  raw: string;
  recipients: string[];
}

/** What the server has sent so far (captured as files while SMTP_URL is unset), oldest first. */
export async function readOutbox(server: TestServer): Promise<CapturedMail[]> {
  const folder = server.config.outboxDir;
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, at: (await stat(path)).mtimeMs };
    }),
  );
  const mails: CapturedMail[] = [];
  for (const { path } of files.sort((a, b) => a.at - b.at)) {
    const raw = await readFile(path);
    const email = await PostalMime.parse(raw);
    const recipients = [...(email.to ?? []), ...(email.cc ?? [])].map(
      ({ address }) => address ?? '',
    );
    mails.push({ ...email, raw: raw.toString(), recipients });
  }
  return mails;
}

/** Waits for a sent mail that fits; fails with what was there instead. */
export async function waitForMail(
  server: TestServer,
  isWanted: (mail: CapturedMail) => boolean,
  withinMs = 10_000,
): Promise<CapturedMail> {
  const end = Date.now() + withinMs;
  for (;;) {
    const mails = await readOutbox(server);
    const wanted = mails.find(isWanted);
    if (wanted) return wanted;
    if (Date.now() > end) {
      const seen = mails.map(({ subject, recipients }) => `${recipients.join(', ')}: ${subject}`);
      throw new Error(`no such mail was sent; there were: ${seen.join(' | ') || 'none'}`);
    }
    await sleep(50);
  }
}
