import { createContext, type ReactNode, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const TimeZone = createContext<string | undefined>(undefined);

/** The reader's time zone for everything below; without it the browser's is used. */
export function TimeZoneProvider(props: { timeZone: string | undefined; children: ReactNode }) {
  return <TimeZone value={props.timeZone}>{props.children}</TimeZone>;
}

export interface Formats {
  dateTime(iso: string): string;
  /** Without words, where there is little room: "27 Nov 2026, 08:00". */
  shortDateTime(iso: string): string;
  date(iso: string): string;
  /** "14:05" */
  time(iso: string): string;
  /** "3 Mar" */
  day(iso: string): string;
  /** A day of a calendar ("2026-03-02"), which is the same one in every time zone. */
  calendarDay(day: string): string;
  /** `long` writes words out ("2 weeks ago"), where there is room for them. */
  relative(iso: string, now?: number, style?: 'short' | 'long'): string;
  number(value: number): string;
  /** "a, b and c" */
  list(words: readonly string[]): string;
  bytes(sizeBytes: number): string;
}

/** Dates, times and numbers as the reader writes them. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const timeZone = use(TimeZone);
  return useMemo(() => makeFormats(i18n.language, timeZone), [i18n.language, timeZone]);
}

const STEPS: [limitSeconds: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [604_800, 'day', 86_400],
  [2_629_800, 'week', 604_800],
  [31_557_600, 'month', 2_629_800],
  [Number.POSITIVE_INFINITY, 'year', 31_557_600],
];

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function makeFormats(language: string, timeZone?: string): Formats {
  const dateTime = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  });
  const shortDateTime = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone });
  const calendarDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const relatives = {
    short: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
    long: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' }),
  };
  const number = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    dateTime: (iso) => dateTime.format(new Date(iso)),
    shortDateTime: (iso) => shortDateTime.format(new Date(iso)),
    date: (iso) => date.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    calendarDay: (date) => calendarDay.format(new Date(`${date}T00:00:00Z`)),
    relative(iso, now = Date.now(), style = 'short') {
      const relative = relatives[style];
      const seconds = (new Date(iso).getTime() - now) / 1000;
      const distance = Math.abs(seconds);
      // Clocks differ by a moment and nobody counts seconds: the last minute is "now".
      if (distance < 60) return relative.format(0, 'second');
      const [, unit, size] = STEPS.find(([limit]) => distance < limit) ?? STEPS[0]!;
      return relative.format(Math.trunc(seconds / size), unit);
    },
    number: (value) => number.format(value),
    list: (words) => list.format(words),
    bytes(sizeBytes) {
      const step = Math.min(
        SIZES.length - 1,
        Math.floor(Math.log(Math.max(sizeBytes, 1)) / Math.log(1000)),
      );
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit: SIZES[step],
        maximumFractionDigits: step > 1 ? 1 : 0,
      }).format(sizeBytes / 1000 ** step);
    },
  };
}
