import { expect, test } from 'vitest';
import type { DashboardCard } from '#shared/dashboard.ts';
import { isSame, movedBy, movedTo, sized, without } from './card-order.ts';

const cards: DashboardCard[] = [
  { card: 'mine', size: 'small' },
  { card: 'trend', size: 'medium' },
  { card: 'alerts', size: 'large' },
  { card: 'devices', size: 'small' },
];
const names = (list: readonly DashboardCard[]) => list.map(({ card }) => card);

test('a card takes the place of another, from either side', () => {
  expect(names(movedTo(cards, 'mine', 'alerts'))).toEqual(['trend', 'alerts', 'mine', 'devices']);
  expect(names(movedTo(cards, 'devices', 'trend'))).toEqual(['mine', 'devices', 'trend', 'alerts']);
  expect(movedTo(cards, 'mine', 'mine')).toBe(cards);
  expect(movedTo(cards, 'mine', 'activity')).toBe(cards);
});

test('a step goes past what the reader does not see, and not beyond the ends', () => {
  const shown = without(cards, 'trend');
  expect(names(movedBy(cards, shown, 'mine', 1))).toEqual(['trend', 'alerts', 'mine', 'devices']);
  expect(names(movedBy(cards, shown, 'alerts', -1))).toEqual([
    'alerts',
    'mine',
    'trend',
    'devices',
  ]);
  expect(movedBy(cards, shown, 'mine', -1)).toBe(cards);
  expect(movedBy(cards, shown, 'devices', 1)).toBe(cards);
  expect(movedBy(cards, shown, 'trend', 1)).toBe(cards);
});

test('one card gets another size', () => {
  expect(sized(cards, 'mine', 'large')).toEqual([
    { card: 'mine', size: 'large' },
    ...cards.slice(1),
  ]);
});

test('what is the same is no change', () => {
  expect(isSame(cards, [...cards])).toBe(true);
  expect(isSame(cards, sized(cards, 'mine', 'large'))).toBe(false);
  expect(isSame(cards, cards.toReversed())).toBe(false);
  expect(isSame(cards, without(cards, 'mine'))).toBe(false);
});
