import { cpus, uptime } from 'node:os';
import si from 'systeminformation';
import { AGENT_LIMITS, type Sample } from '../../shared/agent-protocol.ts';
import { realDisks } from './inventory.ts';
import { isRebootPending } from './pending-work.ts';

/** Who is at the machine and what waits costs programs to ask; once in so many samples is enough. */
const SLOW_FACTS_EVERY = 5;

/**
 * Takes samples one after the other; the load of the CPU and the network's rates are of the time
 * between two.
 */
export function createSampler(now: () => Date = () => new Date()) {
  let before = { cpu: readCpuTimes(), network: readNetworkBytes(), at: now() };
  let slow: Pick<Sample, 'loggedInUser' | 'isRebootPending'> = {
    loggedInUser: null,
    isRebootPending: null,
  };
  let count = 0;

  return async function takeSample(watchedServices: readonly string[]): Promise<Sample> {
    if (count++ % SLOW_FACTS_EVERY === 0) slow = await readSlowFacts();
    const at = now();
    const [memory, disks, network, services] = await Promise.all([
      si.mem(),
      si.fsSize(),
      readNetworkBytes(),
      readServices(watchedServices),
    ]);
    const cpu = readCpuTimes();
    const seconds = Math.max((at.getTime() - before.at.getTime()) / 1000, 0.001);
    const last = await before.network;
    const busy = cpu.busy - before.cpu.busy;
    const total = cpu.total - before.cpu.total;
    before = { cpu, network: Promise.resolve(network), at };
    return {
      at: at.toISOString(),
      cpuPercent: total > 0 ? percent(busy / total) : 0,
      memoryPercent: memory.total > 0 ? percent(1 - memory.available / memory.total) : 0,
      disks: realDisks(disks).map(({ mount, used, size }) => ({
        mount: mount.slice(0, AGENT_LIMITS.textChars),
        usedBytes: used,
        totalBytes: size,
      })),
      receivedBytesPerSecond: rate(network.received - last.received, seconds),
      sentBytesPerSecond: rate(network.sent - last.sent, seconds),
      uptimeSeconds: Math.round(uptime()),
      ...slow,
      services,
    };
  };
}

function readCpuTimes(): { busy: number; total: number } {
  let busy = 0;
  let total = 0;
  for (const { times } of cpus()) {
    const all = times.user + times.nice + times.sys + times.idle + times.irq;
    total += all;
    busy += all - times.idle;
  }
  return { busy, total };
}

/** Of all interfaces that lead out of the machine, since it was started. */
async function readNetworkBytes(): Promise<{ received: number; sent: number }> {
  const stats = await si.networkStats('*').catch(() => []);
  let received = 0;
  let sent = 0;
  for (const { iface, rx_bytes, tx_bytes } of stats) {
    if (/^(lo|veth|docker|br-|virbr)/.test(iface)) continue;
    received += rx_bytes || 0;
    sent += tx_bytes || 0;
  }
  return { received, sent };
}

async function readSlowFacts() {
  const [users, reboot] = await Promise.all([si.users().catch(() => []), isRebootPending()]);
  const names = [...new Set(users.map(({ user }) => user).filter(Boolean))];
  return {
    loggedInUser: names.join(', ').slice(0, AGENT_LIMITS.textChars) || null,
    isRebootPending: reboot,
  };
}

async function readServices(names: readonly string[]): Promise<Sample['services']> {
  if (names.length === 0) return [];
  const found = await si.services(names.join(',')).catch(() => []);
  const byName = new Map(found.map((service) => [service.name.toLowerCase(), service]));
  return names.slice(0, AGENT_LIMITS.services).map((name) => {
    const service = byName.get(name.toLowerCase());
    // It lists what it does not know as not running, with no way to start.
    if (!service || (!service.running && !service.startmode)) return { name, state: 'missing' };
    return { name, state: service.running ? 'running' : 'stopped' };
  });
}

const percent = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10;
/** A counter that went back was started anew with its interface. */
const rate = (bytes: number, seconds: number) => Math.max(Math.round(bytes / seconds), 0);
