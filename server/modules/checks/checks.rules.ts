import { isIP } from 'node:net';
import { DAY_MS, MINUTE_MS } from '#platform/clock.ts';
import type { CheckOutcome, CheckState } from '#shared/checks.ts';

/** Whether the machine is there at all: somebody answered, though perhaps not as expected. */
const SILENT: readonly CheckOutcome[] = [
  'nameUnknown',
  'addressForbidden',
  'refused',
  'timeout',
  'unreachable',
];
export const isAnswer = (outcome: CheckOutcome) => !SILENT.includes(outcome);

export const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

export const isStatusFine = (status: number, expected: number | null) =>
  expected === null ? status >= 200 && status < 400 : status === expected;

/** Error codes of Node's dns, net, tls and http. */
export function outcomeOfError(error: unknown): CheckOutcome {
  const code = codeOf(error);
  if (/^(?:ENOTFOUND|ETIMEOUT|ENODATA|EAI_)/.test(code)) return 'nameUnknown';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT' || code === 'ABORT_ERR') return 'timeout';
  if (
    ['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTDOWN', 'ENETDOWN', 'EACCES'].includes(
      code,
    )
  )
    return 'unreachable';
  if (/^(?:ERR_SSL_|ERR_TLS_|EPROTO)/.test(code)) return 'secureConnectionFailed';
  return 'answerBroken';
}

/** When several addresses were tried the errors come together, and the first counts. */
function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: unknown; errors?: unknown[] };
  if (typeof code === 'string') return code;
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : '';
}

export interface Streak {
  state: CheckState;
  state_since: Date;
  failures: number;
  failing_since: Date | null;
}

/** What a check is after a run. A single failure may be an accident: it has to fail so often in a row. */
export function nextStreak(
  before: Streak & { failures_until_alert: number },
  outcome: CheckOutcome,
  now: Date,
): Streak {
  const isFine = outcome === 'fine';
  const failures = isFine ? 0 : before.failures + 1;
  const isFailing = before.state === 'failing' || failures >= before.failures_until_alert;
  const state = isFine ? 'passing' : isFailing ? 'failing' : before.state;
  return {
    state,
    state_since: state === before.state ? before.state_since : now,
    failures,
    failing_since: isFine ? null : (before.failing_since ?? now),
  };
}

/** A failure is looked at again soon, so that it is known quickly whether it lasts. */
export function nextRun(
  check: { every_minutes: number; failures_until_alert: number },
  { failures, state }: Streak,
  now: Date,
): Date {
  const isInDoubt = failures > 0 && state !== 'failing';
  const minutes = isInDoubt ? Math.min(1, check.every_minutes) : check.every_minutes;
  // The clock of the schedule is as fine as a minute: what is due during one is run at its beginning.
  return new Date(now.getTime() + minutes * MINUTE_MS - MINUTE_MS / 4);
}

export interface LastSeen {
  outcome: string | null;
  state: string;
}

/**
 * Whether a device without an agent is there: when any check got an answer. Off when all have failed for
 * long enough, stale a week after that; null: nothing is known yet, and what was said stays.
 */
export function deviceStateOf(
  checks: readonly LastSeen[],
  lastSeenAt: Date | null,
  now: Date,
): 'waiting' | 'online' | 'offline' | 'stale' | null {
  const run = checks.filter(({ outcome }) => outcome !== null);
  if (checks.length === 0) return 'waiting';
  if (run.some(({ outcome }) => isAnswer(outcome as CheckOutcome))) return 'online';
  if (run.length === 0 || !run.every(({ state }) => state === 'failing')) return null;
  const silentMs = lastSeenAt ? now.getTime() - lastSeenAt.getTime() : 0;
  return silentMs > STALE_MS ? 'stale' : 'offline';
}
const STALE_MS = 7 * DAY_MS;

export type TargetRefusal = 'checkUrl' | 'checkHost';

/** A web address as it is typed, written out; "example.com" is meant to be https. */
export function readUrl(typed: string): { url: string; host: string } | null {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '' || url.port === '0')
    return null;
  url.hash = '';
  return { url: url.href, host: bare(url.hostname) };
}

/** A host name or an address, in the form in which it is compared: 0x7f.1 is 127.0.0.1. */
export function readHost(typed: string): string | null {
  const text = typed.trim().replace(/^\[(.*)\]$/, '$1');
  if (isIP(text) === 6) return bare(new URL(`http://[${text}]`).hostname);
  if (text === '' || /[\s/?#\\@:%]/.test(text) || !URL.canParse(`http://${text}`)) return null;
  return bare(new URL(`http://${text}`).hostname) || null;
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

/** What an alert and a certificate are about: "shop.example.com", "shop.example.com:8443". */
export function targetOf(check: { url: string | null; host: string | null; port: number | null }) {
  if (check.url !== null) return new URL(check.url).host;
  const host = isIP(check.host ?? '') === 6 ? `[${check.host}]` : check.host;
  return `${host}:${check.port}`;
}
