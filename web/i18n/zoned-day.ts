/**
 * The moment at which a day (`2026-03-29`) begins where the reader is; with `daysLater` 1 the one at
 * which it has ended. Null for what is no day. Days with a change of clocks are shorter or longer.
 */
export function startOfDay(day: string, timeZone: string | undefined, daysLater = 0): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`) + daysLater * 86_400_000;
  if (Number.isNaN(midnight)) return null;
  // The offset at midnight over there is not known before that moment is; the second look has it.
  const near = midnight - offsetMs(midnight, timeZone);
  return new Date(midnight - offsetMs(near, timeZone));
}

/** How far the clocks there are ahead of UTC. */
function offsetMs(at: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const there = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return there - Math.floor(at / 1000) * 1000;
}

/** The moment of a clock time (`2026-03-29T08:00`) where the reader is; null for what is none. */
export function momentAt(local: string, timeZone: string | undefined): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
  const clock = Date.parse(`${local}:00Z`);
  if (Number.isNaN(clock)) return null;
  const near = clock - offsetMs(clock, timeZone);
  return new Date(clock - offsetMs(near, timeZone));
}

/** The clock time of a moment where the reader is, as fields for date and time write it. */
export function clockTime(at: Date, timeZone: string | undefined): string {
  return new Date(at.getTime() + offsetMs(at.getTime(), timeZone)).toISOString().slice(0, 16);
}
