import type { CardSize, DashboardCard, DashboardCardName } from '#shared/dashboard.ts';

type Cards = readonly DashboardCard[];

/**
 * The same cards, one of them at the place of another: before or behind it, depending on which side it
 * comes from. Cards that the reader does not see keep their neighbours.
 */
export function movedTo(cards: Cards, name: DashboardCardName, target: DashboardCardName): Cards {
  const from = cards.findIndex(({ card }) => card === name);
  const to = cards.findIndex(({ card }) => card === target);
  const card = cards[from];
  if (!card || to < 0 || from === to) return cards;
  return cards.toSpliced(from, 1).toSpliced(to, 0, card);
}

/** A step earlier or later among those that are shown; as they were at either end. */
export function movedBy(cards: Cards, shown: Cards, name: DashboardCardName, step: 1 | -1): Cards {
  const place = shown.findIndex(({ card }) => card === name);
  const target = place < 0 ? undefined : shown[place + step];
  return target ? movedTo(cards, name, target.card) : cards;
}

export const sized = (cards: Cards, name: DashboardCardName, size: CardSize): Cards =>
  cards.map((each) => (each.card === name ? { ...each, size } : each));

export const without = (cards: Cards, name: DashboardCardName): Cards =>
  cards.filter(({ card }) => card !== name);

/** Whether two choices show the same. */
export const isSame = (one: Cards, other: Cards): boolean =>
  one.length === other.length &&
  one.every(({ card, size }, place) => {
    const there = other[place];
    return there?.card === card && there.size === size;
  });
