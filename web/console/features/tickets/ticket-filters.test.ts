import { expect, test } from 'vitest';
import { isFiltered } from '../../parts/list-address.ts';
import { cleanTicketSearch, statusSearch, toListQuery } from './ticket-filters.ts';

test('without filters the list shows what still needs work', () => {
  expect(toListQuery(cleanTicketSearch({})).status).toBe('open,pending');
  expect(isFiltered(cleanTicketSearch({}))).toBe(false);
});

test('"any" asks for all statuses', () => {
  const search = cleanTicketSearch({ status: 'any' });
  expect(toListQuery(search).status).toBeUndefined();
  expect(isFiltered(search)).toBe(true);
});

test('what the list does not understand is dropped', () => {
  expect(
    cleanTicketSearch({
      status: 'open,nonsense',
      priority: 'urgent',
      assignee: 'somebody',
      customer: '12; drop table',
      device: '1e3',
      sort: '-colour',
      page: '4',
      waiting: 'yes',
      createdFrom: '2026-02-30',
      solvedTo: 'today',
    }),
  ).toEqual({ status: 'open' });
});

test('known filters reach the server as they are', () => {
  const search = {
    assignee: 'me',
    customer: '7',
    device: '12',
    priority: 'high,critical',
    waiting: 'true',
    createdFrom: '2026-02-28',
    createdTo: '2026-03-01',
    search: 'printer',
    sort: 'createdAt',
  };
  expect(toListQuery(cleanTicketSearch(search))).toEqual({
    ...search,
    customer: 7,
    device: 12,
    status: 'open,pending',
  });
});

test('chosen statuses take the shortest form in the address', () => {
  expect(statusSearch(['pending', 'open'])).toBeUndefined();
  expect(statusSearch(['closed', 'resolved'])).toBe('resolved,closed');
  expect(statusSearch([])).toBe('any');
  expect(statusSearch(['open', 'pending', 'resolved', 'closed'])).toBe('any');
});
