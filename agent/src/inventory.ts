import { createHash } from 'node:crypto';
import { hostname, platform, release } from 'node:os';
import si from 'systeminformation';
import { AGENT_LIMITS, type DeviceType, type Inventory } from '../../shared/agent-protocol.ts';
import { knownUpdates } from './pending-work.ts';

/** File systems that are no disk of the machine. */
const NO_DISK =
  /^(tmpfs|devtmpfs|overlay|squashfs|autofs|proc|sysfs|devfs|fuse\.(?!mergerfs)|iso9660|udf|efivarfs)/i;

/** What the machine is. What cannot be read is empty; it takes seconds, so it is not asked often. */
export async function readInventory(): Promise<Inventory> {
  const [system, chassis, os, cpu, mem, sizes, interfaces] = await Promise.all([
    si.system(),
    si.chassis(),
    si.osInfo(),
    si.cpu(),
    si.mem(),
    si.fsSize(),
    si.networkInterfaces(),
  ]);
  return {
    hostname: text(hostname()),
    type: typeOf(chassis.type, `${os.distro} ${os.release}`, system.virtual),
    os: {
      platform: platform(),
      name: text(os.distro),
      version: text(os.release || release()),
      build: text(os.build || os.kernel),
      arch: process.arch,
    },
    maker: text(system.manufacturer),
    model: text(system.model),
    serial: known(system.serial),
    cpu: { name: text(`${cpu.manufacturer} ${cpu.brand}`.trim()), cores: cpu.cores },
    memoryBytes: mem.total,
    disks: realDisks(sizes).map(({ fs, mount, type, size }) => ({
      name: text(fs),
      mount: text(mount),
      fileSystem: text(type),
      totalBytes: size,
    })),
    network: [interfaces]
      .flat()
      .filter(({ internal, mac }) => !internal && mac)
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
  const { hardware, os } = await si.uuid();
  const told = [known(hardware), known(os)].map((part) => part.toLowerCase());
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
const known = (value: string) =>
  /^(-|none|unknown|default string|to be filled.*|system serial number|not specified|0+)$/i.test(
    value.trim(),
  )
    ? ''
    : text(value);

function text(value: string): string {
  return value
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, AGENT_LIMITS.textChars);
}
