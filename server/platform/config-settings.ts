import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

export type Env = Record<string, string | undefined>;

const wholeNumber = (from: number, to: number, fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number);

/** A URL of one of the schemes. The text is never repeated in a message: it may hold a password. */
const urlOf = (schemes: string[], example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
      error: `must be a URL like ${example}`,
    })
    .optional();

const hostName = z.hostname({ error: 'must be a host name' });

const baseUrl = z.string().superRefine((text, check) => {
  const message = findBaseUrlProblem(text);
  if (message) check.addIssue({ code: 'custom', message });
});

const addressList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((entries) => entries.every(isAddressOrRange), {
    error: 'must be a list of IP addresses or ranges such as 10.0.0.0/8, separated by commas',
  });

export const settings = z.object({
  PORT: wholeNumber(1, 65535, 3000),
  BASE_URL: baseUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: urlOf(['postgres:', 'postgresql:'], 'postgres://user:password@host/database'),
  DATABASE_APP_URL: urlOf(['postgres:', 'postgresql:'], 'postgres://user:password@host/database'),
  SMTP_URL: urlOf(['smtp:', 'smtps:'], 'smtp://user:password@host:587'),
  MAIL_IN_PORT: wholeNumber(0, 65535, 2525),
  MAIL_IN_HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => isIP(host) > 0 || hostName.safeParse(host).success, {
      error: 'must be an IP address or a host name',
    }),
  MAIL_IN_TLS_CERT: z.string().optional(),
  MAIL_IN_TLS_KEY: z.string().optional(),
  MAIL_MAX_MB: wholeNumber(1, 1000, 40),
  AGENT_REPORT_SECONDS: wholeNumber(1, 3600, 60),
  CHECK_ALLOW_NETS: addressList,
  MAIL_TRUSTED_RELAYS: addressList,
  MAIL_DOMAIN: hostName.optional(),
  SECRET_KEY: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  TRUST_PROXY: addressList,
  FILES_URL: urlOf(['file:'], 'file:///srv/portico/files'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
});

/** Mistakes that lie between two settings or outside of them; checked even when single settings are wrong. */
export function findContradictions(given: Env, cwd: string): string[] {
  const problems: string[] = [];
  if (given.DATABASE_APP_URL && !given.DATABASE_URL) {
    problems.push('DATABASE_APP_URL needs DATABASE_URL as well');
  }
  if (Number(given.PORT ?? 3000) === Number(given.MAIL_IN_PORT ?? 2525)) {
    problems.push('MAIL_IN_PORT must differ from PORT');
  }
  for (const [name, partner] of [
    ['MAIL_IN_TLS_CERT', 'MAIL_IN_TLS_KEY'],
    ['MAIL_IN_TLS_KEY', 'MAIL_IN_TLS_CERT'],
  ] as const) {
    const path = given[name];
    if (path && !given[partner]) problems.push(`${partner} is needed with ${name}`);
    if (path && !existsSync(resolve(cwd, path))) {
      problems.push(`${name} names a file that does not exist`);
    }
  }
  return problems;
}

function findBaseUrlProblem(text: string): string | null {
  if (!URL.canParse(text)) return 'must be a URL like https://desk.example.com';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return 'must begin with http:// or https://';
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    return 'must be an origin, without a path or anything behind it';
  // A portal is a name below this host, and there are no names below an address.
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')))
    return 'must use a host name, not an address, because portals are names below it';
  return null;
}

function isAddressOrRange(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
