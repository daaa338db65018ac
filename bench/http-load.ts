import autocannon, { type Client, type Request } from 'autocannon';
import { percentiles, type Result } from './result.ts';

export interface HttpLoad {
  port: number;
  headers: Record<string, string>;
  requests: Request[];
}

const WARM_UP_SECONDS = 1;

/** Sends the requests over and over, each connection in an order of its own, after a warm-up. */
export async function measureHttp(
  load: HttpLoad,
  options: { connections: number; seconds: number },
  onMeasuring: () => void,
): Promise<Omit<Result, 'name'>> {
  await run(load, options.connections, WARM_UP_SECONDS, () => undefined);
  onMeasuring();
  const times: number[] = [];
  const result = await run(load, options.connections, options.seconds, (ms) => times.push(ms));
  return {
    perSecond: times.length / result.duration,
    count: times.length,
    ...percentiles(times),
    // every answer but 2xx, and requests without any
    errors: result.non2xx + result.errors + result.mismatches,
    note: describeFailures(result),
  };
}

function run(
  { port, headers, requests }: HttpLoad,
  connections: number,
  seconds: number,
  onAnswer: (ms: number) => void,
): Promise<autocannon.Result> {
  let client = 0;
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url: `http://127.0.0.1:${port}`,
        connections,
        duration: seconds,
        timeout: 10,
        headers,
        requests,
        setupClient(connection: Client) {
          const start = Math.floor((client++ * requests.length) / connections);
          connection.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
        },
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
    instance.on('response', (_client, _status, _bytes, ms) => onAnswer(ms));
  });
}

function describeFailures({ statusCodeStats, timeouts }: autocannon.Result): string {
  const codes = Object.entries(statusCodeStats ?? {}).filter(([code]) => !code.startsWith('2'));
  return [
    ...codes.map(([code, { count }]) => `${count} x ${code}`),
    ...(timeouts > 0 ? [`${timeouts} timeouts`] : []),
  ].join(', ');
}
