import { createTransport } from 'nodemailer';

export interface SmtpAnswer {
  /** 250 when the message was taken. */
  code: number;
  text: string;
  /** Recipients that were refused, while others were taken. */
  refused: string[];
}

/** Sends a raw message to the server under test, as another mail server would. */
export async function deliver(
  server: { config: { mailIn: { port: number } } },
  envelope: { from: string; to: string | string[] },
  raw: string | Buffer,
): Promise<SmtpAnswer> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: server.config.mailIn.port,
    name: 'mx.sender.test',
    ignoreTLS: true,
    connectionTimeout: 5_000,
    disableFileAccess: true,
  });
  try {
    const bytes = typeof raw === 'string' ? Buffer.from(raw.replace(/\r?\n/g, '\r\n')) : raw;
    const info = (await transport.sendMail({
      envelope: { from: envelope.from, to: envelope.to },
      raw: bytes,
    })) as { response: string; rejected: string[] };
    return { code: Number(info.response.slice(0, 3)), text: info.response, refused: info.rejected };
  } catch (error) {
    const {
      responseCode = 0,
      response,
      message,
    } = error as Error & {
      responseCode?: number;
      response?: string;
    };
    return { code: responseCode, text: response ?? message, refused: [] };
  } finally {
    transport.close();
  }
}

/** Looks every 50 ms until there is something. */
export async function until<T>(
  look: () => Promise<T>,
  what = 'it',
  withinMs = 20_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A message from parts, with a Message-ID of its own unless one is given. */
export function message(fields: Record<string, string | undefined>, body = 'Hello'): string {
  const all = {
    From: 'Jane Doe <jane@globex.test>',
    To: 'support@acme.test',
    Subject: 'Printer on fire',
    Date: new Date().toUTCString(),
    'Message-ID': `<${crypto.randomUUID()}@globex.test>`,
    'MIME-Version': '1.0',
    ...fields,
  };
  const head = Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`);
  return `${head.join('\n')}\n\n${body}\n`;
}
