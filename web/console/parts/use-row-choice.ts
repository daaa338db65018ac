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
export function useRowChoice<Row extends { id: number }>(
  shown: readonly Row[],
  { max, canBeChosen = () => true }: { max: number; canBeChosen?: (row: Row) => boolean },
): RowChoice<Row> {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const able = shown.filter(canBeChosen);
  const chosen = able.filter(({ id }) => ticked.has(id)).slice(0, max);
  const ids = new Set(chosen.map(({ id }) => id));
  const first = able.slice(0, max);
  const isAll = first.length > 0 && first.every(({ id }) => ids.has(id));
  const isFull = ids.size >= max;
  return {
    chosen,
    isChosen: ({ id }) => ids.has(id),
    canBeChosen,
    isAnyAble: able.length > 0,
    isAll,
    isFull,
    toggle({ id }) {
      const next = new Set(ids);
      if (!next.delete(id) && !isFull) next.add(id);
      setTicked(next);
    },
    toggleAll: () => setTicked(new Set(isAll ? [] : first.map(({ id }) => id))),
    clear: () => setTicked(new Set()),
  };
}
