import { useCallback, useMemo, useRef, useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import { type UploadedFile, uploadFile } from '#web/api/upload.ts';
import { messageOf } from './notify.ts';

export interface Upload {
  key: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  /** Sent so far, 0 to 1. */
  share: number;
  /** The sentence to show when it failed; `tooLarge` and `tooMany` are refused before sending. */
  error?: string;
  refusal?: 'tooLarge' | 'tooMany';
  uploaded?: UploadedFile;
}

export interface Uploads {
  list: Upload[];
  add(files: readonly File[]): void;
  remove(key: number): void;
  clear(): void;
  /** Stores a picture for the text itself; it is not listed. */
  uploadImage(file: File): Promise<UploadedFile>;
  readyIds: number[];
  /** Why what they belong to cannot be sent yet: some are on their way, or did not get there. */
  hold: 'wait' | 'someFailed' | null;
}

/**
 * Files on their way to the server, before the message that they belong to is sent.
 * @param restored what a kept draft had uploaded already
 */
export function useUploads(url: string, restored: readonly UploadedFile[] = []): Uploads {
  const [list, setList] = useState<Upload[]>(() =>
    restored.map((uploaded, position) => ({ ...uploaded, key: -1 - position, share: 1, uploaded })),
  );
  const nextKey = useRef(1);
  const aborts = useRef(new Map<number, AbortController>());

  const change = useCallback((key: number, part: Partial<Upload>) => {
    setList((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  }, []);

  const send = useCallback(
    async (key: number, file: File) => {
      const abort = new AbortController();
      aborts.current.set(key, abort);
      try {
        const uploaded = await uploadFile(url, file, {
          signal: abort.signal,
          onProgress: (share) => change(key, { share }),
        });
        change(key, { uploaded, share: 1 });
      } catch (error) {
        if (isApiError(error)) change(key, { error: messageOf(error) });
      } finally {
        aborts.current.delete(key);
      }
    },
    [url, change],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file, position) => {
        const upload: Upload = {
          key: nextKey.current++,
          name: file.name,
          mediaType: file.type,
          sizeBytes: file.size,
          share: 0,
        };
        if (file.size > LIMITS.attachmentBytes) upload.refusal = 'tooLarge';
        else if (list.length + position >= LIMITS.attachmentsPerMessage) upload.refusal = 'tooMany';
        else void send(upload.key, file);
        return upload;
      });
      setList((all) => [...all, ...added]);
    },
    [list.length, send],
  );

  const remove = useCallback((key: number) => {
    aborts.current.get(key)?.abort();
    setList((all) => all.filter((upload) => upload.key !== key));
  }, []);

  const clear = useCallback(() => setList([]), []);
  const uploadImage = useCallback((file: File) => uploadFile(url, file), [url]);

  return useMemo(
    () => ({
      list,
      add,
      remove,
      clear,
      uploadImage,
      readyIds: list.flatMap((upload) => (upload.uploaded ? [upload.uploaded.id] : [])),
      hold: holdOf(list),
    }),
    [list, add, remove, clear, uploadImage],
  );
}

function holdOf(list: readonly Upload[]): Uploads['hold'] {
  const hasFailed = ({ error, refusal }: Upload) => Boolean(error ?? refusal);
  if (list.some((upload) => !upload.uploaded && !hasFailed(upload))) return 'wait';
  return list.some(hasFailed) ? 'someFailed' : null;
}
