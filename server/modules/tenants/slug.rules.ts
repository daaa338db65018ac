import { asciiSlug } from '#platform/ascii-slug.ts';
import { SLUG_MAX_CHARS, SLUG_MIN_CHARS } from '#shared/portal-domains.ts';

/**
 * Names that people take for ours, or that mail and web servers give a meaning to (RFC 2142).
 * They are slugs and the local parts of support addresses alike.
 */
const RESERVED = new Set(
  `www www1 web mail mail1 mail2 email smtp imap pop pop3 mx mx1 mx2 ns ns1 ns2 dns ftp sftp ssh vpn
  api app apps admin administrator root host hostmaster postmaster webmaster mailer-daemon abuse
  noc security noreply no-reply bounce bounces mailer daemon nobody info support help helpdesk
  servicedesk desk portal console login signin signup sign-in sign-up setup account accounts auth sso
  oauth id my static assets cdn files images img media download downloads upload uploads docs
  status health healthz readyz test testing dev staging stage demo beta localhost local internal
  autoconfig autodiscover wpad isatap portico system tenant tenants billing blog shop news`.split(
    /\s+/,
  ),
);

/**
 * The name in the portal's address, made from the company's: "Müller & Söhne GmbH" gives
 * `mueller-and-soehne-gmbh`. Always a valid host label and never a reserved name.
 */
export function slugOf(companyName: string): string {
  const slug = asciiSlug(companyName, SLUG_MAX_CHARS);
  if (slug === '') return 'company';
  return RESERVED.has(slug) ? `${slug}-desk` : slug;
}

/**
 * Why a name that an administrator chose cannot be a slug, or null when it can. Two dashes in the
 * third place belong to international names (RFC 5891), in which a name could be disguised.
 */
export function refusalOfSlug(slug: string): 'slugForm' | 'slugReserved' | null {
  if (slug.length < SLUG_MIN_CHARS || slug.length > SLUG_MAX_CHARS) return 'slugForm';
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/.test(slug) || slug.slice(2, 4) === '--')
    return 'slugForm';
  return RESERVED.has(slug) ? 'slugReserved' : null;
}

/** The name itself for 1, then `name-2`, `name-3` … for when it is taken. */
export const numberedSlug = (slug: string, number: number) =>
  number === 1 ? slug : `${slug}-${number}`;
