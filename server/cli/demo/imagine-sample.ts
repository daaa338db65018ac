import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/clock.ts';
import type { Inventory, Sample } from '#shared/agent-protocol.ts';
import type { Trouble } from './machines.ts';

/** A machine that samples can be made of: its name decides what it is like. */
export interface SampledMachine {
  name: string;
  inventory: Inventory;
  /** Signed in at it. */
  userName: string | null;
  trouble: Trouble | null;
}

/** In use at the end, by trouble and volume; the others have room. */
const FULL: Partial<Record<Trouble, number>> = { diskFull: 96.5, diskFills: 91.5 };

/** What its agent would have measured at that moment: the same each time it is asked. */
export function sampleAt(machine: SampledMachine, at: Date, now: Date): Sample {
  const { name, inventory, trouble } = machine;
  const isServer = inventory.type === 'server';
  const character = noise(`${name}|character`);
  const busy = workAt(at) * (isServer ? 0.6 : 1);
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  const wobble = noise(`${name}|${minute}`);
  const slow = noise(`${name}|${Math.floor(minute / 20)}`);
  const isBackup = isServer && at.getUTCHours() === 1;
  const cpu = 3 + busy * (12 + 30 * slow) + 8 * wobble + (isBackup ? 35 : 0);
  const memory = 30 + 25 * character + busy * 12 + 4 * slow;
  const bytes = (isServer ? 900_000 : 220_000) * (0.05 + busy * slow + (isBackup ? 4 : 0));
  const daysAgo = (now.getTime() - at.getTime()) / DAY_MS;
  return {
    at: at.toISOString(),
    cpuPercent: round(Math.min(cpu, 100)),
    memoryPercent: trouble === 'memory' ? round(96.5 + wobble) : round(Math.min(memory, 92)),
    disks: inventory.disks.map(({ mount, totalBytes }, index) => {
      const target = index === 0 && trouble ? FULL[trouble] : undefined;
      const atTheEnd = target ?? 28 + 45 * noise(`${name}|${mount}`);
      const percent = atTheEnd - daysAgo * (target ? 0.6 : 0.15);
      return { mount, totalBytes, usedBytes: Math.round((totalBytes * percent) / 100) };
    }),
    receivedBytesPerSecond: Math.round(bytes),
    sentBytesPerSecond: Math.round(bytes * (isServer ? 1.6 : 0.3)),
    uptimeSeconds: Math.round(
      ((1 + 40 * character) * DAY_MS + at.getTime() - now.getTime()) / 1000,
    ),
    // some never sign out
    loggedInUser: busy > 0.2 || character < 0.4 ? machine.userName : null,
    isRebootPending: trouble === 'reboot',
    services: [],
  };
}

/** From 0 to 1: how much is worked, by the clock of Central Europe. */
function workAt(at: Date): number {
  const local = new Date(at.getTime() + HOUR_MS);
  const day = local.getUTCDay();
  if (day === 0 || day === 6) return 0.08;
  const hour = local.getUTCHours() + local.getUTCMinutes() / 60;
  if (hour < 7 || hour > 19) return 0.1;
  const lunch = Math.exp(-((hour - 12.5) ** 2) / 0.5);
  return Math.max(0.1, Math.sin(((hour - 7) / 12) * Math.PI) - 0.4 * lunch);
}

/** From 0 to 1, the same for the same words (FNV-1a, mixed). */
function noise(words: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++)
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0xffffffff;
}

const round = (value: number) => Math.round(value * 10) / 10;
