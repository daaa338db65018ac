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

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const MINUTE_MS = 60_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** When the window that is open now ends; null when it is not open. */
export function openUntil(time: WindowTime, now: Date, timeZone: string): Date | null {
  if (time.kind === 'once') return time.startsAt <= now && now < time.endsAt ? time.endsAt : null;
  const minute = minuteOfWeek(now, timeZone);
  const left = time.weekdays.map((weekday) => {
    const from = (weekday - 1) * DAY_MINUTES + time.fromMinute;
    const since = (minute - from + WEEK_MINUTES) % WEEK_MINUTES;
    return time.durationMinutes - since;
  });
  const most = Math.max(0, ...left);
  if (most <= 0) return null;
  const seconds = now.getTime() % MINUTE_MS;
  return new Date(now.getTime() - seconds + most * MINUTE_MS);
}

/** Minutes since Monday 00:00 by the clock of the time zone. */
function minuteOfWeek(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const day = WEEKDAYS.indexOf(read('weekday'));
  return day * DAY_MINUTES + Number(read('hour')) * 60 + Number(read('minute'));
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
