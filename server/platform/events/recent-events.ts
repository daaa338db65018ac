import { LIVE_RECENT_MS } from '#shared/live-events.ts';
import { clock } from '../clock.ts';
import type { LiveEvent } from './event-hub.ts';

/** Of more than that in a few seconds, who begins to listen rather asks for everything again. */
const KEPT_MAX = 2_000;

const now = () => clock.now().getTime();

/** What was heard in the last seconds, for those who begin to listen. */
export function recentEvents() {
  const kept: { at: number; event: LiveEvent }[] = [];
  let isKnownSince = Number.POSITIVE_INFINITY;
  return {
    /** What happened until now nobody heard. */
    begin() {
      isKnownSince = now();
    },
    keep(event: LiveEvent) {
      const at = now();
      while (kept[0] && kept[0].at < at - LIVE_RECENT_MS) kept.shift();
      if (kept.length === KEPT_MAX) isKnownSince = (kept.shift()?.at ?? at) + 1;
      kept.push({ at, event });
    },
    /** Each once; null when not all of it is known. */
    of(tenantId: number): LiveEvent[] | null {
      const since = now() - LIVE_RECENT_MS;
      if (isKnownSince > since) return null;
      const events = kept.filter(({ at, event }) => at >= since && event.tenantId === tenantId);
      return [...new Map(events.map(({ event }) => [JSON.stringify(event), event])).values()];
    },
  };
}
