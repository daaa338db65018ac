import anyAscii from 'any-ascii';
import { parse } from 'tldts';
import type { Language } from '#shared/languages.ts';

export interface PersonName {
  firstName: string;
  lastName: string;
}

const NAME_MAX_CHARS = 100;

const TITLES = new Set(
  'mr mrs ms miss mx sir dr prof professor herr frau hr fr dipl-ing dipl ing med dent vet rer nat phil jur habil mag mme mlle m monsieur madame maître me sig sigra signor signora dott dottssa dottore dottoressa geom rag avv señor señora sr sra srta don doña'.split(
    ' ',
  ),
);
const SUFFIXES = new Set('jr sr ii iii iv phd md mba msc bsc ba ma llm esq cissp itil'.split(' '));
const PARTICLES = new Set(
  'von vom van zu zum zur der den ter ten te de del della dello dei degli di da das dos do du des le la los las el al bin ibn af av'.split(
    ' ',
  ),
);
/** Words of mailboxes that no single person reads. */
const NOBODY = new Set(
  // "jobs", "post" and "root" are people's last names as well: see isSurname
  'info support service servicedesk helpdesk help office sales admin administrator contact kontakt buchhaltung accounting billing invoice rechnung hello team mail post webmaster postmaster noreply no-reply donotreply scanner scan printer drucker monitoring alerts notification notifications it edv hr jobs marketing newsletter backup root system mailer department abteilung gmbh ag ltd inc llc sa sas srl spa sarl sl gbr ohg kg group company accounts payable reception empfang zentrale sekretariat accueil segreteria ufficio amministrazione oficina recepción ventas soporte vertrieb verwaltung'.split(
    ' ',
  ),
);
const SURNAMES = new Set(['jobs', 'post', 'root']);
/** What programs write when nobody gave them a name. */
const NAMELESS = new Set(
  'undefined null none unknown unbekannt inconnu sconosciuto desconocido user benutzer utilisateur utente usuario owner name test n/a'.split(
    ' ',
  ),
);
/** First names that often come second in Spain, before two last names or one. */
const SECOND_NAMES = new Set(
  'jose maria juan carlos luis antonio manuel angel miguel jesus javier francisco alberto enrique fernando ignacio pablo pedro andres david ana isabel pilar carmen teresa luisa elena mar rosa cristina victoria belen dolores mercedes'.split(
    ' ',
  ),
);

/**
 * First and last name from a From header's display name, or from the address when there is
 * none worth using. A mailbox that is no person ("Globex Support") keeps its whole name as first
 * name, so that a greeting still reads well.
 * @param language of the mail: in Spanish, people have two last names
 */
export function splitPersonName(
  displayName: string,
  address: string,
  language: Language | null = null,
): PersonName {
  const cleaned = cleanName(displayName);
  if (isWorthless(cleaned, address)) return fromLocalPart(address);
  const [last = '', first = ''] = cleaned.split(',').map((part) => part.trim());
  if (isLastFirst(last, first)) {
    const words = wordsOf(first);
    return name(withoutTitles(words).join(' '), withoutTitles(wordsOf(last)).join(' '));
  }
  const all = wordsOf(last || first);
  const words = withoutTitles(all);
  if (words.length === 0) return fromLocalPart(address);
  // "Frau Dr. Müller" is called by the last name.
  if (words.length === 1) {
    return all.length > 1 && TITLES.has(bare(all[0]!)) ? name('', words[0]!) : name(words[0]!, '');
  }
  if (isNobodys(words)) return { firstName: cut(words.join(' ')), lastName: '' };
  // "DUPONT Jean": French and Italian offices shout the last name and put it first.
  const shouted = words.findIndex((word) => !isShouted(word));
  const isFirst = shouted > 0 && words[0]!.length > 2 && !words.slice(shouted).some(isShouted);
  if (isFirst) {
    return name(words.slice(shouted).join(' '), words.slice(0, shouted).join(' '));
  }
  const at = lastNameStart(words, language);
  return name(words.slice(0, at).join(' '), words.slice(at).join(' '));
}

/** No name at all, an address, what a program writes for nobody, or just the company's name. */
function isWorthless(cleaned: string, address: string): boolean {
  if (cleaned === '' || /[@/]|www\./i.test(cleaned) || !/\p{L}/u.test(cleaned)) return true;
  const words = wordsOf(cleaned.toLowerCase());
  if (words.every((word) => NAMELESS.has(word))) return true;
  // "jane.doe" is the address's own, written out.
  if (words.length === 1 && /^\p{L}+[._]\p{L}/u.test(cleaned)) return true;
  const company = parse(address.slice(address.lastIndexOf('@') + 1)).domainWithoutSuffix;
  const isOfPerson = /^\p{L}+\.\p{L}+/u.test(address) && !isNobody(address.split(/[@.]/)[0]!);
  return isOfPerson && folded(cleaned).replace(/\W/g, '') === company?.replace(/\W/g, '');
}

/** "Doe, Jane", but neither "Jane Doe, PhD" nor "Jane Doe, Globex GmbH". */
function isLastFirst(last: string, first: string): boolean {
  if (last === '' || first === '' || isSuffix(first)) return false;
  return !wordsOf(first).some(isNobody) && !wordsOf(last).some(isNobody);
}

/** Where the last name begins: at a particle ("de", "von der"), or at the last word or two. */
function lastNameStart(words: string[], language: Language | null): number {
  const count = words.length;
  const isParticle = (word: string | undefined) => PARTICLES.has(word?.toLowerCase() ?? '');
  // "María del Carmen", "María de los Ángeles" are first names.
  let from = 1;
  if (folded(words[0]!) === 'maria' && isParticle(words[1]) && /^del?$/i.test(words[1]!)) {
    const end = words.findIndex((word, index) => index > 1 && !isParticle(word)) + 1;
    if (end > 1 && end < count) from = end;
  }
  const particle = words.findIndex((word, index) => index >= from && isParticle(word));
  // In Spain the first of two last names may stand before the particle: "López de Vega".
  if (particle > 0 && particle < count - 1) {
    return language === 'es' && particle > from ? particle - 1 : particle;
  }
  if (language !== 'es' || count - from < 2) return count - 1;
  const hasSecondName = from === 1 && SECOND_NAMES.has(folded(words[1]!));
  return Math.min(hasSecondName ? 2 : from, count - 1);
}

function cleanName(displayName: string): string {
  return (
    displayName
      .normalize('NFC')
      .slice(0, 400)
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/\([^)]*\)|\[[^\]]*\]|\p{Extended_Pictographic}/gu, ' ')
      // a nickname between the names
      .replace(/(?<=\S\s)["“„«‘'][^"”“»’']{1,30}["”“»’'](?=\s\S)/gu, ' ')
      .replace(/\s(?:via|c\/o)\s.*$|\s[|\u2013\u2014/-]\s.*$/iu, ' ')
      .replace(/["<>{}\\`*_=]/g, ' ')
      .replace(/^['\s]+|['\s,;]+$/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

const folded = (text: string) => anyAscii(text).toLowerCase();

/** Words of a mailbox; but Steve Jobs is a person. */
function isNobodys(words: string[]): boolean {
  const nobody = words.filter(isNobody);
  const isSurname = words.length === 2 && words[1] === nobody[0] && SURNAMES.has(bare(words[1]!));
  return nobody.length > 0 && !(nobody.length === 1 && isSurname);
}

function withoutTitles(words: string[]): string[] {
  let start = 0;
  let end = words.length;
  while (start < end - 1 && TITLES.has(bare(words[start]!)) && isTitleForm(words[start]!)) start++;
  while (end > start + 1 && isSuffix(words[end - 1]!)) end--;
  return words.slice(start, end);
}

/** "M" alone is an initial; "M." before two more words is Monsieur. */
function isTitleForm(word: string): boolean {
  return bare(word).length > 1 || word.endsWith('.');
}

function isSuffix(word: string): boolean {
  return SUFFIXES.has(bare(word)) && word.toLowerCase() !== 'ma';
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.,]/g, '');
}

function isNobody(word: string): boolean {
  return NOBODY.has(bare(word));
}

function isShouted(word: string): boolean {
  return /^\p{Lu}[\p{Lu}'’-]+$/u.test(word) && word.length > 1;
}

function fromLocalPart(address: string): PersonName {
  const local = address.split('@')[0]!.split('+')[0]!;
  const words = local
    .split(/[._]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => /\p{L}/u.test(word))
    .map((word) =>
      word.replace(/(^|-)(\p{L})/gu, (_, dash, letter) => dash + letter.toUpperCase()),
    );
  if (words.length === 0) return name(local, '');
  if (words.length === 1 || words.some(isNobody)) return name(words.join(' '), '');
  return name(words.slice(0, -1).join(' '), words.at(-1)!);
}

function name(firstName: string, lastName: string): PersonName {
  const isAllLower = `${firstName}${lastName}` === `${firstName}${lastName}`.toLowerCase();
  const spell = (text: string) =>
    cut(
      wordsOf(text)
        .map((word) => spelt(word, isAllLower))
        .join(' '),
    );
  return { firstName: spell(firstName), lastName: spell(lastName) };
}

const cut = (text: string) =>
  text
    .slice(0, NAME_MAX_CHARS)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** "DUPONT" is Dupont, "JP" stays; "jane doe" is Jane Doe, where nobody else took the trouble. */
function spelt(word: string, isAllLower: boolean): string {
  const isLoud = isShouted(word) && word.length > 2;
  if (!isLoud && !(isAllLower && !PARTICLES.has(word))) return word;
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}
