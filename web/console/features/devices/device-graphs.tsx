import { Box, Group, Paper, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceGraph } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { deviceGraphQuery, type GraphHours } from '../../data/devices.ts';
import classes from './device-graphs.module.css';
import { graphRows, mountsOf } from './graph-points.ts';
import type { TimeChartProps } from './time-chart.tsx';

const TimeChart = lazy(() => import('./time-chart.tsx').then((m) => ({ default: m.TimeChart })));

const RANGES: GraphHours[] = [1, 6, 24, 168, 720, 2160];

/** How the machine fared over the last hours, days or months. */
export function DeviceGraphs({ id }: { id: number }) {
  const { t } = useTranslation('devices');
  const [hours, setHours] = useState<GraphHours>(24);
  const graph = useQuery(deviceGraphQuery(id, hours));
  return (
    <Stack component="section" gap="sm">
      <Group justify="space-between">
        <Title order={2}>{t('graphs.title')}</Title>
        <SegmentedControl
          size="xs"
          aria-label={t('graphs.range')}
          data={RANGES.map((value) => ({
            value: String(value),
            label: t(`graphs.hours.${value}`),
          }))}
          value={String(hours)}
          onChange={(value) => setHours(Number(value) as GraphHours)}
        />
      </Group>
      {graph.isError && <ErrorState error={graph.error} onRetry={() => void graph.refetch()} />}
      {graph.isPending && <Skeleton height="12rem" />}
      {graph.data?.points.length === 0 && <Text c="dimmed">{t('graphs.none')}</Text>}
      {graph.data && graph.data.points.length > 0 && <Graphs graph={graph.data} />}
    </Stack>
  );
}

function Graphs({ graph }: { graph: DeviceGraph }) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const percent = (value: number) =>
    t('percent', { number: formats.number(Math.round(value * 10) / 10) });
  const speed = (value: number) => t('perSecond', { size: formats.bytes(value) });
  const mounts = mountsOf(graph.points);
  const averageAndMost = [
    { name: 'average', label: t('graphs.average') },
    { name: 'most', label: t('graphs.most'), isFaint: true },
  ];
  return (
    <div className={classes.graphs}>
      <Graph
        title={t('graphs.cpu')}
        graph={graph}
        max={100}
        format={percent}
        series={averageAndMost}
        rows={graphRows(graph, (point) => ({
          average: point.cpuPercent,
          most: point.cpuMaxPercent,
        }))}
      />
      <Graph
        title={t('graphs.memory')}
        graph={graph}
        max={100}
        format={percent}
        series={averageAndMost}
        rows={graphRows(graph, (point) => ({
          average: point.memoryPercent,
          most: point.memoryMaxPercent,
        }))}
      />
      {mounts.length > 0 && (
        <Graph
          title={t('graphs.disks')}
          graph={graph}
          max={100}
          format={percent}
          series={mounts.map((mount, index) => ({ name: `disk${index}`, label: mount }))}
          rows={graphRows(graph, ({ disks }) =>
            Object.fromEntries(
              mounts.map((mount, index) => [`disk${index}`, disks[mount] ?? null]),
            ),
          )}
        />
      )}
      <Graph
        title={t('graphs.network')}
        graph={graph}
        format={speed}
        series={[
          { name: 'received', label: t('graphs.received') },
          { name: 'sent', label: t('graphs.sent') },
        ]}
        rows={graphRows(graph, (point) => ({
          received: point.receivedBytesPerSecond,
          sent: point.sentBytesPerSecond,
        }))}
      />
    </div>
  );
}

function Graph({
  title,
  graph,
  ...chart
}: { title: string; graph: DeviceGraph } & Omit<TimeChartProps, 'from' | 'to'>) {
  return (
    <Paper component="figure" m={0} p="sm" aria-label={title}>
      <Text component="figcaption" size="sm" fw={600} mb="xs">
        {title}
      </Text>
      <Box className={classes.room}>
        <Suspense fallback={<Skeleton height="12rem" />}>
          <TimeChart from={graph.from} to={graph.to} {...chart} />
        </Suspense>
      </Box>
    </Paper>
  );
}
