import anyAscii from 'any-ascii';

/** German writes its umlauts so; every other script and accent is any-ascii's. */
const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * A name as it stands in an address: "Müller & Söhne GmbH" gives `mueller-and-soehne-gmbh`. Cut at a
 * word where it is too long; '' when nothing of it can be written so.
 */
export function asciiSlug(name: string, maxChars: number): string {
  const words = anyAscii(
    name
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
  return trimDashes(cutAtWord(trimDashes(words), maxChars));
}

const trimDashes = (text: string) => text.replace(/^-+|-+$/g, '');

function cutAtWord(slug: string, maxChars: number): string {
  if (slug.length <= maxChars) return slug;
  const cut = slug.slice(0, maxChars + 1);
  const lastDash = cut.lastIndexOf('-');
  return lastDash > maxChars / 2 ? cut.slice(0, lastDash) : cut.slice(0, maxChars);
}
