import type { FileStore } from '../files/file-store.ts';
import { RawAnswer } from './route.ts';

/** Image types that browsers cannot be tricked into running; everything else is a download. */
const SHOWN_INLINE = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);

export const isShownInline = (mediaType: string) => SHOWN_INLINE.has(mediaType);

/** Sends a stored file: safe images inline, all else as a download that no browser interprets. */
export function fileAnswer(
  files: FileStore,
  file: {
    key: string;
    name: string;
    mediaType: string;
    sizeBytes: number;
    /** Another content never gets the same address: browsers need not ask again. */
    isImmutable?: boolean;
  },
): RawAnswer {
  return new RawAnswer(async (reply) => {
    const stream = await files.stream(file.key);
    const isInline = isShownInline(file.mediaType);
    const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
    const disposition = isInline ? 'inline' : 'attachment';
    return reply
      .header('content-type', isInline ? file.mediaType : 'application/octet-stream')
      .header('content-length', file.sizeBytes)
      .header(
        'content-disposition',
        `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      )
      .header(
        'cache-control',
        file.isImmutable ? 'private, max-age=31536000, immutable' : 'private, max-age=3600',
      )
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(stream);
  });
}
