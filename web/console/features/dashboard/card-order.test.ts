import { expect, test } from 'vitest';
import type { DashboardCard } from '#shared/dashboard.ts';
import { moved, sized } from './card-order.ts';

const cards: DashboardCard[] = [
  { card: 'mine', size: 'small' },
  { card: 'trend', size: 'medium' },
  { card: 'alerts', size: 'large' },
];
const names = (list: readonly DashboardCard[]) => list.map(({ card }) => card);

test('a card goes a step earlier or later, and not beyond the ends', () => {
  expect(names(moved(cards, 1, -1))).toEqual(['trend', 'mine', 'alerts']);
  expect(names(moved(cards, 1, 1))).toEqual(['mine', 'alerts', 'trend']);
  expect(moved(cards, 0, -1)).toBe(cards);
  expect(moved(cards, 2, 1)).toBe(cards);
});

test('one card gets another size', () => {
  expect(sized(cards, 0, 'large')).toEqual([{ card: 'mine', size: 'large' }, ...cards.slice(1)]);
});
