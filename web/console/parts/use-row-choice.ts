import { useState } from 'react';

/** Which rows of a list are ticked. */
export interface RowChoice<Row> {
  chosen: Row[];
  isChosen: (row: Row) => boolean;
  canBeChosen: (row: Row) => boolean;
  isAnyAble: boolean;
  /** All that can be: of a longer list the first so many. */
  isAll: boolean;
  /** No more can be changed at once. */
  isFull: boolean;
  toggle: (row: Row) => void;
  toggleAll: () => void;
  clear: () => void;
}

/** What has gone from the list since it was ticked is not changed unseen. */
export function useRowChoice<Row>(
  shown: readonly Row[],
  of: { keyOf: (row: Row) => number; max: number; canBeChosen?: (row: Row) => boolean },
): RowChoice<Row> {
  const { keyOf, max, canBeChosen = () => true } = of;
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const able = shown.filter(canBeChosen);
  const chosen = able.filter((row) => ticked.has(keyOf(row))).slice(0, max);
  const keys = new Set(chosen.map(keyOf));
  const first = able.slice(0, max);
  const isAll = first.length > 0 && first.every((row) => keys.has(keyOf(row)));
  const isFull = keys.size >= max;
  return {
    chosen,
    isChosen: (row) => keys.has(keyOf(row)),
    canBeChosen,
    isAnyAble: able.length > 0,
    isAll,
    isFull,
    toggle(row) {
      const next = new Set(keys);
      if (!next.delete(keyOf(row)) && !isFull) next.add(keyOf(row));
      setTicked(next);
    },
    toggleAll: () => setTicked(new Set(isAll ? [] : first.map(keyOf))),
    clear: () => setTicked(new Set()),
  };
}
