import http from 'node:http';
import https from 'node:https';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AgentRefusal } from '../../shared/agent-protocol.ts';

const TIMEOUT_MS = 30_000;
const ANSWER_MAX_BYTES = 1_000_000;

/** The server understood and said no: trying the same again makes no difference. */
export class Refused extends Error {
  readonly code: AgentRefusal | string;
  readonly status: number;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** The server could not be reached, or is in trouble, or asks to be left alone for a while. */
export class Unreachable extends Error {
  /** How long it asked to wait. */
  readonly retryAfterSeconds: number | null;
  constructor(message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * The origin of a server as it was given. Only https, whose certificate is always checked; plain
 * http stays on the machine itself.
 */
export function serverOrigin(given: string): string {
  const url = new URL(/^[a-z]+:\/\//i.test(given) ? given : `https://${given}`);
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    throw new Error(`${url.origin} is not https. The agent talks to its server encrypted only.`);
  return url.origin;
}

/** Sends JSON, compressed. Throws Refused or Unreachable. */
export async function callServer<Answer>(
  server: string,
  path: string,
  body: unknown,
  key?: string,
): Promise<Answer> {
  const content = await promisify(gzip)(JSON.stringify(body));
  const { status, text, retryAfter } = await post(new URL(path, server), content, key);
  if (status >= 200 && status < 300) return JSON.parse(text) as Answer;
  const problem = parseProblem(text);
  // A redirect is not followed: the key is for this server alone.
  if (status < 400 || status >= 500 || status === 408 || status === 429)
    throw new Unreachable(`${status} ${problem.detail}`, retryAfter);
  throw new Refused(status, problem.code, problem.detail);
}

interface PostAnswer {
  status: number;
  text: string;
  retryAfter: number | null;
}

/** Node's own client: what fetch brings along would take a quarter of the agent's memory. */
function post(url: URL, content: Buffer, key?: string): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(new Unreachable((error as NodeJS.ErrnoException).code ?? error.message));
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        timeout: TIMEOUT_MS,
        headers: {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          'content-length': content.length,
          ...(key && { authorization: `Bearer ${key}` }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > ANSWER_MAX_BYTES) request.destroy(new Error('the answer is too long'));
          else chunks.push(chunk);
        });
        response.on('error', fail);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            retryAfter: retryAfterOf(response.headers['retry-after']),
          }),
        );
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', fail);
    request.end(content);
  });
}

function parseProblem(text: string): { code: string; detail: string } {
  try {
    const { code, detail, title } = JSON.parse(text);
    return { code: String(code ?? ''), detail: String(detail ?? title ?? '') };
  } catch {
    return { code: '', detail: text.slice(0, 200) };
  }
}

function retryAfterOf(header: string | undefined): number | null {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) : null;
}
