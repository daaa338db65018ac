import { useState } from 'react';
import type { DeviceRow } from '#web/api/types.ts';
import type { DeviceSelection } from './device-table.tsx';

/** The server changes so many at once. */
const SELECTED_MAX = 100;

/** Which devices of a list are ticked; what is no longer shown is not changed unseen. */
export function useDeviceSelection(shown: readonly DeviceRow[]) {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const ids = new Set(shown.map(({ id }) => id).filter((id) => ticked.has(id)));
  const selection: DeviceSelection = {
    ids,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id) && next.size < SELECTED_MAX) next.add(id);
      setTicked(next);
    },
    toggleAll: () =>
      setTicked(new Set(ids.size > 0 ? [] : shown.slice(0, SELECTED_MAX).map(({ id }) => id))),
  };
  return { selection, clear: () => setTicked(new Set()) };
}
