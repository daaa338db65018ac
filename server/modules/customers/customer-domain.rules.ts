import { isIP } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';
import freeMailDomains from 'email-providers/all.json' with { type: 'json' };
import { parse } from 'tldts';

export type DomainRefusal =
  | 'invalidDomain'
  | 'publicSuffixDomain'
  | 'freeMailDomain'
  | 'ownDomain'
  | 'lookAlikeDomain';

const FREE_MAIL = new Set<string>(freeMailDomains);
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What somebody typed or pasted ("@Globex.com", "https://globex.com/") as a domain in ASCII. */
export function normaliseDomain(input: string): string | null {
  const host = input
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/s, '')
    .replace(/\.$/, '');
  const domain = domainToASCII(host).toLowerCase();
  const labels = domain.split('.');
  if (labels.length < 2 || domain.length > 253 || isIP(domain) !== 0) return null;
  return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!)
    ? domain
    : null;
}

/**
 * Why a domain may not stand for one customer, or null when it may. Anybody can get an address
 * at a free-mail provider or below a public suffix, and a look-alike would let its owner pass
 * for a customer.
 * @param domain as `normaliseDomain` gave it
 * @param ownDomains the tenant's own mail domains and the installation's MAIL_DOMAIN
 * @param knownDomains domains of the tenant's other customers, to catch look-alikes of them
 */
export function refusalOfDomain(
  domain: string,
  ownDomains: readonly string[] = [],
  knownDomains: readonly string[] = [],
): DomainRefusal | null {
  const parsed = parse(domain, { allowPrivateDomains: true });
  if (parsed.domain === null) return 'publicSuffixDomain';
  if (isFreeMailDomain(domain)) return 'freeMailDomain';
  if (ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`))) return 'ownDomain';
  if (mixesScripts(domain) || isDisguisedLatin(domain)) return 'lookAlikeDomain';
  const skeleton = domainSkeleton(domain);
  const isImitation = [...ownDomains, ...knownDomains].some(
    (known) =>
      known !== domain &&
      domainSkeleton(known) === skeleton &&
      !(isAscii(known) && isAscii(domain)),
  );
  return isImitation ? 'lookAlikeDomain' : null;
}

/** True for gmail.com, and for addresses below it. */
export function isFreeMailDomain(domain: string): boolean {
  const registrable = parse(domain).domain;
  return FREE_MAIL.has(domain) || (registrable !== null && FREE_MAIL.has(registrable));
}

/**
 * The domains under which an address may belong to a customer, the closest first: a mail from
 * `eu.globex.com` is Globex's if that says so of its domain, one from `globex.com.evil.tld` is not, one from a free-mail
 * provider is nobody's.
 */
export function customerDomainCandidates(addressDomain: string): string[] {
  const registrable = parse(addressDomain, { allowPrivateDomains: true }).domain;
  if (registrable === null || isFreeMailDomain(addressDomain)) return [];
  const candidates: string[] = [];
  for (let domain = addressDomain; domain.length >= registrable.length; ) {
    candidates.push(domain);
    domain = domain.slice(domain.indexOf('.') + 1);
  }
  return candidates;
}

/** Letters of other scripts (and digits) that a reader takes for these Latin ones. */
const CONFUSABLES: Record<string, string> = Object.fromEntries(
  Object.entries({
    a: 'аɑαạàáâãäåā',
    b: 'ЬƄb',
    c: 'сϲçć',
    d: 'ԁɗ',
    e: 'еєҽèéêëē',
    g: 'ɡց',
    h: 'һհ',
    i: 'іıɩìíîïӏ',
    j: 'јʝ',
    k: 'кκ',
    l: 'ӏⅼǀ',
    m: 'мⅿ',
    n: 'пոñń',
    o: 'оοօòóôõöøō',
    p: 'рρ',
    q: 'ԛզ',
    r: 'гᴦ',
    s: 'ѕʂśş',
    t: 'тτţ',
    u: 'υսùúûüū',
    v: 'ѵν',
    w: 'ԝшա',
    x: 'хχ',
    y: 'уүýÿ',
    z: 'ᴢźż',
  }).flatMap(([latin, alike]) => [...alike].map((letter) => [letter, latin])),
);

/** What a domain looks like at a glance; two domains with one skeleton may be confused. */
export function domainSkeleton(domain: string): string {
  return [...domainToUnicode(domain).normalize('NFC').toLowerCase()]
    .map((letter) => CONFUSABLES[letter] ?? letter)
    .join('');
}

function mixesScripts(domain: string): boolean {
  return domainToUnicode(domain)
    .split('.')
    .some((label) => {
      const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic'].filter(
        (script) => new RegExp(`\\p{Script=${script}}`, 'u').test(label),
      );
      return scripts.length > 1;
    });
}

/** A label wholly in another script that reads as Latin throughout ("сосо", all Cyrillic). */
function isDisguisedLatin(domain: string): boolean {
  return domainToUnicode(domain)
    .split('.')
    .slice(0, -1)
    .some((label) => {
      const letters = [...label].filter((letter) => /\p{L}/u.test(letter));
      const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
      return foreign.length > 0 && letters.every((letter) => letter in CONFUSABLES);
    });
}

function isAscii(domain: string): boolean {
  return !domain.includes('xn--');
}
