import { appendFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Sample } from '../../shared/agent-protocol.ts';
import { SampleBuffer } from './sample-buffer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-buffer-'));
});
const sample = (number: number) => ({ at: String(number) }) as Sample;
const numbers = (buffer: SampleBuffer) => buffer.first(1000).map(({ at }) => Number(at));
const linesOnDisk = async () =>
  (await readFile(join(folder, 'unsent.ndjson'), 'utf8')).split('\n').filter(Boolean).length;

test('what was not sent is there after a restart, in order', async () => {
  const buffer = await SampleBuffer.open(folder, 100);
  for (let i = 0; i < 5; i++) await buffer.add(sample(i));
  await buffer.remove(2);
  expect(numbers(await SampleBuffer.open(folder, 100))).toEqual([2, 3, 4]);
});

test('of more than it may keep the oldest go, in memory and on disk', async () => {
  const buffer = await SampleBuffer.open(folder, 100);
  for (let i = 0; i < 1000; i++) await buffer.add(sample(i));
  expect(buffer.length).toBe(100);
  expect(await linesOnDisk()).toBeLessThanOrEqual(111);
  expect(numbers(await SampleBuffer.open(folder, 100)).at(0)).toBe(900);
});

test('a line that the power cut short is left out, and the rest is kept', async () => {
  const buffer = await SampleBuffer.open(folder, 100);
  await buffer.add(sample(1));
  await appendFile(join(folder, 'unsent.ndjson'), '{"at":"2');
  const again = await SampleBuffer.open(folder, 100);
  expect(numbers(again)).toEqual([1]);
  await again.add(sample(3));
  expect(numbers(await SampleBuffer.open(folder, 100))).toEqual([1, 3]);
});

test('nothing is left on disk once all was sent', async () => {
  const buffer = await SampleBuffer.open(folder, 100);
  await buffer.add(sample(1));
  await buffer.remove(1);
  await expect(linesOnDisk()).rejects.toThrow('ENOENT');
});
