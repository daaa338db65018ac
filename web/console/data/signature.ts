import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';
import { type UploadedFile, uploadFile } from '#web/api/upload.ts';

export type Signature = Answer<'/api/v1/me/signature', 'get'>;
export type SignaturePreview = Signature['preview'];
export type SignatureImage = UploadedFile & { widthPx: number; heightPx: number };

/** One's own signature: to edit, and as customers see it, which changes with one's own details. */
export const signatureQuery = queryOptions({
  queryKey: ['signature'],
  queryFn: () => answer(api.GET('/api/v1/me/signature')),
});

export function saveSignature(html: string): Promise<Signature> {
  return answer(api.PUT('/api/v1/me/signature', { body: { html } }));
}

/** How it would look if it were kept, and why it cannot be yet. */
export function signaturePreviewQuery(html: string) {
  return queryOptions({
    queryKey: ['signature', 'preview', html],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/me/signature/preview', { body: { html }, signal })),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
}

export function uploadSignatureImage(file: File): Promise<SignatureImage> {
  return uploadFile('/api/v1/me/signature/images', file) as Promise<SignatureImage>;
}
