import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AGENT_REFUSALS } from '../../shared/agent-protocol.ts';
import { type Connection, openRequest } from './connection.ts';

/** From the first byte of a request to the last of its answer. */
const DEADLINE_MS = 45_000;
const ANSWER_MAX_BYTES = 1_000_000;
const RETRY_AFTER_MAX_SECONDS = 3_600;

/** The server does not want to hear of this agent: trying the same again makes no difference. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** The server knows who speaks and cannot take what was said: the same again makes no difference. */
export class NotTaken extends Error {}

/** The server could not be reached, or is in trouble, or asks to be left alone for a while. */
export class Unreachable extends Error {
  /** How long it asked to wait. */
  readonly retryAfterSeconds: number | null;
  constructor(message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Sends JSON, compressed. Throws Refused, NotTaken or Unreachable. */
export async function callServer(
  connection: Connection,
  path: string,
  body: unknown,
  key?: string,
): Promise<unknown> {
  const content = await promisify(gzip)(JSON.stringify(body));
  const { status, text, retryAfter, location } = await post(
    connection,
    new URL(path, connection.server),
    content,
    key,
  );
  if (status >= 200 && status < 300) return parseJson(text);
  // Not followed: the key is for this server alone.
  if (location) throw new Unreachable(`${status}, the server is at ${location}`);
  const { code, detail } = problemOf(text);
  if ((AGENT_REFUSALS as readonly string[]).includes(code)) throw new Refused(code, detail);
  // Only what is sure to come from the server itself: a proxy in between has bad days of its own.
  if (code && [400, 413].includes(status)) throw new NotTaken(`${status} ${detail}`);
  throw new Unreachable(`${status} ${detail}`.trim(), retryAfter);
}

interface PostAnswer {
  status: number;
  text: string;
  retryAfter: number | null;
  location: string | null;
}

/** Node's own client: what fetch brings along would take a quarter of the agent's memory. */
async function post(
  connection: Connection,
  url: URL,
  content: Buffer,
  key?: string,
): Promise<PostAnswer> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const headers = {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    'content-length': content.length,
    ...(key && { authorization: `Bearer ${key}` }),
  };
  const options = { method: 'POST', headers, signal: deadline };
  try {
    const request = await openRequest(connection, url, options, deadline);
    return await new Promise((resolve, reject) => {
      request.on('error', reject);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > ANSWER_MAX_BYTES) request.destroy(new Error('the answer is too long'));
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            retryAfter: retryAfterOf(response.headers['retry-after']),
            location: plain(response.headers.location ?? '') || null,
          }),
        );
      });
      request.end(content);
    });
  } catch (error) {
    if (deadline.aborted) throw new Unreachable('no answer in time');
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreachable(code ?? message);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(text: string): { code: string; detail: string } {
  const problem = parseJson(text);
  if (typeof problem !== 'object' || problem === null) return { code: '', detail: plain(text) };
  const { code, detail, title } = problem as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : '',
    detail: plain(String(detail ?? title ?? '')),
  };
}

/** Goes into a log or a terminal, which do what some characters tell them. */
const plain = (text: string) => text.replace(/\p{C}+/gu, ' ').slice(0, 200);

function retryAfterOf(header: string | undefined): number | null {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(seconds, RETRY_AFTER_MAX_SECONDS)
    : null;
}
