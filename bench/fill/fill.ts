import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { hashPassword } from '#platform/crypto/passwords.ts';
import type { House } from '../../server/boot.ts';
import { PASSWORD } from '../credentials.ts';
import type { Options } from '../options.ts';
import { fillArticles } from './articles.ts';
import { fillDevices } from './devices.ts';
import { withoutIndexes } from './indexes.ts';
import { type Company, fillCompany } from './people.ts';
import { fillTickets, PICK } from './tickets.ts';
import { paragraphs, vocabulary } from './words.ts';

/** Share of the first company: what is measured is a big company among small ones. */
const BIG_SHARE = 0.82;
const FACT = 'bench';

export interface Filled {
  tickets: number;
  tenants: number;
  /** Of the programs that filled it. */
  fingerprint: string;
  /** The big one first. */
  companies: Company[];
}

/** Fills the database, or finds that it is filled with just this already. */
export async function ensureFilled(
  house: House,
  options: Options,
  tell: (line: string) => void,
): Promise<Filled> {
  const { facts, lookups } = house.platform.db;
  const known = (await facts.read(FACT)) as Filled | null;
  const { tickets, tenants } = options;
  const mark = { tickets, tenants, fingerprint: fingerprint() };
  if (known) {
    if (known.tickets === tickets && known.tenants === tenants) {
      if (known.fingerprint !== mark.fingerprint)
        tell('note: the filled data are of an older version of bench/fill');
      return known;
    }
    throw new Error('the database is filled with other numbers; name another with --data');
  }
  if (await lookups.isAnyTenant())
    throw new Error('the database is in use by somebody else: bench only fills an empty one');
  const filled = { ...mark, companies: await fill(house, options, tell) };
  await facts.write(FACT, filled);
  return filled;
}

async function fill(
  house: House,
  { tickets, tenants }: Options,
  tell: (line: string) => void,
): Promise<Company[]> {
  const started = Date.now();
  const say = (line: string) =>
    tell(`${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}`);
  const client = new pg.Client({ connectionString: house.ownerUrl });
  await client.connect();
  try {
    await client.query(`set synchronous_commit = off; set work_mem = '256MB'`);
    await prepareWords(client);
    const mailDomain = house.platform.config.mailDomain;
    const passwordHash = await hashPassword(PASSWORD);
    const file = await house.platform.files.put(ONE_PIXEL);
    const big = Math.round(tickets * BIG_SHARE);
    const small = Math.floor((tickets - big) / (tenants - 1));
    const companies: Company[] = [];
    await withoutIndexes(client, async () => {
      for (let index = 0; index < tenants; index++) {
        const slug = index === 0 ? 'big' : `small${index}`;
        const size = index === 0 ? tickets - small * (tenants - 1) : small;
        const company = await fillCompany(client, {
          slug,
          tickets: size,
          mailDomain,
          passwordHash,
        });
        await withoutForeignKeyChecks(client, async () => {
          await fillTickets(client, company, file);
          await fillDevices(client, company);
          await fillArticles(client, company.tickets);
        });
        companies.push(company);
        say(`${slug}: ${size} tickets`);
      }
      say('building indexes');
    });
    say('vacuum and analyze');
    await client.query('vacuum analyze');
    await client.query('checkpoint').catch(() => undefined);
    say('filled');
    return companies;
  } finally {
    await client.end();
  }
}

async function prepareWords(client: pg.Client): Promise<void> {
  await client.query(PICK);
  await client.query(
    `create temp table bench_words as
    select n::int as id, word from jsonb_array_elements_text($1::jsonb) with ordinality w (word, n)`,
    [JSON.stringify(vocabulary())],
  );
  await client.query(
    `create temp table bench_paragraphs as
    select p.id, p.text, search_vector(p.text, 'C') as document
    from jsonb_to_recordset($1::jsonb) as p (id int, text text)`,
    [JSON.stringify(paragraphs(4_000))],
  );
  await client.query('alter table bench_paragraphs add primary key (id)');
  await client.query('analyze bench_words; analyze bench_paragraphs');
}

/** The rows refer to each other by how they are made; only a superuser may skip the proof. */
async function withoutForeignKeyChecks(
  client: pg.Client,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ is: boolean }>(
    'select rolsuper as is from pg_roles where rolname = current_user',
  );
  if (rows[0]?.is) await client.query('set session_replication_role = replica');
  await work();
  if (rows[0]?.is) await client.query('set session_replication_role = origin');
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const folder = new URL('.', import.meta.url);
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest('hex').slice(0, 12);
}

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
