import type { DeviceType, Inventory } from '#shared/agent-protocol.ts';
import { type Chance, createChance } from './chance.ts';

/** What is wrong with a machine of the demo. */
export type Trouble = 'diskFull' | 'diskFills' | 'memory' | 'gone' | 'reboot';

/** A machine as its agent would describe it, and what its samples are made of. */
export interface DemoMachine {
  name: string;
  inventory: Inventory;
  /** Who works at it, by the place among the customer's people; null: nobody, it is a server. */
  user: number | null;
  trouble: Trouble | null;
}

const GB = 1e9;

/** By name, as `imagineMachines` gives them: some customers have had better days. */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  'ALP-SRV-01': 'diskFull',
  'BRU-SRV-02': 'diskFills',
  'NOR-SRV-02': 'gone',
  'OFF-NB-02': 'memory',
  'CLI-SRV-01': 'reboot',
  'VIA-NB-02': 'gone',
};

export const troubleOf = (name: string): Trouble | null => TROUBLES[name] ?? null;

interface Model {
  type: DeviceType;
  maker: string;
  model: string;
  cpu: [name: string, cores: number];
  memoryGb: number;
  os: Inventory['os'];
  /** Mount, file system and size in GB. */
  disks: [mount: string, fileSystem: string, gb: number][];
}

const WINDOWS_11 = {
  platform: 'win32',
  name: 'Microsoft Windows 11 Pro',
  version: '10.0.26100',
  build: '26100',
  arch: 'x64',
};
const WINDOWS_SERVER = { ...WINDOWS_11, name: 'Microsoft Windows Server 2025 Standard' };
const DEBIAN = {
  platform: 'linux',
  name: 'Debian GNU/Linux',
  version: '13',
  build: '6.12.43',
  arch: 'x64',
};
const MACOS = { platform: 'darwin', name: 'macOS', version: '26.1', build: '25B78', arch: 'arm64' };

const SERVERS: readonly Model[] = [
  {
    type: 'server',
    maker: 'Dell Inc.',
    model: 'PowerEdge T360',
    cpu: ['Intel Xeon E-2434', 8],
    memoryGb: 64,
    os: WINDOWS_SERVER,
    disks: [
      ['C:', 'NTFS', 240],
      ['D:', 'NTFS', 2000],
    ],
  },
  {
    type: 'server',
    maker: 'HPE',
    model: 'ProLiant MicroServer Gen11',
    cpu: ['Intel Xeon E-2414', 4],
    memoryGb: 32,
    os: DEBIAN,
    disks: [
      ['/', 'ext4', 120],
      ['/srv', 'ext4', 4000],
    ],
  },
];
const DESKS: readonly Model[] = [
  {
    type: 'workstation',
    maker: 'Dell Inc.',
    model: 'OptiPlex 7020',
    cpu: ['Intel Core i5-14500', 20],
    memoryGb: 16,
    os: WINDOWS_11,
    disks: [['C:', 'NTFS', 512]],
  },
  {
    type: 'laptop',
    maker: 'LENOVO',
    model: 'ThinkPad T14 Gen 5',
    cpu: ['Intel Core Ultra 5 125U', 14],
    memoryGb: 16,
    os: WINDOWS_11,
    disks: [['C:', 'NTFS', 512]],
  },
  {
    type: 'laptop',
    maker: 'Apple Inc.',
    model: 'MacBook Air',
    cpu: ['Apple M4', 10],
    memoryGb: 16,
    os: MACOS,
    disks: [['/', 'APFS', 494]],
  },
];
const SHORT: Readonly<Record<DeviceType, string>> = {
  server: 'SRV',
  workstation: 'PC',
  laptop: 'NB',
  other: 'DEV',
};

/** A server or two, and a machine for about every other of the customer's people. */
export function imagineMachines(
  customer: { name: string; people: number },
  place: number,
): DemoMachine[] {
  const prefix = customer.name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase();
  const chance = createChance(place + 1);
  const servers = customer.people > 7 ? SERVERS : [chance.pick(SERVERS)];
  const desks = Array.from({ length: Math.ceil(customer.people / 2) }, () => chance.pick(DESKS));
  const counts: Partial<Record<DeviceType, number>> = {};
  return [...servers, ...desks].map((model, index) => {
    const number = (counts[model.type] ?? 0) + 1;
    counts[model.type] = number;
    const name = `${prefix}-${SHORT[model.type]}-${String(number).padStart(2, '0')}`;
    return {
      name,
      inventory: inventoryOf(name, model, { network: place + 1, host: index + 10 }, chance),
      user: model.type === 'server' ? null : (index - servers.length) * 2,
      trouble: troubleOf(name),
    };
  });
}

function inventoryOf(
  hostname: string,
  { type, maker, model, cpu, memoryGb, os, disks }: Model,
  { network, host }: { network: number; host: number },
  chance: Chance,
): Inventory {
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return {
    hostname,
    type,
    os,
    maker,
    model,
    serial: `D${(chance.below(36 ** 6) + 36 ** 6).toString(36).toUpperCase()}`,
    cpu: { name: cpu[0], cores: cpu[1] },
    memoryBytes: memoryGb * 2 ** 30,
    disks: disks.map(([mount, fileSystem, gb]) => ({
      name: mount,
      mount,
      fileSystem,
      totalBytes: gb * GB,
    })),
    network: [
      {
        name: os.platform === 'linux' ? 'eno1' : 'Ethernet',
        // locally administered: no maker's
        mac: `02:00:5e:00:${hex(network)}:${hex(host)}`,
        addresses: [`10.${network}.0.${host}`],
      },
    ],
    updatesWaiting: chance.below(4) === 0 ? chance.below(9) : 0,
  };
}
