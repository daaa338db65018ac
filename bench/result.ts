/** What one measurement found. Times in milliseconds. */
export interface Result {
  name: string;
  perSecond: number;
  count: number;
  p50: number;
  p95: number;
  p99: number;
  /** Anything but the expected answer; one is enough to fail the run. */
  errors: number;
  /** What the errors were. */
  note: string;
}

export function percentiles(times: number[]): Pick<Result, 'p50' | 'p95' | 'p99'> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
