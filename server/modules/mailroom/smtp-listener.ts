import { isIP } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { AppError } from '#platform/errors.ts';
import { addressMatcher } from '#platform/mail/sender-authentication.ts';
import type { Platform } from '#platform/platform.ts';
import { createRateLimit } from './connection-limits.ts';
import { receiveMail } from './receive-mail.ts';
import { type Recipient, resolveRecipient } from './resolve-recipient.ts';

export interface MailListener {
  /** Takes no new connections and lets the running ones end. */
  close(): Promise<void>;
}

const CLIENTS_MAX = 200;
const RECIPIENTS_MAX = 5_000;
/** A sender of 2,000 addresses may know a few of ours; a harvester guesses without end. */
const UNKNOWN_RECIPIENTS_MAX = 3_000;
const MESSAGES_PER_MINUTE = 300;
const CLOSE_AFTER_MS = 8_000;

/** An answer of the SMTP dialogue (RFC 5321; enhanced codes of RFC 3463). */
class SmtpRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

interface Dialogue {
  recipients: Map<string, Recipient>;
  unknownCount: number;
}

/** Takes mail for our tenants' addresses and for nobody else. Null when MAIL_IN_PORT is 0. */
export async function startMailListener(platform: Platform): Promise<MailListener | null> {
  const { config, log: rootLog } = platform;
  if (config.mailIn.port === 0) return null;
  const log = rootLog.child({ room: 'mailroom' });
  const isTrusted = addressMatcher([...config.mailTrustedRelays, '127.0.0.0/8', '::1']);
  const limit = createRateLimit(MESSAGES_PER_MINUTE);
  const dialogues = new WeakMap<SMTPServerSession, Dialogue>();

  const server = new SMTPServer({
    name: config.mailDomain,
    banner: 'Portico',
    size: config.mailMaxBytes,
    rejectOversized: true,
    disabledCommands: config.mailIn.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(config.mailIn.tls ?? {}),
    disableReverseLookup: true,
    maxClients: CLIENTS_MAX,
    maxRecipients: RECIPIENTS_MAX,
    socketTimeout: 60_000,
    closeTimeout: CLOSE_AFTER_MS,
    logger: false,

    onMailFrom(_address, session, callback) {
      dialogues.set(session, { recipients: new Map(), unknownCount: 0 });
      if (isTrusted(session.remoteAddress) || limit(session.remoteAddress)) return callback();
      callback(new SmtpRefusal(451, '4.7.1 Too many messages, please try again later'));
    },

    onRcptTo({ address }, session, callback) {
      acceptRecipient(address, dialogues.get(session)).then(
        () => callback(),
        (error) => callback(asRefusal(error)),
      );
    },

    onData(stream, session, callback) {
      const recipients = [...(dialogues.get(session)?.recipients.values() ?? [])];
      takeMessage(stream, session, recipients).then(
        () => callback(null, 'Message taken'),
        (error) => {
          const refusal = asRefusal(error);
          log.warn(
            { err: error, code: refusal.responseCode, ip: session.remoteAddress },
            'a mail was not taken',
          );
          callback(refusal);
        },
      );
    },
  });

  async function acceptRecipient(address: string, dialogue: Dialogue | undefined): Promise<void> {
    if (!dialogue) throw new SmtpRefusal(503, '5.5.1 MAIL first');
    if (dialogue.unknownCount >= UNKNOWN_RECIPIENTS_MAX) {
      throw new SmtpRefusal(452, '4.5.3 Too many unknown recipients');
    }
    const recipient = await resolveRecipient(platform, address);
    if (!recipient) {
      dialogue.unknownCount++;
      throw new SmtpRefusal(550, '5.1.1 No such mailbox here');
    }
    dialogue.recipients.set(recipient.address, recipient);
  }

  async function takeMessage(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    recipients: Recipient[],
  ): Promise<void> {
    const { mailFrom } = session.envelope;
    await receiveMail(
      platform,
      {
        remoteIp: plainIp(session.remoteAddress),
        helo: harmless(session.hostNameAppearsAs || ''),
        from: harmless(mailFrom ? mailFrom.address : ''),
        recipients,
        trace: receivedField(session, config.mailDomain),
      },
      stream,
    );
  }

  // Clients that vanish or talk nonsense are everyday life, not errors of ours.
  server.on('error', (error) => log.debug({ err: error }, 'SMTP'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(config.mailIn.port, config.mailIn.host, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  log.info(`taking mail on ${config.mailIn.host}:${config.mailIn.port}`);
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Whatever went wrong, the message is still the sender's: 4xx unless it is the message's fault. */
function asRefusal(error: unknown): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error;
  if (error instanceof AppError && error.code === 'fileTooLarge') {
    return new SmtpRefusal(552, '5.3.4 Message too big');
  }
  if (error instanceof AppError && error.code === 'storageFull') {
    return new SmtpRefusal(452, '4.3.1 Out of space, please try again later');
  }
  return new SmtpRefusal(451, '4.3.0 Temporary failure, please try again later');
}

function receivedField(session: SMTPServerSession, host: string): string {
  const helo = harmless(session.hostNameAppearsAs || 'unknown');
  const ip = plainIp(session.remoteAddress);
  const literal = isIP(ip) === 6 ? `[IPv6:${ip}]` : `[${ip}]`;
  return `Received: from ${helo} (${literal}) by ${host} with ${harmless(session.transmissionType)};\r\n\t${new Date().toUTCString().replace('GMT', '+0000')}\r\n`;
}

/** What a client said about itself goes into a header field and the log: one short word. */
function harmless(text: string): string {
  return text.replace(/[^\x21-\x7e\u00a1-\uffff]|[()<>\\"]/g, '').slice(0, 320);
}

/** Without the prefix of an IPv4 address written as IPv6, and without an interface's name. */
function plainIp(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}
