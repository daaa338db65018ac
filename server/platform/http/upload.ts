import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { AppError, invalid } from '../errors.ts';
import type { FileStore, StoredFile } from '../files/file-store.ts';
import type { Upload, UploadRule } from './route.ts';

/**
 * Takes the one file of a multipart request into the file store. The media type comes from the
 * content where it can be told, never from the name alone. Of what the route's rule derives from
 * it, that is kept alone.
 */
export async function receiveUpload(
  request: FastifyRequest,
  files: FileStore,
  { maxBytes, derive }: UploadRule,
  query: unknown,
): Promise<Upload> {
  if (!request.isMultipart()) throw new AppError(415, 'unsupportedMediaType');
  const part = await request.file({ limits: { fileSize: maxBytes + 1, files: 1, fields: 5 } });
  if (!part) throw invalid({ field: 'file', code: 'required' });
  const head = await peek(part.file);
  const detected = await fileTypeFromBuffer(head);
  const stored = await files.put(part.file, { maxBytes });
  const upload = {
    ...stored,
    name: cleanFileName(part.filename),
    mediaType: detected?.mime ?? declaredType(part.mimetype),
  };
  if (!derive) return { ...upload, derived: [], facts: null };
  try {
    const made = await derive(() => files.read(stored.key), query);
    const { contents, facts } = Array.isArray(made) ? { contents: made, facts: null } : made;
    return { ...upload, derived: await putAll(files, contents), facts };
  } finally {
    await files.remove(stored.key);
  }
}

/** Removes what was stored for a request that failed. */
export async function forgetUpload(files: FileStore, upload: Upload): Promise<void> {
  for (const { key } of [upload, ...upload.derived]) await files.remove(key);
}

/** All of them or none. */
async function putAll(files: FileStore, contents: Buffer[]): Promise<StoredFile[]> {
  const stored: StoredFile[] = [];
  try {
    for (const content of contents) stored.push(await files.put(content));
    return stored;
  } catch (error) {
    for (const { key } of stored) await files.remove(key);
    throw error;
  }
}

/** The first bytes, put back so that the stream still yields them. */
async function peek(
  stream: NodeJS.ReadableStream & { unshift(chunk: Buffer): void },
): Promise<Buffer> {
  const chunk = await new Promise<Buffer | null>((resolve, reject) => {
    const settle = () => {
      stream.off('readable', onReadable);
      stream.off('end', onEnd);
      stream.off('error', reject);
    };
    const onReadable = () => {
      const first = stream.read() as Buffer | null;
      if (first === null) return;
      settle();
      // At once: a moment later a small file's stream would have ended without its content.
      stream.unshift(first);
      resolve(first);
    };
    const onEnd = () => {
      settle();
      resolve(null);
    };
    stream.on('readable', onReadable);
    stream.on('end', onEnd);
    stream.on('error', reject);
  });
  return chunk ?? Buffer.alloc(0);
}

const declaredType = (mediaType: string) =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(mediaType)
    ? mediaType.toLowerCase()
    : 'application/octet-stream';

/** Control characters, and those that turn the direction of the text behind them. */
const UNSHOWABLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A name that is safe to show and to put into a header: no folders, no control or direction
 * characters, at most 200 characters with the extension kept.
 */
export function cleanFileName(name: string | undefined): string {
  const base = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(UNSHOWABLE, '').trim();
  if (clean === '' || /^\.+$/.test(clean)) return 'file';
  if (clean.length <= 200) return clean;
  const extension = /\.[^.]{1,15}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, 200 - extension.length) + extension;
}
