import { cpus, uptime } from 'node:os';
import si from 'systeminformation';
import type { Sample } from '../../shared/agent-protocol.ts';
import { question } from './ask-system.ts';
import { bytes, realDisks, text } from './inventory.ts';
import { isRebootPending } from './pending-work.ts';
import { readServices } from './services.ts';

/** Who is at the machine and what waits costs programs to ask; once in so many samples is enough. */
const SLOW_FACTS_EVERY = 5;

const askMemory = question(() => si.mem(), null);
const askDisks = question(() => si.fsSize(), []);
const askNetwork = question(readNetworkBytes, null);
const askServices = question(readServices, [], 25_000);
const askUsers = question(() => si.users(), []);
const askReboot = question(isRebootPending, null);

/**
 * Takes samples one after the other; the load of the CPU and the network's rates are of the time
 * between two, by a clock that nobody sets.
 */
export function createSampler() {
  let before = { cpu: readCpuTimes(), network: askNetwork(), atMs: performance.now() };
  let slow: Pick<Sample, 'loggedInUser' | 'isRebootPending'> = {
    loggedInUser: null,
    isRebootPending: null,
  };
  let count = 0;

  return async function takeSample(watchedServices: readonly string[]): Promise<Sample> {
    if (count++ % SLOW_FACTS_EVERY === 0) slow = await readSlowFacts();
    const at = new Date();
    const atMs = performance.now();
    const [memory, disks, network, services] = await Promise.all([
      askMemory(),
      askDisks(),
      askNetwork(),
      askServices(watchedServices),
    ]);
    const cpu = readCpuTimes();
    const seconds = Math.max((atMs - before.atMs) / 1000, 0.001);
    const last = await before.network;
    const busy = cpu.busy - before.cpu.busy;
    const total = cpu.total - before.cpu.total;
    const rate = (now: number | undefined, then: number | undefined) =>
      // A counter that went back was started anew with its interface.
      bytes(((now ?? 0) - (then ?? now ?? 0)) / seconds);
    before = { cpu, network: Promise.resolve(network ?? last), atMs };
    return {
      at: at.toISOString(),
      cpuPercent: percent(busy / total),
      memoryPercent: memory ? percent(1 - memory.available / memory.total) : 0,
      disks: realDisks(disks).map(({ mount, used, size }) => ({
        mount: text(mount),
        usedBytes: bytes(used),
        totalBytes: bytes(size),
      })),
      receivedBytesPerSecond: rate(network?.received, last?.received),
      sentBytesPerSecond: rate(network?.sent, last?.sent),
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
  const stats = await si.networkStats('*');
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
  const [users, reboot] = await Promise.all([askUsers(), askReboot()]);
  const names = [...new Set(users.map(({ user }) => user).filter(Boolean))];
  return {
    loggedInUser: text(names.join(', ')) || null,
    isRebootPending: reboot,
  };
}

/** 0 to 100, whatever a system may count. */
const percent = (share: number) =>
  Number.isFinite(share) ? Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10 : 0;
