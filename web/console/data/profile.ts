import { queryOptions } from '@tanstack/react-query';
import { LIMITS } from '#shared/limits.ts';
import { answer, api } from '#web/api/client.ts';
import type { Body, Session } from '#web/api/types.ts';

export type ProfilePatch = Body<'/api/v1/me', 'patch'>;

export function changeMe(body: ProfilePatch): Promise<Session> {
  return answer(api.PATCH('/api/v1/me', { body }));
}

/** `id`: of another technician; null changes one's own. */
export function changeUsername(id: number | null, email: string): Promise<unknown> {
  return id === null
    ? answer(api.PUT('/api/v1/me/username', { body: { email } }))
    : answer(
        api.PUT('/api/v1/technicians/{id}/username', { params: { path: { id } }, body: { email } }),
      );
}

export function changePassword(newPassword: string): Promise<unknown> {
  return answer(api.PUT('/api/v1/me/password', { body: { newPassword } }));
}

/** Shows again that one knows the password; the answer's `provedAt` says since when that counts. */
export function proveAgain(password: string): Promise<Session> {
  return answer(api.POST('/api/v1/session/proof', { body: { password } }));
}

/** Whether the server would still take the last proof for fresh. A moment less, for the way there. */
export function isProofFresh({ provedAt }: Session): boolean {
  return (
    provedAt !== null && Date.parse(provedAt) > Date.now() - (LIMITS.proofMinutes - 0.5) * 60_000
  );
}

export const usernameUndoQuery = (token: string) =>
  queryOptions({
    queryKey: ['usernameUndo', token],
    queryFn: () => answer(api.POST('/api/v1/username-undo/check', { body: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export function undoUsername(token: string) {
  return answer(api.POST('/api/v1/username-undo/redemption', { body: { token } }));
}
