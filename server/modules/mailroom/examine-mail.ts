import { createHash } from 'node:crypto';
import { createThreadTokens, loopMark } from '#modules/outbox/index.ts';
import { createDnsResolver, type DnsResolver } from '#platform/mail/dns-resolver.ts';
import type { MailAddress } from '#platform/mail/mail-address.ts';
import { authenticateSender, type SenderJudgement } from '#platform/mail/sender-authentication.ts';
import type { Platform } from '#platform/platform.ts';
import type { Language } from '#shared/languages.ts';
import { judgeOrigin, type OriginVerdict } from './automatic-mail.rules.ts';
import { guessLanguage } from './guess-language.ts';
import type { InboundMail } from './inbound-mail.ts';
import { type MailBody, mailBody } from './mail-body.ts';
import type { InboundMessage, MailroomFacts } from './mailroom.queries.ts';
import { readThread, type ThreadReading } from './match-thread.rules.ts';
import { parseMail } from './parse-mail.ts';

/** All that can be said about a mail before asking the database about tickets. */
export interface ExaminedMail {
  mail: InboundMail;
  /** The one From; null when there is none that could be written to. */
  sender: MailAddress | null;
  judgement: SenderJudgement;
  origin: OriginVerdict;
  reading: ThreadReading;
  contentHash: Buffer;
  /** What will be shown; made here, so that no transaction waits for it. */
  body: MailBody;
  /** What it is written in; null when that cannot be told. */
  language: Language | null;
}

let systemResolver: DnsResolver | undefined;
let resolverOverride: DnsResolver | null = null;

/** DNS is the outside world: a test stands in for it here. */
export function useDnsResolver(resolver: DnsResolver | null): void {
  resolverOverride = resolver;
}

export async function examineMail(
  platform: Platform,
  tenantId: number,
  inbound: Pick<InboundMessage, 'envelope_from' | 'envelope_to' | 'remote_ip' | 'helo'>,
  raw: Buffer,
  facts: MailroomFacts,
): Promise<ExaminedMail> {
  const { config, secrets } = platform;
  systemResolver ??= createDnsResolver();
  const mail = await parseMail(raw);
  // What is made to hurt one parser hurts the other as well; it waits for a person either way.
  const judgement: SenderJudgement = mail.problems.includes('unreadable')
    ? { verdict: 'none', isContradicted: false, detail: '' }
    : await authenticateSender(
        raw,
        {
          remoteIp: inbound.remote_ip ?? '',
          helo: inbound.helo ?? '',
          envelopeFrom: inbound.envelope_from,
        },
        {
          trustedRelays: config.mailTrustedRelays,
          hostName: config.mailDomain,
          resolver: resolverOverride ?? systemResolver,
        },
      );
  const reading = readThread(mail, inbound.envelope_to, tenantId, createThreadTokens(secrets));
  const origin = judgeOrigin(mail, {
    envelopeFrom: inbound.envelope_from,
    loopMark: loopMark(secrets, tenantId),
    ownAddresses: facts.ownAddresses,
    namesOurThread: reading.candidates.some(({ sign }) => sign !== 'subject'),
  });
  const body = mailBody(mail);
  return {
    mail,
    sender: mail.from[0] ?? null,
    judgement,
    origin,
    reading,
    contentHash: hashContent(mail),
    body,
    language: await guessLanguage(mail, body.text),
  };
}

/**
 * Of sender and content, not of the raw bytes: the same mail on two ways has other trace fields,
 * and another mail under a used Message-ID must not be taken for the first.
 */
function hashContent(mail: InboundMail): Buffer {
  const hash = createHash('sha256');
  const add = (part: string | Uint8Array) => hash.update(part).update('\0');
  add(mail.from.map(({ address }) => address).join(','));
  add(mail.subject);
  add(mail.text ?? '');
  add(mail.html ?? '');
  for (const { name, content } of mail.attachments) {
    add(name);
    add(content);
  }
  return hash.digest();
}
