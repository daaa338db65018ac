import { evaluateSamples } from '#modules/alerts/index.ts';
import type { Contact } from '#modules/contacts/index.ts';
import { insertDevice, lockDevice, takeInventory, takeSamples } from '#modules/devices/index.ts';
import { AGENT_VERSION } from '#platform/agent-version.ts';
import { clock, DAY_MS, HOUR_MS, inMs, MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ReportRequest, Sample } from '#shared/agent-protocol.ts';
import {
  acknowledgeOne,
  backdateDevice,
  insertMinutes,
  insertPastAlerts,
  insertQuarters,
  letNobodyBeTold,
  linkTicketsToDevices,
  putContactOnDevice,
} from './demo-machines.queries.ts';
import { type SampledMachine, sampleAt } from './imagine-sample.ts';
import { type DemoMachine, imagineMachines } from './machines.ts';

const QUARTER_MS = 15 * MINUTE_MS;
const QUARTER_DAYS = 14;
const MINUTE_HOURS = 24;
/** What came in last is taken in as a report, so that it is held against the thresholds. */
const REPORT_MINUTES = 30;
const SINCE_DAYS = 200;
const GONE_HOURS = 5;

interface Owner {
  customerId: number;
  name: string;
  contacts: readonly Contact[];
}

/** The machines of all customers, as if each had an agent that has reported until a moment ago. */
export async function writeMachines(
  tx: TenantTx,
  customers: readonly Owner[],
  technicianId: number,
): Promise<number> {
  let count = 0;
  for (const [place, customer] of customers.entries()) {
    const people = customer.contacts.length;
    for (const machine of imagineMachines({ name: customer.name, people }, place)) {
      await writeMachine(tx, machine, customer);
      count++;
    }
  }
  await insertPastAlerts(tx, clock.now());
  await linkTicketsToDevices(tx);
  await letNobodyBeTold(tx);
  await acknowledgeOne(tx, { kind: 'memory', technicianId });
  return count;
}

async function writeMachine(
  tx: TenantTx,
  machine: DemoMachine,
  { customerId, contacts }: Owner,
): Promise<void> {
  const now = clock.now();
  const { name, inventory, trouble } = machine;
  const fingerprint = `demo ${name}`;
  const { type } = inventory;
  const id = await insertDevice(
    tx,
    { customerId, source: 'agent', name, type, fingerprint, isNameChosen: false },
    now,
  );
  const user = machine.user === null ? undefined : contacts[machine.user];
  if (user) await putContactOnDevice(tx, id, user.id);
  const sampled = { name, inventory, trouble, userName: user?.portalUsername ?? null };
  const end = trouble === 'gone' ? inMs(-GONE_HOURS * HOUR_MS, now) : now;
  const reported = await writeHistory(tx, id, sampled, end);
  await report(tx, id, sampled, samplesOf(sampled, reported, end, MINUTE_MS));
  await backdateDevice(tx, id, {
    createdAt: inMs(-SINCE_DAYS * DAY_MS, now),
    offlineSince: trouble === 'gone' ? end : null,
  });
}

/** What was measured before the last report; returns since when nothing is there. */
async function writeHistory(
  tx: TenantTx,
  deviceId: number,
  machine: SampledMachine,
  end: Date,
): Promise<Date> {
  const from = new Date(
    Math.floor((end.getTime() - REPORT_MINUTES * MINUTE_MS) / QUARTER_MS) * QUARTER_MS,
  );
  const quarters = samplesOf(machine, inMs(-QUARTER_DAYS * DAY_MS, from), from, QUARTER_MS);
  await insertQuarters(tx, deviceId, quarters);
  const minutes = samplesOf(machine, inMs(-MINUTE_HOURS * HOUR_MS, from), from, MINUTE_MS);
  await insertMinutes(tx, deviceId, minutes);
  return from;
}

function samplesOf(machine: SampledMachine, from: Date, to: Date, stepMs: number): Sample[] {
  const count = Math.floor((to.getTime() - from.getTime()) / stepMs);
  return Array.from({ length: count }, (_, index) =>
    sampleAt(machine, new Date(from.getTime() + index * stepMs), clock.now()),
  );
}

/** Takes a report in as the agent's entrance does, without the agent. */
export async function report(
  tx: TenantTx,
  deviceId: number,
  machine: SampledMachine,
  samples: Sample[],
): Promise<void> {
  const device = await lockDevice(tx, deviceId);
  if (!device || device.archived_at) return;
  const request: ReportRequest = {
    agentVersion: AGENT_VERSION,
    fingerprint: device.fingerprint ?? '',
    runId: 'demo',
    sentAt: clock.now().toISOString(),
    inventoryHash: 'demo',
    inventory: machine.inventory,
    samples,
  };
  const fresh = await takeSamples(tx, device, request);
  await takeInventory(tx, device, machine.inventory, 'demo', request.fingerprint);
  const { customer_id: customerId } = device;
  await evaluateSamples(tx, { id: deviceId, customerId, type: machine.inventory.type }, fresh);
}
