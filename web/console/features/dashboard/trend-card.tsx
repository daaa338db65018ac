import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { type TrendDay, ticketTrendQuery } from '../../data/dashboard.ts';
import { type CardProps, DashboardCard } from './dashboard-card.tsx';
import classes from './trend-chart.module.css';
import { TrendChart } from './trend-chart.tsx';
import { listOfDays, type Series } from './trend-links.ts';

const SERIES: readonly Series[] = ['created', 'solved'];

/** New and solved tickets: today, in 30 days, and on each of them. */
export function TrendCard({ size }: CardProps) {
  const trend = useQuery(ticketTrendQuery);
  return (
    <DashboardCard card="trend" size={size} query={trend}>
      {({ days }) => (
        <>
          <div className={classes.sums}>
            {SERIES.map((series) => (
              <Sums key={series} series={series} days={days} />
            ))}
          </div>
          <TrendChart days={days} />
        </>
      )}
    </DashboardCard>
  );
}

function Sums({ series, days }: { series: Series; days: readonly TrendDay[] }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const first = days[0]?.day;
  const today = days.at(-1);
  if (!first || !today) return null;
  const count = days.reduce((sum, day) => sum + day[series], 0);
  return (
    <div className={classes.sum}>
      <span className={classes.swatch} data-series={series} aria-hidden />
      <Text size="sm">{t(`series.${series}`)}</Text>
      <AnchorLink to="/tickets" search={listOfDays(series, today.day, today.day)} size="sm">
        {t('today', { number: formats.number(today[series]) })}
      </AnchorLink>
      <AnchorLink to="/tickets" search={listOfDays(series, first, today.day)} size="sm">
        {t('inDays', { number: formats.number(count), count: days.length })}
      </AnchorLink>
    </div>
  );
}
