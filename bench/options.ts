import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  tickets: number;
  tenants: number;
  /** How long each measurement runs. */
  seconds: number;
  /** Requests that are under way at the same time. */
  connections: number;
  /** Parts of names of measurements; empty = all. */
  only: string[];
  dataDir: string;
  /** The filled folder stays, and the next run starts from it. */
  isKept: boolean;
  /** Write CPU profiles of the server into the data folder. */
  isProfiled: boolean;
  /** After each measurement, the statements that cost the database most. */
  hasStatements: boolean;
  /** Fill (or look whether it is filled) and measure nothing. */
  isFillOnly: boolean;
}

export const USAGE = `npm run bench -- [options]

  --tickets N       tickets in all companies together (100000)
  --tenants N       companies; the first one holds four fifths of everything (10)
  --seconds S       duration of each measurement (5)
  --connections N   requests under way at the same time (8)
  --only a,b        measure only what has one of these words in its name
  --data DIR        folder for the database, used as it is when it is filled already
  --keep            leave the folder for the next run
  --fill-only       fill and measure nothing
  --statements      show the statements that took the database longest
  --profile         write CPU profiles of the server into the folder

DATABASE_URL names a PostgreSQL to use instead of the embedded one: an empty database, or one
that this program has filled.
`;

/** Throws an Error with one readable line when an option makes no sense. */
export function readOptions(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      tickets: { type: 'string', default: '100000' },
      tenants: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '8' },
      only: { type: 'string', default: '' },
      data: { type: 'string' },
      keep: { type: 'boolean', default: false },
      'fill-only': { type: 'boolean', default: false },
      statements: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const tickets = wholeNumber('tickets', values.tickets, 1_000, 10_000_000);
  return {
    tickets,
    tenants: wholeNumber('tenants', values.tenants, 2, 100),
    seconds: wholeNumber('seconds', values.seconds, 1, 60),
    connections: wholeNumber('connections', values.connections, 1, 200),
    only: values.only.split(',').filter(Boolean),
    dataDir: values.data ?? join(tmpdir(), `portico-bench-${tickets}`),
    isKept: values.keep || values['fill-only'] || values.data !== undefined,
    isProfiled: values.profile,
    hasStatements: values.statements,
    isFillOnly: values['fill-only'],
  };
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new Error(`--${name} must be a whole number from ${from} to ${to}`);
}
