import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../tests/support/database.ts';

/** `npm run portico -- …` as a process of its own. */

const program = fileURLToPath(new URL('cli.ts', import.meta.url));
const ada = [
  '--name',
  'Ada de la Cruz',
  '--email',
  'ada@acme.example',
  '--password',
  'Correct-Horse-42x',
];

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portico-cli-'));
  database = await cloneDatabase(inject('cluster'));
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function portico(...args: string[]): Promise<Outcome> {
  return porticoWith({ BASE_URL: 'https://desk.example.com' }, ...args);
}

function porticoWith(settings: Record<string, string>, ...args: string[]): Promise<Outcome> {
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    ...settings,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('help lists every command; an unknown one is named', async () => {
  const help = await portico('help');
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('init');
  const unknown = await portico('explode');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('no command "explode"');
});

test('init signs a company up, and another one of the same name', async () => {
  const first = await portico('init', '--company', 'Müller & Söhne', ...ada, '--language', 'de');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('https://mueller-and-soehne.servicedesk.desk.example.com');
  expect(first.stdout).toContain('mueller-and-soehne@servicedesk.desk.example.com');
  expect(first.stdout).not.toContain('Correct-Horse');
  const bea = ada.map((value) => (value === 'ada@acme.example' ? 'bea@acme.example' : value));
  const second = await portico('init', '--company', 'Müller & Söhne', ...bea);
  expect(second.stdout).toContain('https://mueller-and-soehne-2.');

  const url = new URL(inject('cluster').superuserUrl);
  url.pathname = `/${database.name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { rows } = await client.query(
    'select first_name, last_name, language from technicians order by id',
  );
  await client.end();
  expect(rows).toEqual([
    { first_name: 'Ada', last_name: 'de la Cruz', language: 'de' },
    { first_name: 'Ada', last_name: 'de la Cruz', language: 'en' },
  ]);
});

test.each([
  [['--company', 'Acme'], '--name, --email, --password is needed'],
  [['--company', 'Acme', ...ada, '--language', 'nl'], '--language is one of'],
  [['--company', ' ', ...ada], '--company must have'],
  [['--company', 'Acme', ...ada, '--colour', 'blue'], "Unknown option '--colour'"],
  [['--company', 'Acme', ...ada, '--name', 'Ada'], '--name needs a first and a last name'],
  [['--company', 'Acme', ...ada, '--email', 'ada'], '--email must be an e-mail address'],
  [['--company', 'Acme', ...ada, '--password', 'short'], 'password: At least 12 characters'],
])('init %j is refused with a reason', async (args, reason) => {
  const { code, stderr } = await portico('init', ...args);
  expect(code).toBe(1);
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain('    at ');
});

test('wrong settings are named one a line', async () => {
  const { code, stderr } = await porticoWith({ PORT: 'eighty', SMTP_URL: 'nowhere' }, 'migrate');
  expect(code).toBe(1);
  const [, ...lines] = stderr.trim().split('\n');
  expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(['PORT', 'SMTP_URL']);
});
