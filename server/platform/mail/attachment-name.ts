const NAME_MAX_CHARS = 150;
const EXTENSIONS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/ms-tnef': 'dat',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'text/calendar': 'ics',
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
};

/**
 * A file name that says what it is and nothing else: the last part of a path, without control
 * characters or the marks that turn "exe.gpj" around, not hidden, of bearable length.
 * @param fallback used with the media type's extension when no usable name was given
 */
export function harmlessFileName(
  given: string | null,
  mediaType: string,
  fallback = 'attachment',
): string {
  const name = (given ?? '')
    .slice(-1000)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu, '')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (name === '') {
    const extension = EXTENSIONS[mediaType];
    return extension ? `${fallback}.${extension}` : fallback;
  }
  if (name.length <= NAME_MAX_CHARS) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, NAME_MAX_CHARS - extension.length) + extension;
}

/** A media type that may be written into a header, `application/octet-stream` otherwise. */
export function harmlessMediaType(given: string | null | undefined): string {
  const type = (given ?? '').trim().toLowerCase();
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,99}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}$/.test(type)
    ? type
    : 'application/octet-stream';
}
