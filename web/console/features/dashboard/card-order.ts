import type { CardSize, DashboardCard } from '#shared/dashboard.ts';

/** The same cards, one of them a step earlier or later; as they were at either end. */
export function moved(
  cards: readonly DashboardCard[],
  place: number,
  step: 1 | -1,
): readonly DashboardCard[] {
  const card = cards[place];
  const other = cards[place + step];
  if (!card || !other) return cards;
  return cards.with(place, other).with(place + step, card);
}

export function sized(
  cards: readonly DashboardCard[],
  place: number,
  size: CardSize,
): readonly DashboardCard[] {
  const card = cards[place];
  return card ? cards.with(place, { ...card, size }) : cards;
}
