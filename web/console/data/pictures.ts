import type { QueryClient } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Session } from '#web/api/types.ts';
import { sendFile } from '#web/api/upload.ts';
import { PEOPLE_KEYS } from './people-keys.ts';
import { sessionQuery } from './session.ts';

/** The square that is kept of a picture, and the picture's measures as it was shown. */
export interface PictureCrop {
  x: number;
  y: number;
  size: number;
  width: number;
  height: number;
}

type Changed = Answer<'/api/v1/me/picture', 'put'>;

/** `id`: of another technician; null sets one's own. */
export function sendPicture(
  id: number | null,
  file: File,
  crop: PictureCrop,
  options: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<Changed> {
  const path = id === null ? '/api/v1/me/picture' : `/api/v1/technicians/${id}/picture`;
  const query = new URLSearchParams(
    Object.entries(crop).map(([name, value]) => [name, String(value)]),
  );
  return sendFile<Changed>('PUT', `${path}?${query}`, file, options);
}

export function removePicture(id: number | null): Promise<unknown> {
  return id === null
    ? answer(api.DELETE('/api/v1/me/picture'))
    : answer(api.DELETE('/api/v1/technicians/{id}/picture', { params: { path: { id } } }));
}

/** Shows the new picture everywhere; one's own in the same moment. */
export function showPicture(
  client: QueryClient,
  id: number | null,
  pictureUrl: string | null,
): void {
  if (id === null) {
    client.setQueryData<Session>(
      sessionQuery.queryKey,
      (session) => session && { ...session, technician: { ...session.technician, pictureUrl } },
    );
  }
  for (const queryKey of PEOPLE_KEYS) void client.invalidateQueries({ queryKey });
}
