import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { hashToken } from '#platform/crypto/secrets.ts';
import { AGENT_PATHS, type Inventory, type ReportRequest } from '#shared/agent-protocol.ts';
import type { Company } from './fill/people.ts';
import { percentiles, type Result } from './result.ts';

const FINGERPRINT = '0'.repeat(64);
const DISKS = ['/', '/home', '/var'];

const INVENTORY: Inventory = {
  hostname: 'bench',
  type: 'server',
  os: { platform: 'linux', name: 'Debian GNU/Linux', version: '12', build: '6.1', arch: 'x64' },
  maker: 'Bench',
  model: 'Bench 1',
  serial: '1',
  cpu: { name: 'Bench', cores: 8 },
  memoryBytes: 16e9,
  disks: DISKS.map((mount) => ({ name: mount, mount, fileSystem: 'ext4', totalBytes: 1e12 })),
  network: [{ name: 'eth0', mac: '00:00:00:00:00:00', addresses: ['192.0.2.1'] }],
  updatesWaiting: 0,
};

/** Machines of the company with a key each; those of an earlier run go on reporting. */
export async function prepareDevices(
  ownerUrl: string,
  company: Company,
  count: number,
): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, index) => `bench_device_${index}`.padEnd(40, 'x'));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [String(company.tenantId)]);
    const there = await client.query('select from device_keys where key_hash = $1', [
      hashToken(keys[0] ?? ''),
    ]);
    if (there.rowCount === 0)
      await client.query(
        `with machine as (
           insert into devices (customer_id, source, name, type, fingerprint)
           select (select min(id) from customers where tenant_id = current_tenant_id()), 'agent',
             'machine-' || number, 'server', $2
           from generate_series(1, array_length($1::bytea[], 1)) as number
           returning id, substring(name from 9)::int as number)
         insert into device_keys (device_id, key_hash)
         select id, ($1::bytea[])[number] from machine`,
        [keys.map(hashToken), FINGERPRINT],
      );
    return keys;
  } finally {
    await client.end();
  }
}

/** Every machine in turn says how it fares, as fast as the server takes it in. */
export async function measureReports(
  { port, host, keys }: { port: number; host: string; keys: readonly string[] },
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Omit<Result, 'name'>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const runIds = keys.map(() => randomUUID());
  const times: number[] = [];
  let errors = 0;
  let next = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const report = async () => {
    while (performance.now() < end) {
      const index = next++ % keys.length;
      const began = performance.now();
      const body = gzipSync(JSON.stringify(reportOf(runIds[index] ?? '')));
      const status = await post(agent, { port, host, key: keys[index] ?? '', body });
      times.push(performance.now() - began);
      if (status !== 200) errors++;
    }
  };
  await Promise.all(Array.from({ length: connections }, report));
  agent.destroy();
  const took = (performance.now() - started) / 1000;
  const devices = Math.round((times.length / took) * 60);
  return {
    perSecond: times.length / took,
    count: times.length,
    ...percentiles(times),
    errors,
    note: `${devices} devices with a report a minute each`,
  };
}

function reportOf(runId: string): ReportRequest {
  const at = new Date().toISOString();
  return {
    agentVersion: '1',
    fingerprint: FINGERPRINT,
    runId,
    sentAt: at,
    inventoryHash: 'bench',
    inventory: INVENTORY,
    samples: [
      {
        at,
        cpuPercent: Math.random() * 80,
        memoryPercent: 50,
        disks: DISKS.map((mount) => ({ mount, usedBytes: 4e11, totalBytes: 1e12 })),
        receivedBytesPerSecond: 1000,
        sentBytesPerSecond: 1000,
        uptimeSeconds: 1000,
        loggedInUser: null,
        isRebootPending: false,
        services: [],
      },
    ],
  };
}

function post(
  agent: Agent,
  { port, host, key, body }: { port: number; host: string; key: string; body: Buffer },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'content-length': body.length,
    };
    const sending = request(
      { agent, host: '127.0.0.1', port, path: AGENT_PATHS.reports, method: 'POST', headers },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
