import { BlockList, isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { HostResolver } from './host.ts';

const PATH = '/internal/tls-ask';

/** What a proxy adds to a request that it passes on, and never to a question of its own. */
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via'];

export const isTlsAsk = ({ url }: FastifyRequest): boolean => url.split('?', 1)[0] === PATH;

/**
 * A reverse proxy asks here before it gets a certificate for a name (Caddy's `on_demand_tls ask`):
 * 200 for the console's host, existing slugs and proven domains, 404 for the rest. Only a proxy on
 * this machine or in TRUST_PROXY may ask, and only by itself: to what it passes on from outside,
 * this address does not exist.
 */
export function registerTlsAsk(
  app: FastifyInstance,
  resolveHost: HostResolver,
  config: Config,
): void {
  const mayAsk = listOf(config.trustProxy);
  const port = config.consoleHost.slice(config.baseHost.length);
  app.get(PATH, { schema: { hide: true } }, async (request, reply) => {
    const { domain } = request.query as { domain?: unknown };
    const isTrusted = mayAsk(request.socket.remoteAddress ?? '');
    const isPassedOn = PASSED_ON.some((name) => request.headers[name] !== undefined);
    const isKnown =
      isTrusted && !isPassedOn && typeof domain === 'string' && (await leadsHere(domain));
    return reply
      .code(isKnown ? 200 : 404)
      .header('cache-control', 'no-store')
      .send();
  });

  /** Names that only redirect need a certificate as well, or nobody would see the redirect. */
  async function leadsHere(domain: string): Promise<boolean> {
    const name = domain.toLowerCase().replace(/\.$/, '');
    if (name.includes(':') || isIP(name) !== 0) return false;
    const { kind } = await resolveHost(name + port);
    return kind === 'console' || kind === 'portal' || kind === 'moved';
  }
}

/** Loopback, and the addresses and ranges of TRUST_PROXY. */
function listOf(trusted: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of ['127.0.0.0/8', '::1', ...trusted]) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (raw) => {
    const address = raw.replace(/^::ffff:(?=\d+\.)/i, '');
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
}
