import { clockTime, momentAt } from '#web/i18n/zoned-day.ts';

const HOUR_MS = 3_600_000;
const MORNING = '08:00';

/** What is offered besides a time of one's own: mornings are those of the reader's clock. */
export function snoozeTimes(now: Date, timeZone: string | undefined) {
  const today = clockTime(now, timeZone).slice(0, 10);
  const weekday = new Date(`${today}T00:00Z`).getUTCDay() || 7;
  return {
    hour: new Date(now.getTime() + HOUR_MS),
    hours: new Date(now.getTime() + 4 * HOUR_MS),
    tomorrow: morning(today, 1, timeZone),
    monday: morning(today, 8 - weekday, timeZone),
  };
}

function morning(today: string, daysLater: number, timeZone: string | undefined): Date {
  const day = new Date(Date.parse(`${today}T00:00Z`) + daysLater * 24 * HOUR_MS);
  const local = `${day.toISOString().slice(0, 10)}T${MORNING}`;
  return momentAt(local, timeZone) ?? day;
}
