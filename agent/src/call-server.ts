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
  let response: Response;
  try {
    response = await fetch(new URL(path, server), {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        ...(key && { authorization: `Bearer ${key}` }),
      },
      body: content,
    });
  } catch (error) {
    throw new Unreachable(reasonOf(error));
  }
  const text = await readAtMost(response, ANSWER_MAX_BYTES);
  if (response.ok) return JSON.parse(text) as Answer;
  const problem = parseProblem(text);
  if (response.status >= 500 || response.status === 408 || response.status === 429)
    throw new Unreachable(`${response.status} ${problem.detail}`, retryAfterOf(response));
  throw new Refused(response.status, problem.code, problem.detail);
}

async function readAtMost(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new Error('the answer is too long');
      chunks.push(chunk);
    }
  } catch (error) {
    throw new Unreachable(reasonOf(error));
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseProblem(text: string): { code: string; detail: string } {
  try {
    const { code, detail, title } = JSON.parse(text);
    return { code: String(code ?? ''), detail: String(detail ?? title ?? '') };
  } catch {
    return { code: '', detail: text.slice(0, 200) };
  }
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) : null;
}

/** What fetch says is "fetch failed"; why is in its cause. */
function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return cause?.code ?? cause?.message ?? (error as Error).message;
}
