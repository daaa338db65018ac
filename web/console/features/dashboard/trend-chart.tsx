import { Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import type { TrendDay } from '../../data/dashboard.ts';
import classes from './trend-chart.module.css';
import { listOfDays, type Series } from './trend-links.ts';

const SERIES: readonly Series[] = ['created', 'solved'];

/**
 * Two bars a day, each of which is a link to its tickets; no library for charts makes links. With the
 * keyboard the chart is one stop, and arrows go from bar to bar.
 */
export function TrendChart({ days }: { days: readonly TrendDay[] }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const [place, setPlace] = useState(days.length * 2 - 1);
  const last = days.at(-1);
  const highest = Math.max(1, ...days.flatMap(({ created, solved }) => [created, solved]));
  return (
    <div className={classes.frame}>
      <Text size="xs" c="dimmed">
        {formats.number(highest)}
      </Text>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only passes the focus on to its links */}
      <div className={classes.chart} onKeyDown={moveFocus}>
        {days.map((day, index) => (
          <Tooltip
            key={day.day}
            label={t('dayText', {
              day: formats.calendarDay(day.day),
              created: formats.number(day.created),
              solved: formats.number(day.solved),
            })}
          >
            <div className={classes.day}>
              {SERIES.map((series, order) => (
                <Link
                  key={series}
                  to="/tickets"
                  search={listOfDays(series, day.day, day.day)}
                  className={classes.place}
                  tabIndex={place === index * 2 + order ? 0 : -1}
                  onFocus={() => setPlace(index * 2 + order)}
                  aria-label={t(`bar.${series}`, {
                    day: formats.calendarDay(day.day),
                    number: formats.number(day[series]),
                  })}
                  data-bar
                >
                  <span
                    className={classes.bar}
                    data-series={series}
                    style={{ height: `${(day[series] / highest) * 100}%` }}
                  />
                </Link>
              ))}
            </div>
          </Tooltip>
        ))}
      </div>
      <div className={classes.axis}>
        <Text size="xs" c="dimmed">
          {days[0] && formats.calendarDay(days[0].day)}
        </Text>
        <Text size="xs" c="dimmed">
          {last && formats.calendarDay(last.day)}
        </Text>
      </div>
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowLeft: -2, ArrowRight: 2, ArrowUp: -1, ArrowDown: 1 };

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const bars = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-bar]')];
  bars[bars.indexOf(event.target as HTMLElement) + step]?.focus();
  event.preventDefault();
}
