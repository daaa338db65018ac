import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../errors.ts';
import { type Account, chooseAccount, locatePrograms } from './embedded-account.ts';

/** One PostgreSQL cluster on disk, and what is needed to run it. */
export interface Cluster {
  dir: string;
  account: Account | null;
  programs: string;
  logPath: string;
}

export const SUPERUSER = 'portico';
const MAJOR_VERSION = '18';

/** The server finds its data through its working directory; see embedded-account.ts for the reason. */
export const dataPath = (dir: string) => (process.platform === 'linux' ? '/proc/self/cwd' : dir);

export function openCluster(dir: string, logPath: string): Cluster {
  const account = chooseAccount(dir);
  return { dir, account, programs: locatePrograms(account), logPath };
}

/** Makes the cluster unless it exists. Complete or not there at all: it is made aside and renamed. */
export async function ensureCluster(
  cluster: Cluster,
  password: string,
  flags: string[] = [],
): Promise<void> {
  if (existsSync(cluster.dir)) return refuseForeign(cluster);
  const draft = `${cluster.dir}.${process.pid}`;
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    for (const path of [draft, passwordFile]) {
      if (cluster.account) chownSync(path, cluster.account.uid, cluster.account.gid);
    }
    const input = openSync(passwordFile, 'r');
    try {
      await initialise(cluster, draft, input, flags);
    } finally {
      closeSync(input);
    }
    renameSync(draft, cluster.dir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was quicker, and its cluster is as good as ours.
    if (!existsSync(cluster.dir)) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function initialise(
  cluster: Cluster,
  dir: string,
  passwordInput: number,
  flags: string[],
): Promise<void> {
  // Sorting by code point is fast and never changes with the system's libraries, which would break
  // indexes; queries that sort for people name a collation. Characters are classed by Unicode, so that
  // search splits words right.
  const run = (characterType: string) =>
    runToEnd(cluster, dir, passwordInput, 'initdb', [
      '-D',
      dataPath(dir),
      `--username=${SUPERUSER}`,
      '--pwfile=/dev/stdin',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      `--lc-ctype=${characterType}`,
      '--lc-messages=C',
      ...flags,
    ]);
  const failure = await run(process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8');
  if (!failure) return;
  if (!failure.includes('locale')) throw new Error(`initdb failed: ${failure}`);
  const secondFailure = await run('C');
  if (secondFailure) throw new Error(`initdb failed: ${secondFailure}`);
}

function runToEnd(
  cluster: Cluster,
  dir: string,
  input: number,
  program: string,
  flags: string[],
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(cluster.programs, 'bin', program), flags, {
      ...cluster.account,
      cwd: dir,
      env: {},
      stdio: [input, 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? null : errors.trim() || `exit code ${code}`));
  });
}

/** Data of another account or version end in a clear line instead of PostgreSQL's own. */
function refuseForeign({ dir, account }: Cluster): void {
  const { uid } = statSync(dir);
  const ours = account?.uid ?? process.getuid?.() ?? uid;
  if (uid !== ours) {
    throw new OperatorError(
      `${dir} belongs to user id ${uid}, and PostgreSQL would run as ${ours}. Start Portico as the user it was first started as, or as root.`,
    );
  }
  const version = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new OperatorError(
      `${dir} was made by PostgreSQL ${version}, and this is PostgreSQL ${MAJOR_VERSION}.`,
    );
  }
}
