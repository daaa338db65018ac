import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sample } from '../../shared/agent-protocol.ts';
import { SampleBuffer } from './sample-buffer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-buffer-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sample = (number: number) => ({ at: String(number) }) as Sample;
const numbersIn = async (buffer: SampleBuffer) =>
  (await buffer.first()).map(({ at }) => Number(at));
const open = (most = 10_000) => SampleBuffer.open(folder, most);
const files = async () => (await readdir(folder)).sort();

test('what was not sent is there after a restart, in order', async () => {
  const buffer = await open();
  for (let i = 0; i < 5; i++) await buffer.add(sample(i));
  await buffer.remove(2);
  expect(await numbersIn(await open())).toEqual([2, 3, 4]);
});

test('a report takes as many as it may, and the rest the next', async () => {
  const buffer = await open();
  for (let i = 0; i < 500; i++) await buffer.add(sample(i));
  const seen: number[] = [];
  while (buffer.length > 0) {
    const some = await numbersIn(buffer);
    expect(some.length).toBeLessThanOrEqual(240);
    seen.push(...some);
    await buffer.remove(some.length);
  }
  expect(seen).toEqual(Array.from({ length: 500 }, (_, i) => i));
  expect(await files()).toEqual([]);
});

test('of more than it may keep the oldest go, on disk too', async () => {
  const buffer = await open(1_000);
  for (let i = 0; i < 3_000; i++) await buffer.add(sample(i));
  expect(buffer.length).toBeLessThanOrEqual(1_000);
  expect(buffer.length).toBeGreaterThan(700);
  expect((await files()).length).toBeLessThanOrEqual(5);
  const again = await open(1_000);
  expect(again.length).toBe(buffer.length);
  expect((await numbersIn(again))[0]).toBe(3_000 - buffer.length);
});

test('a line that the power cut short is left out, and the rest is kept', async () => {
  const buffer = await open();
  await buffer.add(sample(1));
  await appendFile(join(folder, 'unsent-1.ndjson'), '{"at":"2');
  const again = await open();
  expect(await numbersIn(again)).toEqual([1]);
  await again.add(sample(3));
  const seen = await numbersIn(again);
  await again.remove(seen.length);
  expect([...seen, ...(await numbersIn(again))]).toEqual([1, 3]);
});

test('what is no sample is not taken for one', async () => {
  await writeFile(
    join(folder, 'unsent-1.ndjson'),
    `\0\0\0\0\n7\nnull\n[]\n{}\n"x"\n${JSON.stringify(sample(1))}\n`,
  );
  await writeFile(join(folder, 'unsent-2.ndjson'), Buffer.alloc(1_000, 0xff));
  await mkdir(join(folder, 'unsent-3.ndjson'));
  const buffer = await open();
  expect(await numbersIn(buffer)).toEqual([1]);
  await buffer.remove(1);
  expect(await numbersIn(buffer)).toEqual([]);
  await buffer.add(sample(2));
  expect(await numbersIn(buffer)).toEqual([2]);
});

test('a file that grew beyond all bounds is not read', async () => {
  await writeFile(join(folder, 'unsent-1.ndjson'), Buffer.alloc(17_000_000, 0x20));
  expect((await open()).length).toBe(0);
  expect(await files()).toEqual([]);
});

test('while nothing can be written samples wait in memory, and are written when it works again', async () => {
  const buffer = await open();
  await buffer.add(sample(1));
  // What stands in the way of the next file, as a full disk would.
  await rm(folder, { recursive: true });
  await writeFile(folder, '');
  for (let i = 2; i < 500; i++) await expect(buffer.add(sample(i))).rejects.toThrow();
  expect(buffer.length).toBeLessThanOrEqual(242);
  await rm(folder);
  await mkdir(folder);
  await buffer.add(sample(500));
  expect(await numbersIn(buffer)).toEqual(Array.from({ length: 240 }, (_, i) => 261 + i));
  expect(await numbersIn(await open())).toHaveLength(240);
});

test('nothing is left on disk once all was sent', async () => {
  const buffer = await open();
  await buffer.add(sample(1));
  await buffer.remove(1);
  expect(await files()).toEqual([]);
});
