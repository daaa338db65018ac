export interface PersonName {
  firstName: string;
  lastName: string;
}

const NAME_MAX_CHARS = 100;

const TITLES = new Set(
  'mr mrs ms miss mx sir dr prof professor herr frau hr fr dipl-ing ing mag mme mlle m monsieur madame maître me sig sigra signor signora dott dottssa avv sr sra srta don doña'.split(
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
  'info support service servicedesk helpdesk help office sales admin administrator contact kontakt buchhaltung accounting billing invoice rechnung hello team mail post webmaster postmaster noreply no-reply donotreply scanner scan printer drucker monitoring alerts notification notifications it edv hr jobs marketing newsletter backup root system mailer department abteilung gmbh ag ltd inc llc sa srl spa sarl kg group company'.split(
    ' ',
  ),
);

/**
 * First and last name from a From header's display name, or from the address when there is
 * none worth using. A mailbox that is no person ("Globex Support") keeps its whole name as first
 * name, so that a greeting still reads well.
 */
export function splitPersonName(displayName: string, address: string): PersonName {
  const cleaned = cleanName(displayName);
  if (cleaned === '' || /[@/]|www\./i.test(cleaned) || !/\p{L}/u.test(cleaned)) {
    return fromLocalPart(address);
  }
  const commaParts = cleaned.split(',').map((part) => part.trim());
  const isLastFirst =
    commaParts.length >= 2 &&
    commaParts[0] !== '' &&
    commaParts[1] !== '' &&
    !isSuffix(commaParts[1]!);
  const words = withoutTitles(
    (isLastFirst ? `${commaParts[1]} ${commaParts[0]}` : commaParts[0]!)
      .split(/\s+/)
      .filter(Boolean),
  );
  if (words.length === 0) return fromLocalPart(address);
  if (words.length === 1 || words.some(isNobody)) return name(words.join(' '), '');
  if (isLastFirst) {
    const first = withoutTitles(commaParts[1]!.split(/\s+/));
    return name(first.join(' '), withoutTitles(commaParts[0]!.split(/\s+/)).join(' '));
  }
  // "DUPONT Jean": French and Italian offices shout the last name and put it first.
  if (isShouted(words[0]!) && !words.slice(1).some(isShouted)) {
    const shouted = words.findIndex((word) => !isShouted(word));
    return name(words.slice(shouted).join(' '), words.slice(0, shouted).join(' '));
  }
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word.toLowerCase()));
  const cut = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return name(words.slice(0, cut).join(' '), words.slice(cut).join(' '));
}

function cleanName(displayName: string): string {
  return displayName
    .normalize('NFC')
    .slice(0, 400)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\s(?:via|c\/o)\s.*$|\s[|\u2013\u2014/-]\s.*$/iu, ' ')
    .replace(/["<>{}\\`*_=]/g, ' ')
    .replace(/^['\s]+|['\s,;]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
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
  const cut = (text: string) =>
    text
      .slice(0, NAME_MAX_CHARS)
      .replace(/[\ud800-\udbff]$/, '')
      .trim();
  return { firstName: cut(firstName), lastName: cut(lastName) };
}
