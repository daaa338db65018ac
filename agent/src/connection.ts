import { type LookupAddress, lookup } from 'node:dns';
import http, { type ClientRequest, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import tls, { type SecureContext } from 'node:tls';

/** How the server is reached. */
export interface Connection {
  /** Origin of the console. */
  server: string;
  /** Through which HTTP proxy, e.g. `http://proxy.example:3128`; null: directly. */
  proxy: string | null;
  /** Certificates (PEM) of an authority of one's own, trusted beside those that Node knows. */
  ca: string | null;
}

const LOOPBACK = /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/;

/**
 * The origin of a server as it was given. Only https, whose certificate is always checked; plain
 * http stays on the machine itself.
 */
export function serverOrigin(given: string): string {
  const url = readUrl(/^[a-z][\w+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    throw new Error(`${url.origin} is not https. The agent talks to its server encrypted only.`);
  return url.origin;
}

/** A proxy as it was given. It passes on what is encrypted, and sees nothing of it. */
export function proxyAddress(given: string): string {
  const url = readUrl(/^[a-z][\w+.-]*:\/\//i.test(given) ? given : `http://${given}`);
  if (!/^https?:$/.test(url.protocol))
    throw new Error(`${given} is not the address of an HTTP proxy.`);
  return url.href;
}

function readUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new Error(`${text} is not an address.`);
  }
}

/** Whether the variable NO_PROXY (`example.com,.corp.test`) takes a server out. */
export function isDirect(server: string, noProxy: string): boolean {
  const host = new URL(server).hostname;
  return noProxy
    .split(/[\s,]+/)
    .map((name) => name.replace(/^\*?\./, '').replace(/:\d+$/, ''))
    .some((name) => name !== '' && (name === '*' || host === name || host.endsWith(`.${name}`)));
}

/**
 * A request that is about to be sent. Certificates are checked whatever the environment says; plain
 * http goes to this machine itself, whatever a name is looked up as.
 */
export async function openRequest(
  { proxy, ca }: Connection,
  url: URL,
  options: RequestOptions,
  deadline: AbortSignal,
): Promise<ClientRequest> {
  // An address of the past is asked again whether it may be used: the file may have been edited.
  serverOrigin(url.origin);
  if (url.protocol === 'http:') return http.request(url, { ...options, lookup: lookupLoopback });
  const secure = { rejectUnauthorized: true, ...(ca && { secureContext: contextWith(ca) }) };
  if (!proxy) return https.request(url, { ...options, ...secure });
  const socket = await tunnel(new URL(proxy), url, deadline);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return https.request(url, {
    ...options,
    // Instead of an agent's: with one it would not be asked.
    createConnection: () =>
      tls.connect({ ...secure, socket, host, servername: isIP(host) ? '' : host }),
  });
}

/** A way through the proxy to the server: what is said on it is between the two of them. */
function tunnel(proxy: URL, { hostname, port }: URL, signal: AbortSignal): Promise<Socket> {
  const target = `${hostname}:${port || 443}`;
  const { username, password } = proxy;
  const login = [username, password].map(decodeURIComponent).join(':');
  const headers = {
    host: target,
    ...(username && {
      'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}`,
    }),
  };
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === 'https:' ? https : http).request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers,
      agent: false,
      signal,
    });
    request.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket as Socket);
      socket.destroy();
      reject(new Error(`the proxy ${proxy.host} says ${statusCode}`));
    });
    request.on('error', (error) => {
      const { code, message } = error as NodeJS.ErrnoException;
      reject(new Error(`the proxy ${proxy.host}: ${code ?? message}`));
    });
    request.end();
  });
}

let context: { ca: string; made: SecureContext } | null = null;
/** Made once: it holds all authorities that Node knows. */
function contextWith(ca: string): SecureContext {
  if (context?.ca !== ca)
    context = { ca, made: tls.createSecureContext({ ca: [...tls.rootCertificates, ca] }) };
  return context.made;
}

const lookupLoopback: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 0);
    const own = found.filter(({ address }) => LOOPBACK.test(address));
    const [first] = own;
    if (!first) return done(new Error(`${hostname} is not this machine`), '', 0);
    return options.all ? done(null, own) : done(null, first.address, first.family);
  });
