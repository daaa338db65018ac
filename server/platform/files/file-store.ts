import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.ts';

/** What was stored: its random key, and what was seen while it passed by. */
export interface StoredFile {
  key: string;
  sizeBytes: number;
  sha256: Buffer;
}

export interface FileStore {
  /**
   * Stores the content under a random key; durable once it returns. Content over `maxBytes` is
   * not kept and throws 413 `fileTooLarge`.
   */
  put(content: Readable | Buffer, options?: { maxBytes?: number }): Promise<StoredFile>;
  /** Throws 404 when nothing is stored under the key. */
  read(key: string): Promise<Buffer>;
  stream(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/**
 * Files in a folder. Written beside and renamed, synced to disk first, so that a key never names
 * half a file, not after a power cut either.
 */
export function createDiskFileStore(root: string): FileStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('not a key of the file store');
    return join(root, key);
  };
  const missing = (error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new AppError(404, 'notFound', { cause: error }) : error;
  };
  return {
    async put(content, { maxBytes = Number.POSITIVE_INFINITY } = {}) {
      const id = randomUUID();
      const key = `${id.slice(0, 2)}/${id}`;
      const path = pathOf(key);
      const draft = `${path}.part`;
      const hash = createHash('sha256');
      let sizeBytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          sizeBytes += chunk.length;
          hash.update(chunk);
          if (sizeBytes > maxBytes) {
            const megabytes = Math.floor(maxBytes / 1_000_000);
            done(new AppError(413, 'fileTooLarge', { params: { megabytes } }));
          } else done(null, chunk);
        },
      });
      await mkdir(dirname(path), { recursive: true });
      try {
        const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
        await pipeline(source, measure, createWriteStream(draft, { mode: 0o600, flush: true }));
        await rename(draft, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(draft, { force: true });
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
          throw new AppError(507, 'storageFull', { cause: error });
        throw error;
      }
      return { key, sizeBytes, sha256: hash.digest() };
    },
    read: (key) => readFile(pathOf(key)).catch(missing),
    async stream(key) {
      const file = await open(pathOf(key)).catch(missing);
      return file.createReadStream();
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
