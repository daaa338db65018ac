import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** JavaScript of the first load, gzip, catalogues apart (they are chunks of their own). */
const BUDGETS = [
  { entry: 'console/index.html', maxKilobytes: 250 },
  { entry: 'portal/index.html', maxKilobytes: 180 },
];
const OUTPUT = new URL('../dist/web/', import.meta.url);

interface Chunk {
  file: string;
  imports?: string[];
}

const manifest = JSON.parse(readFileSync(new URL('manifest.json', OUTPUT), 'utf8')) as Record<
  string,
  Chunk
>;

/** The entry and everything that it imports statically: what the browser must have to begin. */
function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
  return found;
}

let isOver = false;
for (const { entry, maxKilobytes } of BUDGETS) {
  const scripts = [...filesOf(entry)].filter((file) => file.endsWith('.js'));
  const bytes = scripts.reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(file, OUTPUT))).length,
    0,
  );
  const kilobytes = Math.ceil(bytes / 1024);
  const isTooMuch = scripts.length === 0 || kilobytes > maxKilobytes;
  isOver ||= isTooMuch;
  console.log(
    `${entry}: ${kilobytes} KB gzip in ${scripts.length} files, ${isTooMuch ? 'more than' : 'within'} ${maxKilobytes} KB`,
  );
}
process.exitCode = isOver ? 1 : 0;
