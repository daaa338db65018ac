import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { checkServerIdentity, type TLSSocket } from 'node:tls';
import { isNothingThere } from '#modules/domain-proofs/index.ts';
import type { Config } from '#platform/config.ts';
import type { Platform } from '#platform/platform.ts';
import { type Answers, type Leads, whereItLeads } from './portal-domain.rules.ts';

/** A certificate may have to be made first. */
const ANSWER_WITHIN_MS = 15_000;
/** The connection was never made: nothing is known of what would have answered. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);

export interface DomainSight {
  leads: Leads;
  leadsTo: string[];
  ourAddresses: string[];
  answers: Answers;
}

/** Looks where a domain leads, and opens the portal there as a browser would. */
export async function lookAtDomain(
  platform: Platform,
  domain: string,
  isProven: boolean,
): Promise<DomainSight> {
  const { config } = platform;
  const [alias, addresses, ours] = await Promise.all([
    namesAt(platform, domain, 'CNAME'),
    addressesOf(platform, domain),
    ourAddresses(platform),
  ]);
  const leads = whereItLeads(config.portalSuffix, { alias, addresses, ours });
  const canOpen = isProven && leads === 'here';
  return {
    leads,
    leadsTo: alias?.length ? alias : (addresses ?? []),
    ourAddresses: ours ?? [],
    // Only ever at an address of our own, so that no tenant can send us anywhere.
    answers: canOpen && ours?.[0] ? await openPortal(config, domain, ours[0]) : 'unchecked',
  };
}

async function ourAddresses(platform: Platform): Promise<string[] | null> {
  const { portalSuffix, baseHost } = platform.config;
  const found = await addressesOf(platform, portalSuffix);
  return found?.length ? found : addressesOf(platform, baseHost);
}

async function addressesOf(platform: Platform, name: string): Promise<string[] | null> {
  const [four, six] = await Promise.all([
    namesAt(platform, name, 'A'),
    namesAt(platform, name, 'AAAA'),
  ]);
  return four === null || six === null ? null : [...four, ...six];
}

async function namesAt(platform: Platform, name: string, type: string): Promise<string[] | null> {
  try {
    return (await platform.dns(name, type)).flat().slice(0, 20);
  } catch (error) {
    return isNothingThere(error) ? [] : null;
  }
}

/**
 * Asks the portal for its name on that domain. A certificate of the operator's own authority is as
 * good as any here; one for another name, or none, is what people would be warned of.
 */
export function openPortal(config: Config, domain: string, address: string): Promise<Answers> {
  const { port, protocol, host } = new URL(config.domainOrigin(domain));
  const isSecure = protocol === 'https:';
  const options = {
    host: address,
    port: port || (isSecure ? 443 : 80),
    path: '/portal/v1/site',
    headers: { host },
    agent: false,
    timeout: ANSWER_WITHIN_MS,
  };
  return new Promise((resolve) => {
    const judge = (answer: IncomingMessage) => {
      answer.resume();
      const isGood = answer.statusCode === 200 && (!isSecure || isCertified(answer, domain));
      resolve(isGood ? 'well' : 'badly');
    };
    const asking = isSecure
      ? httpsRequest({ ...options, servername: domain, rejectUnauthorized: false }, judge)
      : httpRequest(options, judge);
    asking.on('timeout', () => asking.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
    asking.on('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(UNREACHABLE.has(code ?? '') ? 'noAnswer' : 'badly'),
    );
    asking.end();
  });
}

function isCertified(answer: IncomingMessage, domain: string): boolean {
  const certificate = (answer.socket as TLSSocket).getPeerCertificate();
  const isNamed = checkServerIdentity(domain, certificate) === undefined;
  return isNamed && new Date(certificate.valid_to) > new Date();
}
