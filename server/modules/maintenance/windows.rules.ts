/** When a maintenance window is: from one moment to another, or by the clock on some days of the week. */
export type WindowTime =
  | { kind: 'once'; startsAt: Date; endsAt: Date }
  | {
      kind: 'weekly';
      /** 1 Monday to 7 Sunday: the days on which it begins. */
      weekdays: readonly number[];
      /** Minute of the day at which it begins. */
      fromMinute: number;
      durationMinutes: number;
    };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const WEEK_MS = 7 * DAY_MS;
/** 1970-01-01 was a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/**
 * When the window that is open now ends; null when it is not open. A weekly one begins by the clock
 * and lasts for as long as it says, also in a night in which the clocks are changed.
 */
export function openUntil(time: WindowTime, now: Date, timeZone: string): Date | null {
  if (time.kind === 'once') return time.startsAt <= now && now < time.endsAt ? time.endsAt : null;
  const clockMs = clockAt(now.getTime(), timeZone);
  const mondayMs = clockMs - ((((clockMs - FIRST_MONDAY_MS) % WEEK_MS) + WEEK_MS) % WEEK_MS);
  const ends = time.weekdays.flatMap((weekday) =>
    // Also that of the week before may still be open.
    [0, -WEEK_MS].map((weekMs) => {
      const from = mondayMs + weekMs + (weekday - 1) * DAY_MS + time.fromMinute * MINUTE_MS;
      const startMs = momentOf(from, timeZone);
      const endMs = startMs + time.durationMinutes * MINUTE_MS;
      return startMs <= now.getTime() && now.getTime() < endMs ? endMs : 0;
    }),
  );
  const last = Math.max(0, ...ends);
  return last > 0 ? new Date(last) : null;
}

/**
 * The moment at which clocks of the time zone show a time, which is given as if they showed UTC. A
 * time that comes twice is the first one, one that is left out an hour later.
 */
function momentOf(clockMs: number, timeZone: string): number {
  const [before, after] = [-DAY_MS, DAY_MS].map((away) => {
    const nearby = clockMs + away;
    return clockMs - (clockAt(nearby, timeZone) - nearby);
  }) as [number, number];
  const shown = [before, after].filter((moment) => clockAt(moment, timeZone) === clockMs);
  return shown.length > 0 ? Math.min(...shown) : Math.max(before, after);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks of the time zone show at a moment, as if they showed UTC; whole seconds. */
function clockAt(momentMs: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  const parts = format.formatToParts(momentMs);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
}

/** Of several windows the one that lasts longest. */
export function longestOpen<W extends { time: WindowTime }>(
  windows: readonly W[],
  now: Date,
  timeZone: string,
): { window: W; until: Date } | null {
  let longest: { window: W; until: Date } | null = null;
  for (const window of windows) {
    const until = openUntil(window.time, now, timeZone);
    if (until && (!longest || until > longest.until)) longest = { window, until };
  }
  return longest;
}
