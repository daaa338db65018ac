import type { Client } from 'pg';

const TABLES = ['tickets', 'messages', 'attachments', 'ticket_changes', 'ticket_search', 'alerts'];

/**
 * Takes the secondary indexes of the big tables away and returns what brings them back: building
 * an index over all rows at once is many times faster than keeping it up row by row.
 */
export async function withoutIndexes(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by 1`,
    [TABLES],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  await client.query(`set maintenance_work_mem = '1GB'`);
  for (const { definition } of rows) await client.query(definition);
}
