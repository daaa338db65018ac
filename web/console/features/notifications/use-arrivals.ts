import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Notification } from '../../data/notifications.ts';
import { hideArrivalToast, useArrivalToast } from './arrival-toast.tsx';

/**
 * Shows what comes in while the console is open, quietly, in the tab that is looked at. Returns how
 * many came at last, for those who hear the page.
 * @param newest the newest notifications, the newest first; undefined until they are known
 */
export function useArrivals(newest: readonly Notification[] | undefined): number {
  const isVisible = useDocumentVisibility() === 'visible';
  const known = useRef<number>(null);
  const [arrived, setArrived] = useState(0);
  const showToast = useArrivalToast();
  const newestId = newest?.[0]?.id ?? 0;
  const look = useEffectEvent(() => {
    if (!newest) return;
    const before = known.current;
    known.current = Math.max(before ?? 0, newestId);
    // What was there when the page was opened is no news.
    if (before === null) return;
    const fresh = newest.filter(({ id, readAt }) => id > before && readAt === null);
    if (fresh.length === 0) return;
    setArrived(fresh.length);
    if (isVisible) showToast(fresh);
  });
  const isKnown = newest !== undefined;
  const hasUnread = newest?.some(({ readAt }) => readAt === null) ?? false;
  useEffect(() => {
    // Read elsewhere, or by going there on another way.
    if (isKnown && !hasUnread) hideArrivalToast();
  }, [isKnown, hasUnread]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks when there is a newer one
  useEffect(() => {
    if (isKnown) look();
  }, [isKnown, newestId]);
  return arrived;
}
