import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';

export const techniciansQuery = queryOptions({
  queryKey: ['technician', 'list'],
  queryFn: () => answer(api.GET('/api/v1/technicians')),
  staleTime: 300_000,
});

/** Who can be given a ticket of the customer, or of none: the roles of the others do not show it. */
export const assigneesQuery = (customerId: number | null) =>
  queryOptions({
    queryKey: ['technician', 'list', 'assignable', customerId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/technicians', {
          params: { query: { assignableAt: customerId ?? 'none' } },
        }),
      ),
    staleTime: 60_000,
  });

export const technicianQuery = (id: number) =>
  queryOptions({
    queryKey: ['technician', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/technicians/{id}', { params: { path: { id } } })),
  });
