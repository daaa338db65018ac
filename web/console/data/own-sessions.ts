import { answer, api } from '#web/api/client.ts';
import type { SessionsAccess } from '#web/ui/own-sessions.tsx';

export const ownSessions: SessionsAccess = {
  query: {
    queryKey: ['ownSession', 'list'],
    queryFn: () => answer(api.GET('/api/v1/me/sessions')),
  },
  end: (id) => answer(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
  endOthers: () => answer(api.DELETE('/api/v1/me/sessions')),
};
