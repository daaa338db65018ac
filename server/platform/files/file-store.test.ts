import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDiskFileStore } from './file-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('gives back what was stored, with its size and hash, under a random key', async () => {
  const store = createDiskFileStore(folder);
  const content = Buffer.from('some bytes');
  const [first, second] = [await store.put(content), await store.put(Readable.from([content]))];
  expect(first.key).not.toBe(second.key);
  expect(first.sizeBytes).toBe(content.length);
  expect(first.sha256).toEqual(createHash('sha256').update(content).digest());
  expect(await store.read(second.key)).toEqual(content);
  const chunks: Buffer[] = [];
  for await (const chunk of await store.stream(first.key)) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks)).toEqual(content);
  await store.remove(first.key);
  await expect(store.read(first.key)).rejects.toMatchObject({ status: 404 });
});

test('keeps nothing of what is over the limit or breaks off', async () => {
  const empty = await mkdtemp(join(folder, 'limit-'));
  const store = createDiskFileStore(empty);
  await expect(store.put(Buffer.alloc(11), { maxBytes: 10 })).rejects.toMatchObject({
    code: 'fileTooLarge',
  });
  const broken = new Readable({
    read() {
      this.push('half');
      this.destroy(new Error('connection lost'));
    },
  });
  await expect(store.put(broken)).rejects.toThrow();
  const left = (await readdir(empty, { recursive: true })).filter((name) => name.length > 2);
  expect(left).toEqual([]);
});

test('never leaves its folder', async () => {
  const store = createDiskFileStore(folder);
  for (const key of ['../../etc/passwd', '/etc/passwd', 'aa/../../x', '']) {
    expect(() => store.read(key)).toThrow('not a key');
  }
});
