import { answer, api } from '#web/api/client.ts';
import type { SessionsAccess } from '#web/ui/own-sessions.tsx';

export const ownSessions: SessionsAccess = {
  query: {
    queryKey: ['ownSessions'],
    queryFn: () => answer(api.GET('/portal/v1/me/sessions')),
  },
  end: (id) => answer(api.DELETE('/portal/v1/me/sessions/{id}', { params: { path: { id } } })),
  endOthers: () => answer(api.DELETE('/portal/v1/me/sessions')),
};
