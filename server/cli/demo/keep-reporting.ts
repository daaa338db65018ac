import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Platform } from '#platform/platform.ts';
import type { Inventory } from '#shared/agent-protocol.ts';
import { listMachinesWithoutKey } from './demo-machines.queries.ts';
import { sampleAt } from './imagine-sample.ts';
import { troubleOf } from './machines.ts';
import { report } from './write-machines.ts';

/**
 * Lets the machines of a demo company report as agents would, until the signal: they are online, and
 * their graphs go on. Returns how many there are.
 */
export async function keepReporting(
  platform: Platform,
  tenantId: number,
  { signal, onRound }: { signal: AbortSignal; onRound: (machines: number) => void },
): Promise<void> {
  const everyMs = platform.config.agentReportSeconds * 1000;
  while (!signal.aborted) {
    await platform.db.lookups.keepDevicePartitions(clock.now());
    const inside = <T>(work: (tx: TenantTx) => Promise<T>) =>
      platform.db.withTenant({ tenantId, actor: systemActor('agent') }, work);
    const machines = (await inside(listMachinesWithoutKey)).filter(
      ({ hostname }) => troubleOf(hostname) !== 'gone',
    );
    for (const machine of machines) {
      if (signal.aborted) return;
      const { hostname: name, portal_username: userName } = machine;
      const sampled = {
        name,
        userName,
        inventory: machine.inventory as unknown as Inventory,
        trouble: troubleOf(name),
      };
      const now = clock.now();
      await inside((tx) => report(tx, machine.id, sampled, [sampleAt(sampled, now, now)]));
    }
    onRound(machines.length);
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
