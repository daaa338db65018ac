import { expect, test } from 'vitest';
import { isFiltered } from '../../parts/list-address.ts';
import { cleanAlertSearch, stateSearch, toListQuery } from './alert-search.ts';

test('without a word the list shows what waits for somebody', () => {
  expect(toListQuery(cleanAlertSearch({})).state).toBe('open,acknowledged');
  expect(isFiltered(cleanAlertSearch({ sort: '-severity' }))).toBe(false);
});

test('a mistyped address shows a list', () => {
  const search = cleanAlertSearch({
    state: 'open,broken',
    severity: 'dire',
    customer: '-1',
    device: '7',
    ticket: 'maybe',
    sort: 'x',
  });
  expect(toListQuery(search)).toEqual({ state: 'open', deviceId: 7 });
});

test.each([
  [['open', 'acknowledged'], undefined],
  [['resolved'], 'resolved'],
  [[], 'any'],
  [['open', 'acknowledged', 'snoozed', 'resolved'], 'any'],
])('the states %j are %s in the address', (states, part) => {
  expect(stateSearch(states)).toBe(part);
  expect(toListQuery({ state: 'any' }).state).toBeUndefined();
});

test('with or without a ticket', () => {
  expect(toListQuery({ ticket: 'no' }).hasTicket).toBe('false');
  expect(toListQuery({ ticket: 'yes' }).hasTicket).toBe('true');
});
