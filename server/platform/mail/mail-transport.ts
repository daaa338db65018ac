import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import type { Config } from '../config.ts';

export interface Envelope {
  from: string;
  to: string[];
}

export interface Delivered {
  /** What the next server said; 'captured' when the mail went to a file. */
  response: string;
  /** Recipients that the next server refused while it took the others. */
  rejected: { address: string; response: string }[];
}

/** Hands finished messages on: to the next SMTP server, or into files when there is none. */
export interface MailTransport {
  /** Throws a `MailRefused` when the next server took it for nobody. */
  send(raw: Buffer, envelope: Envelope, id: string): Promise<Delivered>;
  close(): void;
}

/** The next server did not take the message. */
export class MailRefused extends Error {
  override name = 'MailRefused';
  /** True after a 5xx: the same message will not be taken later either. */
  readonly isFinal: boolean;
  constructor(message: string, isFinal: boolean, cause: unknown) {
    super(message, { cause });
    this.isFinal = isFinal;
  }
}

export function createMailTransport(config: Pick<Config, 'smtpUrl' | 'outboxDir'>): MailTransport {
  return config.smtpUrl ? smtpTransport(config.smtpUrl) : captureTransport(config.outboxDir);
}

function smtpTransport(url: string): MailTransport {
  let opened: Promise<Transporter> | undefined;
  const open = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  return {
    async send(raw, envelope) {
      opened ??= open();
      const transport = await opened;
      try {
        const info = (await transport.sendMail({ envelope: { ...envelope }, raw })) as SmtpAnswer;
        return {
          response: oneLine(info.response ?? ''),
          rejected: (info.rejectedErrors ?? []).map((error) => ({
            address: error.recipient ?? '',
            response: oneLine(error.response ?? error.message),
          })),
        };
      } catch (error) {
        const { responseCode = 0, response, message } = error as SmtpError;
        // Wrong credentials or a missing TLS are the operator's to mend: worth another try.
        const isAboutTheMessage =
          (error as SmtpError).command !== 'AUTH' && (error as SmtpError).code !== 'EAUTH';
        throw new MailRefused(
          oneLine(response ?? message),
          responseCode >= 500 && isAboutTheMessage,
          error,
        );
      }
    },
    close: () => void opened?.then((transport) => transport.close()),
  };
}

interface SmtpAnswer {
  response?: string;
  rejectedErrors?: SmtpError[];
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  recipient?: string;
}

/** Mail for the eyes of whoever may read the folder: 0600, because some of it holds passwords. */
function captureTransport(folder: string): MailTransport {
  return {
    async send(raw, _envelope, id) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${id}.eml`);
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        await file.writeFile(raw);
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
      return { response: 'captured', rejected: [] };
    },
    close: () => undefined,
  };
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}
