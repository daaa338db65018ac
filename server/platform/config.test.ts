import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env, folder);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('without any setting, everything has its documented value', () => {
  const config = loadConfig({}, folder);
  expect(config).toMatchObject({
    port: 3000,
    baseUrl: 'http://localhost:3000',
    baseHost: 'localhost',
    consoleHost: 'localhost:3000',
    isSecure: false,
    portalSuffix: 'servicedesk.localhost',
    dataDir: join(folder, 'data'),
    outboxDir: join(folder, 'data/outbox'),
    filesDir: join(folder, 'data/files'),
    databaseUrl: null,
    databaseAppUrl: null,
    smtpUrl: null,
    mailIn: { port: 2525, host: '127.0.0.1', tls: null },
    mailMaxBytes: 40 * 1024 * 1024,
    mailTrustedRelays: [],
    mailDomain: 'servicedesk.localhost',
    trustProxy: [],
  });
  expect(config.portalOrigin('acme')).toBe('http://acme.servicedesk.localhost:3000');
});

test('the base URL decides scheme, hosts and ports of console, portals and mail', () => {
  const config = loadConfig({ BASE_URL: 'https://desk.example.com/', PORT: '8080' }, folder);
  expect(config).toMatchObject({
    port: 8080,
    baseUrl: 'https://desk.example.com',
    consoleHost: 'desk.example.com',
    isSecure: true,
    mailDomain: 'servicedesk.desk.example.com',
  });
  expect(config.portalOrigin('acme')).toBe('https://acme.servicedesk.desk.example.com');
});

test('.env is read, the environment wins over it, and empty means unset', () => {
  writeFileSync(join(folder, '.env'), 'PORT=4000\nMAIL_DOMAIN="mail.example.com"\nSMTP_URL=\n');
  expect(loadConfig({ PORT: '' }, folder)).toMatchObject({
    port: 4000,
    mailDomain: 'mail.example.com',
    smtpUrl: null,
  });
  expect(loadConfig({ PORT: '5000' }, folder).port).toBe(5000);
});

test('every mistake is named at once, each in one line that begins with the setting', () => {
  const problems = problemsOf({
    PORT: 'eighty',
    BASE_URL: 'http://192.168.1.5:3000',
    DATABASE_URL: 'mysql://root:geheim@host/db',
    SMTP_URL: 'mail.example.com',
    MAIL_IN_PORT: '70000',
    MAIL_IN_TLS_CERT: 'missing.pem',
    MAIL_TRUSTED_RELAYS: '10.0.0.0/64',
    MAIL_DOMAIN: 'not a domain',
    SECRET_KEY: 'short',
    TRUST_PROXY: 'anyone',
    FILES_URL: 'http://bucket',
    LOG_LEVEL: 'loud',
  });
  const settings = problems.map((line) => line.split(' ')[0]);
  expect(settings.sort()).toEqual([
    'BASE_URL',
    'DATABASE_URL',
    'FILES_URL',
    'LOG_LEVEL',
    'MAIL_DOMAIN',
    'MAIL_IN_PORT',
    'MAIL_IN_TLS_CERT',
    'MAIL_IN_TLS_KEY',
    'MAIL_TRUSTED_RELAYS',
    'PORT',
    'SECRET_KEY',
    'SMTP_URL',
    'TRUST_PROXY',
  ]);
  // A setting may hold a password, and this ends up in logs and tickets.
  expect(problems.join('\n')).not.toContain('geheim');
});

test.each([
  [{ DATABASE_APP_URL: 'postgres://app@host/db' }, 'DATABASE_APP_URL needs DATABASE_URL as well'],
  [{ PORT: '2525' }, 'MAIL_IN_PORT must differ from PORT'],
  [
    { BASE_URL: 'https://desk.example.com/support' },
    'BASE_URL must be an origin, without a path or anything behind it',
  ],
  [{ BASE_URL: 'ftp://desk.example.com' }, 'BASE_URL must begin with http:// or https://'],
  [
    { BASE_URL: 'http://[::1]:3000' },
    'BASE_URL must use a host name, not an address, because portals are names below it',
  ],
])('%o is refused', (env, problem) => {
  expect(problemsOf(env)).toEqual([problem]);
});

test('the secret key is made once, for the owner’s eyes only, unless one is given', () => {
  const first = loadConfig({}, folder).secretKey;
  const path = join(folder, 'data/secret.key');
  expect(loadConfig({}, folder).secretKey).toBe(first);
  expect(readFileSync(path, 'utf8').trim()).toBe(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const given = 'k'.repeat(40);
  expect(loadConfig({ SECRET_KEY: given }, folder).secretKey).toBe(given);
});

test('lists take commas and spaces, addresses and ranges', () => {
  expect(
    loadConfig({ TRUST_PROXY: '10.0.0.1, 192.168.0.0/16 fd00::/8' }, folder).trustProxy,
  ).toEqual(['10.0.0.1', '192.168.0.0/16', 'fd00::/8']);
});
