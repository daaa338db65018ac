import { createHash } from 'node:crypto';
import { hostname, platform, release } from 'node:os';
import si from 'systeminformation';
import { AGENT_LIMITS, type DeviceType, type Inventory } from '../../shared/agent-protocol.ts';
import { question } from './ask-system.ts';
import { knownUpdates } from './pending-work.ts';

/** File systems that are no disk of the machine. */
const NO_DISK =
  /^(tmpfs|devtmpfs|overlay|squashfs|autofs|proc|sysfs|devfs|fuse\.(?!mergerfs)|iso9660|udf|efivarfs)/i;

/** Interfaces that containers and virtual machines come and go with. */
const NO_INTERFACE = /^(veth|docker|br-|virbr|vnet|cali|cni|flannel|lxc|podman)/;

const SLOW_MS = 60_000;
const askSystem = question(() => si.system(), null, SLOW_MS);
const askChassis = question(() => si.chassis(), null, SLOW_MS);
const askOs = question(() => si.osInfo(), null, SLOW_MS);
const askCpu = question(() => si.cpu(), null, SLOW_MS);
const askMemory = question(() => si.mem(), null, SLOW_MS);
const askDisks = question(() => si.fsSize(), [], SLOW_MS);
const askInterfaces = question(() => si.networkInterfaces(), [], SLOW_MS);
const askIds = question(() => si.uuid(), null, SLOW_MS);

/** What the machine is. What cannot be read is empty; it takes seconds, so it is not asked often. */
export async function readInventory(): Promise<Inventory> {
  const [system, chassis, os, cpu, mem, sizes, interfaces] = await Promise.all([
    askSystem(),
    askChassis(),
    askOs(),
    askCpu(),
    askMemory(),
    askDisks(),
    askInterfaces(),
  ]);
  return {
    hostname: text(hostname()),
    type: typeOf(
      text(chassis?.type),
      `${text(os?.distro)} ${text(os?.release)}`,
      system?.virtual ?? false,
    ),
    os: {
      platform: platform(),
      name: text(os?.distro),
      version: text(os?.release || release()),
      build: text(os?.build || os?.kernel),
      arch: process.arch,
    },
    maker: text(system?.manufacturer),
    model: text(system?.model),
    serial: known(system?.serial),
    cpu: {
      name: text(`${text(cpu?.manufacturer)} ${text(cpu?.brand)}`),
      cores: bytes(cpu?.cores ?? 0),
    },
    memoryBytes: bytes(mem?.total ?? 0),
    disks: realDisks(sizes).map(({ fs, mount, type, size }) => ({
      name: text(fs),
      mount: text(mount),
      fileSystem: text(type),
      totalBytes: bytes(size),
    })),
    network: [interfaces]
      .flat()
      .filter(({ iface, internal, mac }) => !internal && mac && !NO_INTERFACE.test(iface))
      .slice(0, AGENT_LIMITS.networkInterfaces)
      .map(({ iface, mac, ip4, ip6 }) => ({
        name: text(iface),
        mac: text(mac),
        addresses: [ip4, ip6].filter(Boolean).map(text),
      })),
    updatesWaiting: knownUpdates(),
  };
}

/** Disks by where they are mounted: once each, those that hold something. */
export function realDisks<Disk extends { fs: string; type: string; mount: string; size: number }>(
  disks: readonly Disk[],
): Disk[] {
  const byMount = new Map<string, Disk>();
  for (const disk of disks) {
    if (disk.size <= 0 || NO_DISK.test(disk.type)) continue;
    // Containers see single files of their host as mounts.
    if (/^\/(etc|proc|sys|dev|run|snap)(\/|$)/.test(disk.mount)) continue;
    byMount.set(disk.mount, disk);
  }
  return [...byMount.values()].slice(0, AGENT_LIMITS.disks);
}

/** Changes when the hardware or the installed system does, and is the same at every start. */
export async function readFingerprint(): Promise<string> {
  const ids = await askIds();
  const told = [known(ids?.hardware), known(ids?.os)].map((part) => part.toLowerCase());
  return createHash('sha256')
    .update(told.join('\n') || hostname())
    .digest('hex');
}

export const hashOf = (inventory: Inventory) =>
  createHash('sha256').update(JSON.stringify(inventory)).digest('hex').slice(0, 32);

export function typeOf(chassis: string, osName: string, isVirtual: boolean): DeviceType {
  if (/server|rack|blade|multi-system|enclosure/i.test(chassis) || /server/i.test(osName))
    return 'server';
  if (/notebook|laptop|portable|convertible|detachable|tablet|sub.?notebook/i.test(chassis))
    return 'laptop';
  if (/desktop|tower|all.in.one|mini|lunch|space.saving|stick/i.test(chassis)) return 'workstation';
  if (/mac ?os/i.test(osName)) return 'workstation';
  if (/windows/i.test(osName)) return isVirtual ? 'server' : 'workstation';
  return platform() === 'linux' ? 'server' : 'other';
}

/** Makers fill in what they have no number for. */
const known = (value: string | undefined) =>
  /^(-|none|unknown|default string|to be filled.*|system serial number|not specified|0+)$/i.test(
    text(value),
  )
    ? ''
    : text(value);

/** As the server takes it: whole characters on one line, in the order in which they are read. */
export function text(value: string | null | undefined): string {
  return String(value ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .trim()
    .slice(0, AGENT_LIMITS.textChars)
    .replace(/\p{Cs}/gu, '');
}

/** Whole and not negative, whatever a system may count. */
export const bytes = (value: number) =>
  Number.isFinite(value) ? Math.max(Math.round(value), 0) : 0;
