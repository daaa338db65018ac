/** The one source of "now" for decisions, so that a test can set it. */
export const clock = {
  now: (): Date => new Date(),
};

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function inMs(durationMs: number, from: Date = clock.now()): Date {
  return new Date(from.getTime() + durationMs);
}
