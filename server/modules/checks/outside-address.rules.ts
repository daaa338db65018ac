import { BlockList, isIP } from 'node:net';

/**
 * Networks that are not of the public internet (IANA's special-purpose registries): what stands there
 * is the server's own neighbourhood, and no tenant has a business in it.
 */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of IPv6 only this is public, without what lies inside of it for other purposes or holds IPv4. */
const PUBLIC_V6 = '2000::/3';
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const notPublicV4 = listOf(NOT_PUBLIC_V4);
const publicV6 = listOf([PUBLIC_V6]);
const notPublicV6 = listOf(NOT_PUBLIC_V6);

/** IP addresses and CIDR ranges, as the settings have them. */
export function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(
      address,
      bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits),
      family,
    );
  }
  return list;
}

/**
 * Whether a check may connect to an address: those of the public internet, and those that the operator
 * has allowed. An IPv4 address in the clothes of IPv6 is judged as what it is.
 */
export function mayConnect(address: string, allowed: BlockList): boolean {
  const bare = address.replace(/%.*$/, '');
  const plain = mappedV4(bare) ?? bare;
  const version = isIP(plain);
  if (version === 0) return false;
  if (version === 4) return allowed.check(plain, 'ipv4') || !notPublicV4.check(plain, 'ipv4');
  if (allowed.check(plain, 'ipv6')) return true;
  return publicV6.check(plain, 'ipv6') && !notPublicV6.check(plain, 'ipv6');
}

/** `::ffff:127.0.0.1` and `::ffff:7f00:1` are 127.0.0.1. */
function mappedV4(address: string): string | null {
  if (isIP(address) !== 6) return null;
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const match = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!match) return null;
  const [high, low] = [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
