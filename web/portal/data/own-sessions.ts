import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type OwnSession = Answer<'/portal/v1/me/sessions', 'get'>['items'][number];

export const ownSessionsQuery = queryOptions({
  queryKey: ['ownSessions'],
  queryFn: () => answer(api.GET('/portal/v1/me/sessions')),
});

export const endSession = (id: number) =>
  answer(api.DELETE('/portal/v1/me/sessions/{id}', { params: { path: { id } } }));

export const endOtherSessions = () => answer(api.DELETE('/portal/v1/me/sessions'));
