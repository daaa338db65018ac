import { currentLanguage } from '#web/i18n/i18n.ts';
import { ApiError } from './problem.ts';

export interface UploadedFile {
  id: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  url: string;
}

interface Sending {
  /** Hears the share that has been sent, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Stores a file for something that is being written. */
export function uploadFile(url: string, file: File, options: Sending = {}): Promise<UploadedFile> {
  return sendFile<UploadedFile>('POST', url, file, options);
}

/**
 * Sends one file as the form field `file`. XMLHttpRequest, because fetch tells nothing about the
 * progress of what it sends.
 */
export function sendFile<Answer>(
  method: 'POST' | 'PUT',
  url: string,
  file: File,
  options: Sending = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = 'json';
    request.setRequestHeader('accept-language', currentLanguage());
    request.upload.onprogress = ({ loaded, total }) => options.onProgress?.(loaded / total);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as Answer)
        : reject(new ApiError(request.status, request.response));
    request.onerror = () => reject(new ApiError(0, null));
    request.onabort = () => reject(new DOMException('Upload cancelled', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
