import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { PreparingClient } from './preparing-client.ts';

const client = new PreparingClient({
  connectionString: inject('cluster').superuserUrl,
  pipeline: true,
});
beforeAll(() => client.connect());
afterAll(() => client.end());

const prepared = async () =>
  (
    await client.query('select statement from pg_prepared_statements order by prepare_time')
  ).rows.map((row: { statement: string }) => row.statement);

test('prepares what is asked a second time, and answers the same', async () => {
  const text = 'select $1::int + 1 as sum';
  expect((await client.query(text, [1])).rows).toEqual([{ sum: 2 }]);
  expect(await prepared()).not.toContain(text);
  expect((await client.query(text, [2])).rows).toEqual([{ sum: 3 }]);
  expect((await client.query(text, [3])).rows).toEqual([{ sum: 4 }]);
  expect(await prepared()).toContain(text);
});

test('leaves several statements in one text alone', async () => {
  const text = `begin; set local app.tenant_id = '7'`;
  for (let round = 0; round < 3; round++) {
    await client.query(text, []);
    await client.query('rollback', []);
  }
  expect(await prepared()).not.toContain(text);
});

test('a mistake in a statement stays a mistake of that statement', async () => {
  const text = 'select $1::int / 0';
  for (let round = 0; round < 3; round++)
    await expect(client.query(text, [1])).rejects.toMatchObject({ code: '22012' });
  expect((await client.query('select $1::text as word', ['fine'])).rows).toEqual([
    { word: 'fine' },
  ]);
});

test('keeps a bounded number of statements', async () => {
  for (let n = 0; n < 420; n++)
    for (let round = 0; round < 2; round++) await client.query(`select ${n} + $1::int as n`, [1]);
  expect((await prepared()).length).toBeLessThanOrEqual(400);
  expect((await client.query('select 419 + $1::int as n', [1])).rows).toEqual([{ n: 420 }]);
});

test('begins a transaction with its first question', async () => {
  for (let round = 0; round < 3; round++) {
    await client.query(`begin; set local app.tenant_id = '7'`, []);
    const { rows } = await client.query(
      `select current_setting('app.tenant_id', true) as tenant, $1::int as n`,
      [round],
    );
    expect(rows).toEqual([{ tenant: '7', n: round }]);
    await client.query('rollback', []);
  }
  const { rows } = await client.query(`select current_setting('app.tenant_id', true) as tenant`);
  expect(rows[0].tenant || null).toBeNull();
});

test('what begins wrongly fails with its first question', async () => {
  await client.query('begin; set local no_such_setting = 1', []);
  await expect(client.query('select $1::int as n', [1])).rejects.toMatchObject({ code: '42704' });
  await client.query('rollback', []);
  expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
});
