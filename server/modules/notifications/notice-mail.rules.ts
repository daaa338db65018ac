import { escapeHtml } from '#platform/html/escape-html.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { Language } from '#shared/languages.ts';
import type { NotificationKind } from '#shared/notifications.ts';
import type { MessageKind } from '#shared/tickets.ts';

/** As much of a notification as a mail says. */
export interface Notice {
  kind: NotificationKind;
  message_id: number | null;
  message_kind: MessageKind | null;
  actor_name: string;
  excerpt: string;
}

export interface NoticesOfTicket {
  number: number;
  subject: string;
  /** At least one, the oldest first. */
  notices: Notice[];
}

/** HTML and the same as plain text. */
interface Rich {
  html: string;
  text: string;
}

/** The strongest first: what a mail of several is called by. */
const STRENGTH: readonly NotificationKind[] = ['mention', 'assigned', 'reply', 'newTicket'];
const LISTED_PER_TICKET_MAX = 10;
const QUOTE_STYLE =
  'margin:4px 0 16px;padding-left:12px;border-left:3px solid #dee2e6;color:#495057';

/** What the notices of one ticket amount to: "Ada Moreno mentioned you". */
export function titleOf(notices: readonly Notice[], language: Language): string {
  const [strongest] = [...notices].sort(
    (a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind),
  );
  if (!strongest) return '';
  const name = nameOf(strongest, language);
  return translate(language, `mail:notices.titles.${strongest.kind}`, { name });
}

/** What happened, one after the other; only the last of many. */
export function newsOf(notices: readonly Notice[], language: Language): Rich {
  const parts = notices.slice(-LISTED_PER_TICKET_MAX).map((notice) => {
    const name = nameOf(notice, language);
    const line = translate(language, `mail:notices.lines.${lineOf(notice)}`, { name });
    const { excerpt } = notice;
    const quote = escapeHtml(excerpt);
    return {
      html: `<p>${escapeHtml(line)}</p>${excerpt && `<blockquote style="${QUOTE_STYLE}">${quote}</blockquote>`}`,
      text: excerpt ? `${line}\n> ${excerpt}` : line,
    };
  });
  return {
    html: parts.map(({ html }) => html).join(''),
    text: parts.map(({ text }) => text).join('\n\n'),
  };
}

/** One line for each of many tickets. */
export function overviewOf(
  tickets: readonly NoticesOfTicket[],
  linkTo: (ticket: NoticesOfTicket) => string,
  language: Language,
): Rich {
  const lines = tickets.map((ticket) => ({
    name: `#${ticket.number} ${ticket.subject}`,
    title: titleOf(ticket.notices, language),
    link: linkTo(ticket),
  }));
  const items = lines.map(
    ({ name, title, link }) =>
      `<li><a href="${escapeHtml(link)}">${escapeHtml(name)}</a><br>${escapeHtml(title)}</li>`,
  );
  return {
    html: `<ul>${items.join('')}</ul>`,
    text: lines.map(({ name, title, link }) => `- ${name}\n  ${title}\n  ${link}`).join('\n'),
  };
}

/** A mail has no better word for who gave no name. */
const nameOf = (notice: Notice, language: Language) =>
  notice.actor_name || translate(language, 'mail:notices.somebody');

// i18n-keys: mail:notices.titles.* mail:notices.lines.*
function lineOf({ kind, message_kind }: Notice): string {
  if (kind !== 'reply') return kind;
  return message_kind === 'contact' ? 'message' : (message_kind ?? 'message');
}
