import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';

export const techniciansQuery = queryOptions({
  queryKey: ['technician', 'list'],
  queryFn: () => answer(api.GET('/api/v1/technicians')),
  staleTime: 300_000,
});

export const technicianQuery = (id: number) =>
  queryOptions({
    queryKey: ['technician', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/technicians/{id}', { params: { path: { id } } })),
  });
