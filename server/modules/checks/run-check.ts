import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type BlockList, connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CheckOutcome } from '#shared/checks.ts';
import { isRedirect, isStatusFine, outcomeOfError } from './checks.rules.ts';
import { findAddresses } from './find-addresses.ts';
import { mayConnect } from './outside-address.rules.ts';

export interface CheckTarget {
  url: string | null;
  host: string | null;
  port: number | null;
  expected_status: number | null;
  expected_text: string;
  accepts_any_certificate: boolean;
}

export interface CheckFinding {
  outcome: CheckOutcome;
  statusCode: number | null;
  /** From the first step, finding the name, to the answer. */
  responseMs: number;
  /** null: there is none. */
  certificateEndsAt: Date | null;
}

export const TIMEOUT_MS = 10_000;
const REDIRECTS_MAX = 5;
/** Of an answer in which a text is looked for. */
const BODY_BYTES_MAX = 1_000_000;

/** A run that ended before there was an answer that fits. */
class CheckFailure extends Error {
  readonly outcome: CheckOutcome;
  readonly statusCode: number | null;
  constructor(outcome: CheckOutcome, statusCode: number | null = null) {
    super(outcome);
    this.outcome = outcome;
    this.statusCode = statusCode;
  }
}

interface Run {
  target: CheckTarget;
  allowed: BlockList;
  signal: AbortSignal;
  certificateEndsAt: Date | null;
}

/**
 * Asks once, in ten seconds at most. Each connection, also after a redirect, is to an address that was
 * looked at before: a name that leads into a network that the operator has not allowed leads nowhere.
 * Ends at once when `stop` says so; what it found then says nothing.
 */
export async function runCheck(
  target: CheckTarget,
  allowed: BlockList,
  stop?: AbortSignal,
): Promise<CheckFinding> {
  const begunAt = performance.now();
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
  const run: Run = { target, allowed, signal, certificateEndsAt: null };
  const finding = (outcome: CheckOutcome, statusCode: number | null): CheckFinding => ({
    outcome,
    statusCode,
    responseMs: Math.round(performance.now() - begunAt),
    certificateEndsAt: run.certificateEndsAt,
  });
  try {
    if (target.url === null) {
      await openPort(run);
      return finding('fine', null);
    }
    return finding('fine', await askPage(run, new URL(target.url)));
  } catch (error) {
    if (signal.aborted) return finding('timeout', null);
    if (error instanceof CheckFailure) return finding(error.outcome, error.statusCode);
    return finding(outcomeOfError(error), null);
  }
}

/** The addresses of a host that may be connected to. Throws when there are none. */
async function resolveAllowed({ allowed, signal }: Run, host: string) {
  const found = await orAborted(findAddresses(host, signal), signal);
  const addresses = found.filter(({ address }) => mayConnect(address, allowed));
  if (addresses.length === 0) throw new CheckFailure('addressForbidden');
  return addresses;
}

/** What cannot be called off is no longer waited for. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Where a name leads is decided once: whoever connects gets these addresses and no others. */
const pinned =
  (addresses: { address: string; family: number }[]): LookupFunction =>
  (_host, options, done) => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };

/** A second lock behind `resolveAllowed`: whom we are really connected to, unless he hung up by now. */
function assertAllowed({ remoteAddress }: Socket, allowed: BlockList): void {
  if (remoteAddress && !mayConnect(remoteAddress, allowed))
    throw new CheckFailure('addressForbidden');
}

async function openPort(run: Run): Promise<void> {
  const host = run.target.host ?? '';
  const addresses = await resolveAllowed(run, host);
  const socket = connect({ host, port: run.target.port ?? 0, lookup: pinned(addresses) });
  try {
    await orAborted(
      new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve).once('error', reject);
      }),
      run.signal,
    );
    assertAllowed(socket, run.allowed);
  } finally {
    socket.on('error', () => undefined).destroy();
  }
}

async function askPage(run: Run, first: URL): Promise<number> {
  const { expected_status: expected, expected_text: text } = run.target;
  let url = first;
  for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
    const answer = await ask(run, url, hop === 0);
    try {
      const status = answer.statusCode ?? 0;
      const to = answer.headers.location;
      if (isRedirect(status) && to !== undefined && !isRedirect(expected ?? 0)) {
        url = nextAddress(to, url, status);
        continue;
      }
      if (!isStatusFine(status, expected)) throw new CheckFailure('unexpectedStatus', status);
      if (text !== '' && !(await readBody(answer)).includes(text))
        throw new CheckFailure('textMissing', status);
      return status;
    } finally {
      answer.on('error', () => undefined).destroy();
    }
  }
  throw new CheckFailure('tooManyRedirects');
}

function nextAddress(to: string, from: URL, status: number): URL {
  const url = URL.canParse(to, from.href) ? new URL(to, from.href) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new CheckFailure('redirectInvalid', status);
  url.username = '';
  url.password = '';
  return url;
}

async function ask(run: Run, url: URL, isFirst: boolean): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolveAllowed(run, host);
  const isSecure = url.protocol === 'https:';
  const options: RequestOptions & { rejectUnauthorized?: boolean; servername?: string } = {
    host,
    port: url.port || (isSecure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    headers: {
      host: url.host,
      'user-agent': 'Portico-Check',
      accept: '*/*',
      'accept-encoding': 'identity',
    },
    agent: false,
    lookup: pinned(addresses),
    signal: run.signal,
    // Judged in `judgeCertificate`: when it ends is worth knowing of one that is not good, too.
    rejectUnauthorized: false,
    ...(isSecure && isIP(host) === 0 && { servername: host }),
  };
  return new Promise((resolve, reject) => {
    const asking = (isSecure ? requestHttps : requestHttp)(options);
    const fail = (error: unknown) => {
      reject(error);
      asking.destroy();
    };
    asking.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        try {
          assertAllowed(socket, run.allowed);
          if (socket instanceof TLSSocket) judgeCertificate(run, socket, isFirst);
        } catch (error) {
          fail(error);
        }
      });
    });
    asking.once('response', resolve).on('error', fail).end();
  });
}

/** Of the page itself it is kept when it ends; where it leads to, it only has to be good. */
function judgeCertificate(run: Run, socket: TLSSocket, isFirst: boolean): void {
  const endsAt = new Date(socket.getPeerCertificate().valid_to);
  if (isFirst && !Number.isNaN(endsAt.getTime())) run.certificateEndsAt = endsAt;
  if (!socket.authorized && !run.target.accepts_any_certificate)
    throw new CheckFailure('certificateInvalid');
}

async function readBody(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    bytes += part.length;
    if (bytes >= BODY_BYTES_MAX) break;
  }
  return Buffer.concat(parts).toString('utf8');
}
