import { MINUTE_MS } from '#platform/clock.ts';
import type { ActivityEntry } from './activity.views.ts';

/**
 * What somebody, or some failure, did to many at once is one entry that says so: else five hundred alerts of
 * one second would be all that there is to see. The newest first, in and out.
 */
export function foldTogether(entries: readonly ActivityEntry[]): ActivityEntry[] {
  const folded: ActivityEntry[] = [];
  for (const entry of entries) {
    const above = folded.at(-1);
    if (above && isSameDoing(above, entry)) above.hasMore = true;
    else folded.push({ ...entry });
  }
  return folded;
}

/** By the same one, of the same kind, and of another thing, within a minute of the first that is shown. */
function isSameDoing(above: ActivityEntry, entry: ActivityEntry): boolean {
  return (
    above.kind === entry.kind &&
    above.actor.kind === entry.actor.kind &&
    above.actor.id === entry.actor.id &&
    above.actor.name === entry.actor.name &&
    above.value === entry.value &&
    !isSameThing(above.about, entry.about) &&
    above.at.getTime() - entry.at.getTime() < MINUTE_MS
  );
}

const isSameThing = (one: ActivityEntry['about'], other: ActivityEntry['about']) =>
  one.kind === other.kind && one.id === other.id;
