import anyAscii from 'any-ascii';

/** Shorter than a host label may be, so that a number still fits behind it. */
const SLUG_MAX_CHARS = 40;

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

/** German writes its umlauts so; every other script and accent is any-ascii's. */
const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * The name in the portal's address, made from the company's: "Müller & Söhne GmbH" gives
 * `mueller-and-soehne-gmbh`. Always a valid host label and never a reserved name.
 */
export function slugOf(companyName: string): string {
  const words = anyAscii(
    companyName
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
      .replace(/\s*&\s*/g, ' and ')
      .replace(/\s*\+\s*/g, ' plus ')
      // what joins letters goes, so that "O'Neill" and "A.C.M.E." stay one word
      .replace(/['’`.]/g, ''),
  )
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const slug = trimDashes(cutAtWord(trimDashes(words)));
  if (slug === '') return 'company';
  return RESERVED.has(slug) ? `${slug}-desk` : slug;
}

/** The name itself for 1, then `name-2`, `name-3` … for when it is taken. */
export const numberedSlug = (slug: string, number: number) =>
  number === 1 ? slug : `${slug}-${number}`;

const trimDashes = (text: string) => text.replace(/^-+|-+$/g, '');

function cutAtWord(slug: string): string {
  if (slug.length <= SLUG_MAX_CHARS) return slug;
  const cut = slug.slice(0, SLUG_MAX_CHARS + 1);
  const lastDash = cut.lastIndexOf('-');
  return lastDash > SLUG_MAX_CHARS / 2 ? cut.slice(0, lastDash) : cut.slice(0, SLUG_MAX_CHARS);
}
