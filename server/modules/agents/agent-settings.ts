import { type EvaluatedDevice, watchedServicesOf } from '#modules/alerts/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AgentSettings } from '#shared/agent-protocol.ts';

/** How often the agent of a device is to report, and which services it is to look after. */
export async function agentSettings(tx: TenantTx, device: EvaluatedDevice): Promise<AgentSettings> {
  return {
    sampleEverySeconds: tx.platform.config.agentReportSeconds,
    watchedServices: await watchedServicesOf(tx, device),
  };
}
