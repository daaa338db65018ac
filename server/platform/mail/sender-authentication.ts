import { BlockList, isIP } from 'node:net';
import type { authenticate } from 'mailauth';
import { parse } from 'tldts';
import type { DnsResolver } from './dns-resolver.ts';

/**
 * `pass`: DMARC, or an aligned DKIM or SPF, vouches for the From address. `fail`: its domain has
 * a DMARC policy and the mail does not keep it, or the From is made to fool. `none`: nobody says.
 */
export type SenderVerdict = 'pass' | 'fail' | 'none';

export interface SenderJudgement {
  verdict: SenderVerdict;
  /**
   * Not vouched for although the From's domain says which mail is its own: it publishes SPF, or a
   * signature in its name is wrong. A domain that publishes nothing contradicts nobody.
   */
  isContradicted: boolean;
  /** One line for the log of steps, e.g. "dmarc=pass spf=pass dkim=pass (globex.com)". */
  detail: string;
}

export interface Delivery {
  remoteIp: string;
  helo: string;
  /** '' for the null reverse-path. */
  envelopeFrom: string;
}

const AUTHENTICATION_MAX_MS = 6_000;

/**
 * Judges whether the From of a raw message may be believed. Mail that a trusted relay hands on
 * is judged by the Authentication-Results that relay wrote, or by the host that gave it the mail.
 */
export async function authenticateSender(
  raw: Uint8Array,
  delivery: Delivery,
  options: { trustedRelays: readonly string[]; hostName: string; resolver: DnsResolver },
): Promise<SenderJudgement> {
  const isTrusted = addressMatcher(options.trustedRelays);
  let origin = delivery;
  if (isTrusted(delivery.remoteIp)) {
    const { hop, results } = readRelayHeaders(headerLines(raw), isTrusted);
    const relayed = verdictOfResults(results);
    if (relayed) return relayed;
    if (hop) origin = { ...hop, envelopeFrom: delivery.envelopeFrom };
  }
  return judge(raw, origin, options);
}

async function judge(
  raw: Uint8Array,
  { remoteIp, helo, envelopeFrom }: Delivery,
  { hostName, resolver }: { hostName: string; resolver: DnsResolver },
): Promise<SenderJudgement> {
  // Loaded with the first mail: it is a tenth of what the server would otherwise hold while idle.
  const mailauth = await import('mailauth');
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, AUTHENTICATION_MAX_MS, null);
  });
  try {
    const result = await Promise.race([
      timeout,
      mailauth.authenticate(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), {
        ip: isIP(remoteIp) ? remoteIp : undefined,
        helo,
        // mailauth would otherwise believe a Return-Path in the message
        sender: envelopeFrom || `postmaster@${helo || 'unknown'}`,
        mta: hostName,
        resolver,
        disableArc: true,
        disableBimi: true,
        rejectRsaSha1: true,
      }),
    ]);
    if (result === null) return nobodySays(`timeout=${AUTHENTICATION_MAX_MS / 1000}s`);
    const judged = verdictOf(result);
    if (judged.verdict !== 'none' || judged.isContradicted) return judged;
    const author = authorDomainOf(result);
    return { ...judged, isContradicted: author !== null && (await publishesSpf(author, resolver)) };
  } catch (error) {
    return nobodySays((error as Error).message.slice(0, 200));
  } finally {
    clearTimeout(timer);
  }
}

type Result = Awaited<ReturnType<typeof authenticate>>;

function verdictOf(result: Result): SenderJudgement {
  const dkim = result.dkim.results ?? [];
  const dkimDomain = dkim.find(
    ({ status }) => status.result === 'pass' && status.aligned,
  )?.signingDomain;
  const spf = result.spf && typeof result.spf === 'object' ? result.spf.status.result : 'none';
  const dmarc = result.dmarc ? result.dmarc.status.result : 'none';
  const skipped = (result as { dmarcSkipReason?: string }).dmarcSkipReason;
  const dkimSummary = dkimDomain ? 'pass' : (dkim[0]?.status.result ?? 'none');
  const detail = `dmarc=${dmarc} spf=${spf} dkim=${dkimSummary}${skipped ? ` (${skipped})` : ''}`;
  const failed = { verdict: 'fail', isContradicted: true, detail } as const;
  if (dmarc === 'fail') return failed;
  // Two authors, or two From fields: a mail program shows one of them, DMARC judged the other.
  if (skipped && skipped !== 'no-author-domain') return failed;
  const author = authorDomainOf(result);
  // What DMARC would call aligned (RFC 9989, 4.10.2), for a domain without a policy.
  const isOfAuthor = (domain: string | undefined) =>
    author !== null && domain !== undefined && organisationOf(domain) === organisationOf(author);
  const spfDomain = result.spf && typeof result.spf === 'object' ? result.spf.domain : undefined;
  if (dmarc === 'pass' || dkimDomain || (spf === 'pass' && isOfAuthor(spfDomain))) {
    return { verdict: 'pass', isContradicted: false, detail };
  }
  const isForged = dkim.some(
    ({ status, signingDomain }) => status.result === 'fail' && isOfAuthor(signingDomain),
  );
  return { verdict: 'none', isContradicted: isForged, detail };
}

const nobodySays = (detail: string): SenderJudgement => ({
  verdict: 'none',
  isContradicted: false,
  detail,
});

function authorDomainOf(result: Result): string | null {
  const from = result.dmarc ? result.dmarc.status.header?.from : null;
  return typeof from === 'string' && from !== '' ? from.toLowerCase() : null;
}

const organisationOf = (domain: string) =>
  parse(domain, { allowPrivateDomains: true }).domain ?? domain.toLowerCase();

/** A name server that does not answer says nothing. */
async function publishesSpf(domain: string, resolver: DnsResolver): Promise<boolean> {
  const records = await resolver(domain, 'TXT').catch(() => []);
  return records.some((record) => /^v=spf1(?:\s|$)/i.test([record].flat().join('')));
}

interface RelayHeaders {
  /** The first host, seen from us, that is no trusted relay. */
  hop: { remoteIp: string; helo: string } | null;
  /** Authentication-Results that stand above its Received field: only a relay can have put them there. */
  results: string[];
}

function readRelayHeaders(
  lines: readonly string[],
  isTrusted: (ip: string) => boolean,
): RelayHeaders {
  const results: string[] = [];
  for (const line of lines) {
    if (/^authentication-results:/i.test(line)) results.push(line.slice(line.indexOf(':') + 1));
    if (!/^received:/i.test(line)) continue;
    const ip = clientAddress(line);
    if (ip !== null && !isTrusted(ip)) {
      const helo = /^received:\s*from\s+\[?([^\s\]()]{1,255})/i.exec(line)?.[1] ?? '';
      return { hop: { remoteIp: ip, helo }, results };
    }
  }
  // No outside host is named at all: then nothing above one can be trusted either.
  return { hop: null, results: [] };
}

/** The address in the comment that the receiving server wrote: `from helo (name [192.0.2.1])`. */
function clientAddress(received: string): string | null {
  const from = received.slice(0, 2000).split(/\sby\s/i, 1)[0]!;
  const candidates = [...from.matchAll(/\[(?:IPv6:)?([0-9a-f:.]{2,45})\]|\(([0-9a-f:.]{2,45})\)/gi)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((text) => isIP(text) > 0);
  return candidates.at(-1) ?? null;
}

function verdictOfResults(results: readonly string[]): SenderJudgement | null {
  for (const text of results) {
    const match = /\bdmarc=(pass|fail|none|temperror|permerror|bestguesspass)\b/i.exec(text);
    if (!match) continue;
    const result = match[1]!.toLowerCase();
    const verdict =
      result === 'pass' || result === 'bestguesspass'
        ? 'pass'
        : result === 'fail'
          ? 'fail'
          : 'none';
    const isContradicted = verdict !== 'pass' && /\bspf=(?:soft)?fail\b/i.test(text);
    // not-translated: a field of mail
    return { verdict, isContradicted, detail: `Authentication-Results: dmarc=${result}` };
  }
  return null;
}

/** Unfolded header lines in order. */
function headerLines(raw: Uint8Array): string[] {
  const head = Buffer.from(
    raw.buffer,
    raw.byteOffset,
    Math.min(raw.byteLength, 128 * 1024),
  ).toString('latin1');
  return head
    .split(/\r?\n\r?\n/, 1)[0]!
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
}

/** Matches addresses against a list of addresses and ranges; IPv4 written as IPv6 is IPv4. */
export function addressMatcher(entries: readonly string[]): (ip: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (ip) => {
    const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
  };
}
