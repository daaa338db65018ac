import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { useFormats } from '#web/i18n/format.tsx';
import { axisTicks } from './graph-points.ts';
import classes from './time-chart.module.css';

const COLORS = 5;
const DAY_MS = 86_400_000;

export interface TimeChartProps {
  /** Rows with their time under `at`; a value that is null breaks its line. */
  rows: Record<string, number | null>[];
  series: { name: string; label: string; isFaint?: boolean }[];
  from: string;
  to: string;
  format: (value: number) => string;
  /** The top of the scale; without one it follows the values. */
  max?: number;
}

/** Lines over time. In a chunk of its own, as what draws it is large. */
export function TimeChart(props: TimeChartProps) {
  const formats = useFormats();
  const from = Date.parse(props.from);
  const to = Date.parse(props.to);
  const isLong = to - from > 2 * DAY_MS;
  const moment = (at: number) => {
    const iso = new Date(at).toISOString();
    return isLong ? formats.day(iso) : formats.time(iso);
  };
  return (
    <LineChart
      className={classes.chart}
      data={props.rows}
      dataKey="at"
      series={props.series.map(({ name, label, isFaint }, index) => ({
        name,
        label,
        color: `var(--portico-line-${index % COLORS})`,
        ...(isFaint && { strokeDasharray: '3 3' }),
      }))}
      withLegend={props.series.length > 1}
      withDots={false}
      connectNulls={false}
      curveType="linear"
      strokeWidth={1.5}
      valueFormatter={props.format}
      xAxisProps={{
        type: 'number',
        domain: [from, to],
        ticks: axisTicks(from, to),
        tickFormatter: moment,
        minTickGap: 24,
      }}
      yAxisProps={{ domain: [0, props.max ?? 'auto'], width: 72, tickCount: 5 }}
      tooltipProps={{
        // Nothing is pointed at: there is no moment either.
        labelFormatter: (at) =>
          typeof at === 'number' ? formats.shortDateTime(new Date(at).toISOString()) : '',
      }}
    />
  );
}
