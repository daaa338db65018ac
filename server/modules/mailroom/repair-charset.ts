import iconv from 'iconv-lite';
import PostalMime from 'postal-mime';

/** The fields of postal-mime's (undeclared) part that decide how its text is read. */
interface TextPart {
  content: ArrayBuffer | Uint8Array | null;
  contentType: { parsed: { value: string; params: Record<string, string> } };
}

/**
 * postal-mime reads what browsers read. Mail also comes in the code pages of DOS and old Macs,
 * in UTF-7, without any charset, or in Latin-1 that calls itself UTF-8; those parts are set
 * right here, before their text is decoded.
 */
export class TolerantPostalMime extends PostalMime {
  // Called by the parser for every part; not in its published types, hence no `override`.
  async collectNode(part: TextPart, ...rest: unknown[]): Promise<void> {
    repairCharset(part);
    await inherited.collectNode.call(this, part, ...rest);
  }
}

const inherited = PostalMime.prototype as unknown as {
  collectNode(this: PostalMime, part: TextPart, ...rest: unknown[]): Promise<void>;
};

function repairCharset(part: TextPart): void {
  const { parsed } = part.contentType;
  if (
    !part.content ||
    !/^(?:text|application)\/(?:plain|html|calendar|ics|csv)$/.test(parsed.value)
  )
    return;
  const declared = (parsed.params.charset ?? '').trim().toLowerCase();
  const bytes = new Uint8Array(part.content);
  if (declared === '' || /^(?:utf-?8|us-ascii|ascii|ansi_x3\.4-1968)$/.test(declared)) {
    parsed.params.charset = likelyCharset(bytes);
  } else if (!isKnownToBrowsers(declared)) {
    part.content = new TextEncoder().encode(decodeRare(bytes, declared)).buffer;
    parsed.params.charset = 'utf-8';
  }
}

/** Text in a charset that browsers do not know, nor perhaps anybody. */
function decodeRare(bytes: Uint8Array, charset: string): string {
  const isKnown = iconv.encodingExists(charset);
  return iconv.decode(Buffer.from(bytes), isKnown ? charset : likelyCharset(bytes));
}

/** Other charsets look like UTF-8 only by a rare accident. */
const likelyCharset = (bytes: Uint8Array) => (isUtf8(bytes) ? 'utf-8' : 'windows-1252');

/** Encoded words (RFC 2047) in a charset that browsers do not know, rewritten as UTF-8 ones. */
export function repairEncodedWords(header: string): string {
  return header.replace(
    /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,400})\?=/gi,
    (word, charset: string, encoding: string, text: string) => {
      if (isKnownToBrowsers(charset)) return word;
      const bytes =
        encoding.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text
                .replaceAll('_', ' ')
                .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            );
      return `=?utf-8?b?${Buffer.from(decodeRare(bytes, charset)).toString('base64')}?=`;
    },
  );
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isKnownToBrowsers(charset: string): boolean {
  try {
    new TextDecoder(charset);
    return true;
  } catch {
    return false;
  }
}
