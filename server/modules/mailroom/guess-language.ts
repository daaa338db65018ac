import { isLanguage, type Language } from '#shared/languages.ts';
import { headerOf, type InboundMail } from './inbound-mail.ts';

/** ISO 639-3, as the library has them. */
const OURS: Readonly<Record<string, Language>> = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  ita: 'it',
  spa: 'es',
};
const READ_CHARS = 800;
/** Fewer tell nothing: "Printer broken" is French to a machine that counts letters. */
const LETTERS_MIN = 25;
/** How close the second of our five may come to the first, which has 1. */
const SECOND_MAX = 0.92;

/**
 * What a mail is written in, if that is one of our five and sure enough: what the mail says of
 * itself (Content-Language, RFC 3282), or else what its own words look like, quotes set aside.
 * @param text the words that the mail adds
 */
export async function guessLanguage(
  mail: Pick<InboundMail, 'headers' | 'subject'>,
  text: string,
): Promise<Language | null> {
  const tag = (headerOf(mail, 'content-language') ?? '').slice(0, 2).toLowerCase();
  if (isLanguage(tag)) return tag;
  const own = wordsOf(text);
  // Subjects are full of product names: they count only where there is little else.
  const words = lettersOf(own) < 3 * LETTERS_MIN ? `${wordsOf(mail.subject)} ${own}` : own;
  return lettersOf(words) < LETTERS_MIN ? null : judge(words);
}

/** The first of our languages has to win clearly, and against all the other languages as well. */
async function judge(words: string): Promise<Language | null> {
  // Statistics of 82 languages that a process needs only once mail comes in.
  const { francAll } = await import('franc-min');
  const [[best = ''] = [], [, second = 0] = []] = francAll(words, { only: Object.keys(OURS) });
  if (second > SECOND_MAX) return null;
  const [[bestOfAll = ''] = []] = francAll(words);
  return best === bestOfAll ? (OURS[best] ?? null) : null;
}

/** Without addresses, and without the separator that signatures stand under (RFC 3676, 4.3). */
function wordsOf(text: string): string {
  return text
    .slice(0, READ_CHARS)
    .replace(/^-- ?$[\s\S]*/m, '')
    .replace(/\S+@\S+|https?:\/\/\S+|www\.\S+/gi, ' ')
    .replace(/^(?:\s*(?:re|aw|wg|fw|fwd|tr|rif|rv|i):)+/i, ' ');
}

const lettersOf = (text: string) => text.replace(/\P{L}/gu, '').length;
