import pg from 'pg';

export interface DatabaseObserver {
  version: string;
  resetStatements(): Promise<void>;
  /** The statements that took longest since the reset, one line each; empty without pg_stat_statements. */
  topStatements(count: number): Promise<string[]>;
  mailProgress(tenantId: number): Promise<{ waiting: number; filed: number; refused: number }>;
  close(): Promise<void>;
}

/** A connection beside the server's, as the owner, to look at what happens. */
export async function observeDatabase(ownerUrl: string): Promise<DatabaseObserver> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const hasStatements = await client
    .query('create extension if not exists pg_stat_statements')
    .then(
      () => true,
      () => false,
    );
  return {
    version: rows[0]?.server_version ?? 'unknown',
    async resetStatements() {
      if (hasStatements) await client.query('select pg_stat_statements_reset()');
    },
    async topStatements(count) {
      if (!hasStatements) return [];
      const { rows: top } = await client.query<{
        calls: number;
        ms: number;
        share: number;
        query: string;
      }>(
        `select calls, total_exec_time / calls as ms,
           100 * total_exec_time / sum(total_exec_time) over () as share,
           regexp_replace(query, '\\s+', ' ', 'g') as query
         from pg_stat_statements
         where dbid = (select oid from pg_database where datname = current_database())
         order by total_exec_time desc limit $1`,
        [count],
      );
      return top.map(
        ({ calls, ms, share, query }) =>
          `${share.toFixed(0).padStart(6)} % ${String(calls).padStart(8)} x ${ms.toFixed(3).padStart(8)} ms  ${query.slice(0, 160)}`,
      );
    },
    async mailProgress(tenantId) {
      await client.query(`select set_config('app.tenant_id', $1, false)`, [String(tenantId)]);
      const { rows: states } = await client.query<{
        waiting: string;
        filed: string;
        refused: string;
      }>(
        `select count(*) filter (where state = 'received') as waiting,
           count(*) filter (where state in ('newTicket', 'appended')) as filed,
           count(*) filter (where state not in ('received', 'newTicket', 'appended')) as refused
         from inbound_messages where tenant_id = $1`,
        [tenantId],
      );
      const { waiting = 0, filed = 0, refused = 0 } = states[0] ?? {};
      return { waiting: Number(waiting), filed: Number(filed), refused: Number(refused) };
    },
    close: () => client.end(),
  };
}
