import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** A sample as the graphs need it. */
export interface MetricRow {
  at: Date;
  cpuPercent: number;
  memoryPercent: number;
  receivedBytesPerSecond: number;
  sentBytesPerSecond: number;
  /** Used percent by mount. */
  disks: Record<string, number>;
}

const QUARTER_MS = 15 * 60_000;
const quarterOf = (at: Date) => new Date(Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS);

/**
 * Takes samples in, those that are older than two days only into the quarters. A sample that is
 * there already counts nowhere a second time.
 */
export async function insertMetrics(
  tx: TenantTx,
  deviceId: number,
  samples: readonly MetricRow[],
  minutesSince: Date,
): Promise<void> {
  const recent = samples.filter(({ at }) => at >= minutesSince);
  if (recent.length > 0) {
    await tx
      .insertInto('device_minutes')
      .values(
        recent.map((sample) => ({
          device_id: deviceId,
          at: sample.at,
          cpu_percent: sample.cpuPercent,
          memory_percent: sample.memoryPercent,
          received_bytes_per_second: sample.receivedBytesPerSecond,
          sent_bytes_per_second: sample.sentBytesPerSecond,
          disks: JSON.stringify(sample.disks),
        })),
      )
      .onConflict((conflict) => conflict.columns(['tenant_id', 'device_id', 'at']).doNothing())
      .execute();
  }
  if (samples.length > 0) await addToQuarters(tx, deviceId, samples);
}

async function addToQuarters(
  tx: TenantTx,
  deviceId: number,
  samples: readonly MetricRow[],
): Promise<void> {
  const quarters = Map.groupBy(samples, ({ at }) => quarterOf(at).getTime());
  const sum = (rows: readonly MetricRow[], of: (row: MetricRow) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const most = (rows: readonly MetricRow[], of: (row: MetricRow) => number) =>
    rows.reduce((greatest, row) => Math.max(greatest, of(row)), 0);
  await tx
    .insertInto('device_quarters')
    .values(
      [...quarters].map(([time, rows]) => ({
        device_id: deviceId,
        at: new Date(time),
        samples: rows.length,
        cpu_sum: sum(rows, (row) => row.cpuPercent),
        cpu_max: most(rows, (row) => row.cpuPercent),
        memory_sum: sum(rows, (row) => row.memoryPercent),
        memory_max: most(rows, (row) => row.memoryPercent),
        received_sum: sum(rows, (row) => row.receivedBytesPerSecond),
        sent_sum: sum(rows, (row) => row.sentBytesPerSecond),
        disks: JSON.stringify(rows.at(-1)?.disks ?? {}),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'device_id', 'at']).doUpdateSet({
        samples: sql`device_quarters.samples + excluded.samples`,
        cpu_sum: sql`device_quarters.cpu_sum + excluded.cpu_sum`,
        cpu_max: sql`greatest(device_quarters.cpu_max, excluded.cpu_max)`,
        memory_sum: sql`device_quarters.memory_sum + excluded.memory_sum`,
        memory_max: sql`greatest(device_quarters.memory_max, excluded.memory_max)`,
        received_sum: sql`device_quarters.received_sum + excluded.received_sum`,
        sent_sum: sql`device_quarters.sent_sum + excluded.sent_sum`,
        disks: sql`excluded.disks`,
      }),
    )
    .execute();
}

export interface GraphPoint {
  at: Date;
  cpu_percent: number;
  cpu_max: number;
  memory_percent: number;
  memory_max: number;
  received: number;
  sent: number;
  disks: Record<string, number>;
}

/** Averages and greatest values in steps, oldest first; steps without a sample are left out. */
export async function readGraph(
  tx: TenantTx,
  deviceId: number,
  range: { from: Date; to: Date; stepSeconds: number; of: 'minutes' | 'quarters' },
): Promise<GraphPoint[]> {
  const step = sql`make_interval(secs => ${range.stepSeconds})`;
  const source =
    range.of === 'minutes'
      ? sql`select at, 1 as samples, cpu_percent as cpu_sum, cpu_percent as cpu_max,
          memory_percent as memory_sum, memory_percent as memory_max,
          received_bytes_per_second as received_sum, sent_bytes_per_second as sent_sum, disks
        from device_minutes`
      : sql`select at, samples, cpu_sum, cpu_max, memory_sum, memory_max, received_sum, sent_sum,
          disks from device_quarters`;
  const { rows } = await sql<GraphPoint>`
    select date_bin(${step}, at, 'epoch') as at,
      sum(cpu_sum) / sum(samples) as cpu_percent, max(cpu_max) as cpu_max,
      sum(memory_sum) / sum(samples) as memory_percent, max(memory_max) as memory_max,
      sum(received_sum) / sum(samples) as received, sum(sent_sum) / sum(samples) as sent,
      (array_agg(disks order by at desc))[1] as disks
    from (${source}
      where device_id = ${deviceId} and at >= ${range.from} and at <= ${range.to}) as found
    group by 1 order by 1`.execute(tx);
  return rows;
}
