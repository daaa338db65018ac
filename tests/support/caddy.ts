import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Answer } from './http-client.ts';
import { freePort } from './test-server.ts';

const CADDYFILE = fileURLToPath(new URL('../../deploy/Caddyfile', import.meta.url));
const READY_WITHIN_MS = 20_000;

/** Whether this machine has a Caddy to try ours with. */
export const hasCaddy = spawnSync('caddy', ['version']).status === 0;

/** The real Caddy with the file that we ship, and its own authority instead of a public one. */
export interface Caddy {
  httpsPort: number;
  httpPort: number;
  start(portico: string): Promise<void>;
  /** Asks a host by HTTPS and checks its certificate; rejects when there is none. */
  get(host: string, path: string, headers?: Record<string, string>): Promise<Answer>;
  send(
    method: string,
    host: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** By plain HTTP. */
  getPlain(host: string, path: string): Promise<Answer>;
  stop(): Promise<void>;
}

export async function makeCaddy(): Promise<Caddy> {
  const home = await mkdtemp(join(tmpdir(), 'portico-caddy-'));
  const httpsPort = await freePort();
  const httpPort = await freePort();
  let child: ChildProcess | null = null;
  let output = '';

  const options = (method: string, host: string, path: string, headers: object) => ({
    host: '127.0.0.1',
    method,
    path,
    agent: false as const,
    headers: { host: `${host}:${httpsPort}`, ...headers },
  });

  const send: Caddy['send'] = async (method, host, path, body, headers = {}) => {
    const ca = await readFile(join(home, 'caddy/pki/authorities/local/root.crt'));
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const all = {
      ...options(method, host, path, {
        ...(payload && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { origin: `https://${host}:${httpsPort}` }),
        ...headers,
      }),
      port: httpsPort,
      servername: host,
      ca,
    };
    return exchange(httpsRequest, all, payload);
  };

  return {
    httpsPort,
    httpPort,
    send,
    get: (host, path, headers) => send('GET', host, path, undefined, headers),
    getPlain: (host, path) =>
      exchange(httpRequest, { ...options('GET', host, path, { host }), port: httpPort }),
    async start(portico) {
      const shipped = await readFile(CADDYFILE, 'utf8');
      const local = `{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n\thttp_port ${httpPort}\n\thttps_port ${httpsPort}\n`;
      const file = join(home, 'Caddyfile');
      await writeFile(file, shipped.replace(/^\{\n/m, local));
      child = spawn('caddy', ['run', '--config', file], {
        env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, PORTICO: portico },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout?.on('data', (chunk) => (output += chunk));
      child.stderr?.on('data', (chunk) => (output += chunk));
      const end = Date.now() + READY_WITHIN_MS;
      while (!output.includes('serving initial configuration')) {
        if (Date.now() > end || child.exitCode !== null)
          throw new Error(`Caddy did not start: ${output}`);
        await sleep(50);
      }
    },
    async stop() {
      if (child && child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}

function exchange(
  request: typeof httpsRequest | typeof httpRequest,
  options: RequestOptions,
  payload?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const raw = Buffer.concat(chunks);
        const isJson = /json/.test(incoming.headers['content-type'] ?? '');
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          raw,
          body: isJson ? JSON.parse(raw.toString()) : raw.toString(),
        });
      });
    });
    asking.on('error', reject);
    asking.end(payload);
  });
}
