import { localPartOf } from '#platform/mail/mail-address.ts';
import { headerOf, type InboundMail } from './inbound-mail.ts';

/**
 * What sent a mail, as far as answers are concerned:
 * - `person`: may open tickets and be answered
 * - `machine`: a monitoring system, a newsletter; may open a ticket, is never answered
 * - `autoReply`, `receipt`: answers of a program to our mail; never open, reopen or get anything
 * - `bounce`: our mail did not arrive; noted on its ticket
 * - `loop`: our own mail come back
 */
export type MailOrigin = 'person' | 'machine' | 'autoReply' | 'receipt' | 'bounce' | 'loop';

export interface OriginVerdict {
  origin: MailOrigin;
  /** The sign that decided, as it stands in the mail: "why did this mail go here?" shows it in every language. */
  sign: string;
  /** False when an automatic confirmation would be unwelcome or start a loop. */
  mayBeAnswered: boolean;
}

export interface OriginFacts {
  /** MAIL FROM as the SMTP client gave it; '' for the null reverse-path. */
  envelopeFrom: string;
  /** Value of X-Portico-Loop on this installation's own mail. */
  loopMark: string;
  /** The tenant's own addresses. */
  ownAddresses: ReadonlySet<string>;
  /** True when the mail answers or goes to a thread of ours. */
  namesOurThread: boolean;
}

const HOPS_MAX = 40;

/** RFC 3834 (who must not be answered), RFC 5230 (vacation), RFC 3464 and 8098 (reports). */
export function judgeOrigin(mail: InboundMail, facts: OriginFacts): OriginVerdict {
  const unanswered = (origin: MailOrigin, sign: string): OriginVerdict => ({
    origin,
    sign,
    mayBeAnswered: false,
  });
  const loop = signOfLoop(mail, facts);
  if (loop) return unanswered('loop', loop);

  const type = (headerOf(mail, 'content-type') ?? '').toLowerCase();
  if (/report-type="?disposition-notification/.test(type))
    return unanswered('receipt', 'report-type=disposition-notification');
  const bounce = signOfBounce(mail, facts, type);
  if (bounce) return unanswered('bounce', bounce);

  const reply = signOfAutoReply(mail, facts);
  if (reply) return unanswered('autoReply', reply);
  const machine = signOfMachine(mail);
  if (machine) return unanswered('machine', machine);

  const suppress = headerOf(mail, 'x-auto-response-suppress');
  if (suppress && /\b(?:all|autoreply|oof)\b/i.test(suppress)) {
    return {
      origin: 'person',
      sign: `X-Auto-Response-Suppress: ${suppress}`,
      mayBeAnswered: false,
    };
  }
  const subject = outOfOfficeSubject(mail.subject);
  return {
    origin: 'person',
    sign: subject ?? '',
    mayBeAnswered: subject === null,
  };
}

function signOfLoop(mail: InboundMail, { loopMark, ownAddresses }: OriginFacts): string | null {
  if (mail.headers.get('x-portico-loop')?.some((mark) => mark.trim() === loopMark)) {
    return 'X-Portico-Loop';
  }
  const own = mail.from.find(({ address }) => ownAddresses.has(address));
  if (own) return `From: ${own.address}`;
  const hops = mail.headers.get('received')?.length ?? 0;
  return hops > HOPS_MAX ? `Received: ${hops} ×` : null;
}

function signOfBounce(
  mail: InboundMail,
  { envelopeFrom }: OriginFacts,
  type: string,
): string | null {
  if (/^multipart\/report\b/.test(type) && /report-type="?delivery-status/.test(type)) {
    return 'report-type=delivery-status (RFC 3464)';
  }
  if (mail.attachments.some(({ mediaType }) => mediaType === 'message/delivery-status')) {
    return 'message/delivery-status';
  }
  if (headerOf(mail, 'x-failed-recipients')) return 'X-Failed-Recipients';
  const from = mail.from[0]?.address ?? '';
  const isPostmaster = /^(?:mailer-daemon|postmaster|mail-?daemon|maildelivery)$/.test(
    localPartOf(from),
  );
  if (isPostmaster && (envelopeFrom === '' || UNDELIVERED.test(mail.subject)))
    return `From: ${from}`;
  return envelopeFrom === '' && UNDELIVERED.test(mail.subject)
    ? `MAIL FROM:<>, Subject: ${mail.subject}`
    : null;
}

const UNDELIVERED =
  /undeliver|delivery (?:status|failure|has failed|incomplete|problem)|returned mail|failure notice|mail delivery (?:failed|system)|unzustellbar|nicht zugestellt|zustellung.{0,30}(?:fehl|verz)|non remis|échec de la remise|mancato recapito|non recapitabile|no se puede entregar|no entregado/i;

function signOfAutoReply(mail: InboundMail, facts: OriginFacts): string | null {
  const submitted = autoSubmitted(mail);
  if (submitted === 'auto-replied') return 'Auto-Submitted: auto-replied';
  for (const name of [
    'x-autoreply',
    'x-autorespond',
    'x-autoresponder',
    'x-autoreply-from',
    'x-mail-autoreply',
  ]) {
    const value = headerOf(mail, name);
    if (value !== null && !/^(?:no|false|0)$/i.test(value)) return name;
  }
  const precedence = headerOf(mail, 'precedence') ?? '';
  if (/^auto[-_]?reply$/i.test(precedence)) return `Precedence: ${precedence}`;
  // Exchange calls its out-of-office answers auto-generated, like a monitoring system its alarms:
  // what tells them apart is that they answer something.
  const answersSomething =
    facts.namesOurThread || mail.inReplyTo.length > 0 || mail.references.length > 0;
  if (submitted !== null && answersSomething) return `Auto-Submitted: ${submitted}, In-Reply-To`;
  const subject = outOfOfficeSubject(mail.subject);
  if (subject && submitted !== null) return `${subject}, Auto-Submitted: ${submitted}`;
  if (subject && headerOf(mail, 'x-auto-response-suppress'))
    return `${subject}, X-Auto-Response-Suppress`;
  if (subject && (answersSomething || facts.envelopeFrom === '')) return subject;
  return facts.envelopeFrom === '' ? 'MAIL FROM:<> (RFC 5230)' : null;
}

function signOfMachine(mail: InboundMail): string | null {
  const submitted = autoSubmitted(mail);
  if (submitted !== null) return `Auto-Submitted: ${submitted}`;
  const precedence = headerOf(mail, 'precedence') ?? '';
  if (/^(?:bulk|list|junk)$/i.test(precedence)) return `Precedence: ${precedence}`;
  for (const name of ['list-id', 'list-unsubscribe', 'x-autogenerated', 'feedback-id']) {
    if (headerOf(mail, name) !== null) return name;
  }
  const from = localPartOf(mail.from[0]?.address ?? '@');
  return /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|nobody|root|cron)$/.test(from)
    ? `From: ${from}`
    : null;
}

/** The keyword of Auto-Submitted (RFC 3834, 5); null when absent or "no". */
function autoSubmitted(mail: InboundMail): string | null {
  const keyword = (headerOf(mail, 'auto-submitted') ?? '').split(/[\s;(]/, 1)[0]!.toLowerCase();
  return keyword === '' || keyword === 'no' ? null : keyword;
}

/** A weak sign: people write such subjects too. */
function outOfOfficeSubject(subject: string): string | null {
  return OUT_OF_OFFICE.test(subject) ? `Subject: ${subject}` : null;
}

const OUT_OF_OFFICE =
  /^\s*(?:auto(?:matic)?[\s:-]{0,2}(?:reply|response)|out of (?:the )?office|abwesen(?:d|heits)|automatische antwort|réponse automatique|absence du bureau|absent du bureau|risposta automatica|fuori sede|fuori ufficio|respuesta autom[áa]tica|fuera de (?:la )?oficina|ausente de la oficina)/i;
