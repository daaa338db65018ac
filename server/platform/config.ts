import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { type Env, findContradictions, settings } from './config-settings.ts';
import { readOrMakeOnce } from './made-once.ts';

/** Everything an operator can decide. Made once at start by `loadConfig` and handed down from there. */
export interface Config {
  port: number;
  /** Origin of the console without a trailing slash, e.g. `https://desk.example.com`. */
  baseUrl: string;
  /** Host of BASE_URL without the port. */
  baseHost: string;
  /** Host of BASE_URL as browsers send it: with the port unless it is the scheme's own. */
  consoleHost: string;
  /** BASE_URL is https: cookies get `Secure` and the `__Host-` prefix. */
  isSecure: boolean;
  /** What follows `<slug>.` in the host name of a portal, without the port. */
  portalSuffix: string;
  /** Origin of a tenant's portal, e.g. `http://acme.servicedesk.localhost:3000`. */
  portalOrigin(slug: string): string;
  /** Origin of a portal at a domain of the tenant's own: as BASE_URL in scheme and port. */
  domainOrigin(domain: string): string;
  /** Absolute. */
  dataDir: string;
  /** Role that owns and migrates; null = the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Role that the application works as; null = made by the migrating role. */
  databaseAppUrl: string | null;
  /** null = outgoing mail is captured under `outboxDir`. */
  smtpUrl: string | null;
  outboxDir: string;
  mailIn: {
    /** 0 = no SMTP listener. */
    port: number;
    host: string;
    /** PEM texts; null = no STARTTLS. */
    tls: { cert: string; key: string } | null;
  };
  mailMaxBytes: number;
  /** How often the agents on devices report. */
  agentReportSeconds: number;
  /** IP addresses or CIDR ranges inside which checks may look, though they are not public. */
  checkAllowNets: string[];
  /** IP addresses or CIDR ranges. */
  mailTrustedRelays: string[];
  mailDomain: string;
  secretKey: string;
  /** IP addresses or CIDR ranges whose X-Forwarded-* headers count. */
  trustProxy: string[];
  /** Where attachments and raw mails are kept; several nodes share it. */
  filesDir: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** All mistakes at once, one readable line each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: string[];
  constructor(problems: string[]) {
    super(
      `The settings have ${problems.length === 1 ? 'a mistake' : 'mistakes'}:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/**
 * Reads the settings from `env`, then from `.env` in `cwd` (the environment wins; empty means unset).
 * Throws a ConfigError that lists every mistake.
 */
export function loadConfig(env: Env = process.env, cwd: string = process.cwd()): Config {
  const given = { ...withoutEmpty(readDotEnv(cwd)), ...withoutEmpty(env) };
  const parsed = settings.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...findContradictions(given, cwd),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.data;
  const base = new URL(values.BASE_URL ?? `http://localhost:${values.PORT}`);
  const dataDir = resolve(cwd, values.DATA_DIR);
  const portalSuffix = `servicedesk.${base.hostname}`;
  const portSuffix = base.port === '' ? '' : `:${base.port}`;
  return {
    port: values.PORT,
    baseUrl: base.origin,
    baseHost: base.hostname,
    consoleHost: base.host,
    isSecure: base.protocol === 'https:',
    portalSuffix,
    domainOrigin: (domain) => `${base.protocol}//${domain}${portSuffix}`,
    portalOrigin: (slug) => `${base.protocol}//${slug}.${portalSuffix}${portSuffix}`,
    dataDir,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseAppUrl: values.DATABASE_APP_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    outboxDir: join(dataDir, 'outbox'),
    mailIn: {
      port: values.MAIL_IN_PORT,
      host: values.MAIL_IN_HOST,
      tls:
        values.MAIL_IN_TLS_CERT && values.MAIL_IN_TLS_KEY
          ? {
              cert: readFileSync(resolve(cwd, values.MAIL_IN_TLS_CERT), 'utf8'),
              key: readFileSync(resolve(cwd, values.MAIL_IN_TLS_KEY), 'utf8'),
            }
          : null,
    },
    agentReportSeconds: values.AGENT_REPORT_SECONDS,
    mailMaxBytes: values.MAIL_MAX_MB * 1024 * 1024,
    checkAllowNets: values.CHECK_ALLOW_NETS,
    mailTrustedRelays: values.MAIL_TRUSTED_RELAYS,
    mailDomain: values.MAIL_DOMAIN ?? portalSuffix,
    secretKey: values.SECRET_KEY ?? readOrMakeOnce(join(dataDir, 'secret.key'), makeKey),
    trustProxy: values.TRUST_PROXY,
    filesDir: values.FILES_URL ? fileURLToPath(values.FILES_URL) : join(dataDir, 'files'),
    logLevel: values.LOG_LEVEL,
  };
}

const makeKey = () => randomBytes(32).toString('base64url');

function readDotEnv(cwd: string): Env {
  const path = join(cwd, '.env');
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}

/** `NAME=` in a .env or compose file means "not set" to the person who wrote it. */
function withoutEmpty(env: Env): Env {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}
