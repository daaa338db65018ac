import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { percentiles, type Result } from './result.ts';

export interface MailLoad {
  port: number;
  mails: SendMailOptions[];
  /** How many of the messages taken so far wait, and how many did not become or reach a ticket. */
  readProgress(): Promise<{ waiting: number; filed: number; refused: number }>;
}

const FILED_WITHIN_MS = 60_000;

/**
 * Hands the mails over by SMTP and waits until the last one is filed. The rate is of the whole
 * way; the percentiles are those of the SMTP dialogue, from MAIL FROM to the 250.
 */
export async function measureMail(
  { port, mails, readProgress }: MailLoad,
  { connections }: { connections: number },
): Promise<Omit<Result, 'name'>> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const before = await readProgress();
  const times: number[] = [];
  let failures = 0;
  const queue = mails.values();
  const started = performance.now();
  try {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        for (const mail of queue) {
          const sending = performance.now();
          await transport.sendMail(mail).then(
            () => times.push(performance.now() - sending),
            () => failures++,
          );
        }
      }),
    );
  } finally {
    transport.close();
  }
  const taken = performance.now() - started;
  let progress = await readProgress();
  while (progress.waiting > 0 && performance.now() - started < FILED_WITHIN_MS) {
    await sleep(50);
    progress = await readProgress();
  }
  const seconds = (performance.now() - started) / 1000;
  const filed = progress.filed - before.filed;
  const refused = progress.refused - before.refused;
  return {
    perSecond: filed / seconds,
    count: filed,
    ...percentiles(times),
    errors: failures + refused + progress.waiting,
    note: [
      `taken at ${Math.round((times.length / taken) * 1000)}/s`,
      ...(failures > 0 ? [`${failures} not taken`] : []),
      ...(refused > 0 ? [`${refused} not on a ticket`] : []),
      ...(progress.waiting > 0 ? [`${progress.waiting} still waiting`] : []),
    ].join(', '),
  };
}
