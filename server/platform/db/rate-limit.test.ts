import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

const count = (bucket: string) => server.platform.db.lookups.countUse(bucket, 60);

describe('uses of a bucket', () => {
  it('add up, each bucket by itself, also at the same moment', async () => {
    const uses = await Promise.all(Array.from({ length: 20 }, () => count('a')));
    expect(uses.map(({ used }) => used).sort((x, y) => x - y)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(await count('b')).toMatchObject({ used: 1, resetsInSeconds: 60 });
  });

  it('start again when their time is over', async () => {
    await count('c');
    await count('c');
    await server.rows(`update rate_limits set resets_at = now() where bucket = 'c'`);
    expect((await count('c')).used).toBe(1);
  });

  it('are forgotten when their time is over, and not before', async () => {
    await count('old');
    await count('young');
    await server.rows(
      `update rate_limits set resets_at = now() - interval '1 second' where bucket = 'old'`,
    );
    expect(await server.platform.db.lookups.forgetOldUses()).toBe(1);
    const left = await server.rows<{ bucket: string }>(
      `select bucket from rate_limits where bucket in ('old', 'young')`,
    );
    expect(left).toEqual([{ bucket: 'young' }]);
  });
});
