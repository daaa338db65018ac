import { expect, test } from 'vitest';
import { staleKeys } from './live.ts';

test('a changed ticket makes its page, the lists and the counts stale, no other ticket', () => {
  expect(staleKeys({ kind: 'ticket', number: 12 })).toEqual([
    ['ticket', 'list'],
    ['ticket', 'counts'],
    ['ticket', 'one', 12],
    ['activity'],
    ['firstSteps'],
  ]);
});

test('of other kinds everything that is shown becomes stale', () => {
  expect(staleKeys({ kind: 'customer', id: 3 })).toEqual([['customer'], ['firstSteps']]);
  expect(staleKeys({ kind: 'alert', id: 3 })).toEqual([['alert'], ['activity']]);
  expect(staleKeys({ kind: 'role', id: 3 })).toEqual([['role']]);
});

test('of a colleague with another picture everything becomes stale that shows people', () => {
  expect(staleKeys({ kind: 'technician' })).toEqual([
    ['technician'],
    ['session'],
    ['ticket'],
    ['notification'],
    ['firstSteps'],
  ]);
});
