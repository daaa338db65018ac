import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

export type DomainNameRefusal =
  | 'invalidDomain'
  | 'wildcardDomain'
  | 'domainWithPath'
  | 'domainIsAddress'
  | 'domainIsOurs'
  | 'domainOfEverybody';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** A host name has at most 253 characters, and `_portico.` still has to fit before it. */
const DOMAIN_MAX_CHARS = 244;
/** Names that no public DNS can prove (RFC 6761, RFC 7686), or that mean something else. */
const NEVER_OWN = /(?:^|\.)(?:localhost|invalid|onion|arpa)$/;

/**
 * A domain as somebody types or pastes it ("https://Support.Example.com/", "hilfe.müller.de."), in
 * lower case and ASCII, or why it cannot be one of a company's own.
 * @param ourHosts host names of the installation; they and all below them stay ours
 */
export function readDomainName(
  input: string,
  ourHosts: readonly string[],
): { domain: string } | { refusal: DomainNameRefusal } {
  const refuse = (refusal: DomainNameRefusal) => ({ refusal });
  const typed = input
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
  if (typed.includes('*')) return refuse('wildcardDomain');
  if (isIP(typed.replace(/^\[|\](?::\d+)?$/g, '')) !== 0) return refuse('domainIsAddress');
  if (/[/?#\\]|:\d*$/.test(typed)) return refuse('domainWithPath');
  // The URL parser behind domainToASCII would quietly decode or drop these.
  if (/[\s\p{Cc}\p{Cf}%@:]/u.test(typed)) return refuse('invalidDomain');
  const domain = domainToASCII(typed.replace(/\.$/, '')).toLowerCase();
  // It also reads "0x7f.1" and "２１３．５" as the addresses that browsers take them for.
  if (isIP(domain) !== 0) return refuse('domainIsAddress');
  const labels = domain.split('.');
  if (domain.length > DOMAIN_MAX_CHARS || labels.length < 2) return refuse('invalidDomain');
  if (!labels.every((label) => LABEL.test(label)) || !/^[a-z]/.test(labels.at(-1) ?? ''))
    return refuse('invalidDomain');
  if (NEVER_OWN.test(domain) && !ourHosts.some((own) => isAtOrBelow(domain, own)))
    return refuse('invalidDomain');
  if (ourHosts.some((own) => isAtOrBelow(domain, own))) return refuse('domainIsOurs');
  if (parse(domain, { allowPrivateDomains: true }).domain === null)
    return refuse('domainOfEverybody');
  return { domain };
}

export const isAtOrBelow = (domain: string, parent: string): boolean =>
  domain === parent.toLowerCase() || domain.endsWith(`.${parent.toLowerCase()}`);

/** Registered as it is, with nothing before it: DNS allows no CNAME there (RFC 1034, 3.6.2). */
export const isApex = (domain: string): boolean => parse(domain).domain === domain;
