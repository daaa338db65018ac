import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { DeviceType, Inventory, Sample } from '#shared/agent-protocol.ts';
import type { TestTenant } from './tenant.ts';
import type { TestServer } from './test-server.ts';

const inventoryOf = (hostname: string, type: DeviceType): Inventory => ({
  hostname,
  type,
  os: { platform: 'linux', name: 'Debian', version: '12', build: '', arch: 'x64' },
  maker: '',
  model: '',
  serial: '',
  cpu: { name: '', cores: 4 },
  memoryBytes: 8e9,
  disks: [],
  network: [],
  updatesWaiting: null,
});

/** A machine of a customer that was enrolled, as its agent presents it. */
export interface TestMachine {
  deviceId: number;
  /**
   * Reports one sample, of now unless it says otherwise; throws when that is refused.
   * @param about what the machine is from now on, and another start of its agent
   */
  report(
    changes?: Partial<Sample>,
    about?: { inventory?: Partial<Inventory>; runId?: string },
  ): Promise<{ settings: { watchedServices: string[] } }>;
}

export async function enrolMachine(
  server: TestServer,
  tenant: TestTenant,
  of: { customerId: number; hostname: string; type?: DeviceType },
): Promise<TestMachine> {
  const inventory = inventoryOf(of.hostname, of.type ?? 'server');
  const fingerprint = randomUUID().replaceAll('-', '');
  const { body: made } = await tenant.admin.post('/api/v1/enrolment-tokens', {
    customerId: of.customerId,
    name: 'Test',
  });
  const enrolled = await server.console().post('/agent/v1/enrolments', {
    token: made.token,
    fingerprint,
    agentVersion: '1.0.0',
    inventory,
  });
  const runId = randomUUID();
  return {
    deviceId: enrolled.body.deviceId,
    async report(changes = {}, about = {}) {
      Object.assign(inventory, about.inventory);
      const now = new Date().toISOString();
      const body = {
        agentVersion: '1.0.0',
        fingerprint,
        runId: about.runId ?? runId,
        sentAt: now,
        inventoryHash: createHash('sha256').update(JSON.stringify(inventory)).digest('hex'),
        inventory,
        samples: [{ ...FINE, at: now, ...changes }],
      };
      const answer = await server
        .console()
        .send('POST', '/agent/v1/reports', gzipSync(JSON.stringify(body)), {
          authorization: `Bearer ${enrolled.body.key}`,
          'content-encoding': 'gzip',
        });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
  };
}

const FINE: Omit<Sample, 'at'> = {
  cpuPercent: 5,
  memoryPercent: 40,
  disks: [{ mount: '/', usedBytes: 50, totalBytes: 100 }],
  receivedBytesPerSecond: 0,
  sentBytesPerSecond: 0,
  uptimeSeconds: 3600,
  loggedInUser: null,
  isRebootPending: null,
  services: [],
};

/** A volume of which so much is free. */
export const diskWith = (freePercent: number, mount = '/') => ({
  disks: [{ mount, usedBytes: 1000 - freePercent * 10, totalBytes: 1000 }],
});
