import pg from 'pg';

/**
 * The schema as PostgreSQL's own catalogue tells it, for people who review a migration: tables
 * with their columns and constraints, indexes, policies, triggers, functions. Not for running.
 */
export async function describeSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const lines = async (sql: string) =>
      (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);
    return `${[
      '-- Generated from the migrations by "npm run generate". For reading; the migrations are what runs.',
      ...(await lines(TABLES)),
      ...(await lines(INDEXES)),
      ...(await lines(POLICIES)),
      ...(await lines(TRIGGERS)),
      ...(await lines(FUNCTIONS)),
    ].join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

const OURS = `n.nspname = 'public' and not exists (
  select from pg_depend d where d.objid = %.oid and d.deptype = 'e')`;

const TABLES = `
  select format(E'create table %I (\\n%s\\n);%s', c.relname, body.text,
    case when c.relforcerowsecurity then E'\\n-- row-level security is forced' else '' end) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select string_agg('  ' || part, E',\\n' order by kind, position) as text from (
      select 1 as kind, a.attnum::int as position, format('%I %s%s%s', a.attname,
        format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        case
          when a.attidentity <> '' then ' generated always as identity'
          when a.attgenerated <> '' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
          when d.adbin is not null then format(' default %s', pg_get_expr(d.adbin, d.adrelid))
          else '' end) as part
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, row_number() over (order by k.contype, k.conname)::int,
        format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
    ) parts) body
  where c.relkind in ('r', 'p') and ${OURS.replace('%', 'c')}
  order by c.relname`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';' as line
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  order by 1`;

const POLICIES = `
  select format('create policy %I on %I for %s to %s using (%s)%s;', policyname, tablename, lower(cmd),
    array_to_string(roles, ', '), qual, coalesce(' with check (' || with_check || ')', '')) as line
  from pg_policies where schemaname = 'public' order by tablename, policyname`;

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t
  where not t.tgisinternal and t.tgrelid in (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public')
  order by 1`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OURS.replace('%', 'p')} order by p.proname`;
