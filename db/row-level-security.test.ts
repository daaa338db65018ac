import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTenant, type TestTenant } from '../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../tests/support/test-server.ts';

/**
 * The catalogue of the migrated database, held to what isolation of tenants stands on. A new
 * table is covered by being there; what belongs to the installation has to be named here.
 */
const GLOBAL_TABLES = [
  'installation_facts',
  'mail_addresses',
  'portal_slugs',
  'proven_domains',
  'rate_limits',
  'schema_migrations',
  'sign_in_challenges',
  'technician_emails',
];
/** The one table whose rows are tenants instead of having one. */
const TENANTS = 'tenants';
/** Written by triggers and read by look-ups only; the server itself has no right on them. */
const DIRECTORIES = ['mail_addresses', 'portal_slugs', 'proven_domains', 'technician_emails'];

interface Table {
  name: string;
  isEnabled: boolean;
  isForced: boolean;
  owner: string;
  hasTenantId: boolean;
}

let server: TestServer;
let acme: TestTenant;
let tables: Table[];
let app: pg.Client;
let appRole: string;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  await makeTenant(server, { company: 'Other' });
  await acme.contact({ customerId: await acme.customer('Globex', ['globex.test']) });
  tables = await server.rows<Table>(`
    select c.relname as name, c.relrowsecurity as "isEnabled", c.relforcerowsecurity as "isForced",
      pg_get_userbyid(c.relowner) as owner,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
        and not a.attisdropped) as "hasTenantId"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition
    order by c.relname`);
  app = new pg.Client({ connectionString: server.database.appUrl });
  await app.connect();
  appRole = new URL(server.database.appUrl).username;
});
afterAll(async () => {
  await app.end();
  await server.close();
});

const tenantTables = () => tables.filter(({ name }) => !GLOBAL_TABLES.includes(name));
const names = (found: { name: string }[]) => found.map(({ name }) => name);

describe('every table', () => {
  test('belongs to a tenant, or is named as the installation’s own', () => {
    const without = tables.filter(({ hasTenantId }) => !hasTenantId);
    expect(names(without).sort()).toEqual(
      [...GLOBAL_TABLES.filter((name) => !DIRECTORIES.includes(name)), TENANTS].sort(),
    );
    expect(names(tables)).toEqual(expect.arrayContaining(GLOBAL_TABLES));
  });

  test('of a tenant has row-level security, enabled and forced', () => {
    const open = tenantTables().filter(({ isEnabled, isForced }) => !isEnabled || !isForced);
    expect(names(open)).toEqual([]);
  });

  test('of a tenant has one policy for all that reads and writes, and at most the owner’s look-up', async () => {
    const policies = await server.rows<{
      name: string;
      policy: string;
      cmd: string;
      permissive: string;
      roles: string[];
      qual: string | null;
      check: string | null;
    }>(`select tablename as name, policyname as policy, cmd, permissive, roles::text[],
          qual, with_check as check from pg_policies where schemaname = 'public'`);
    for (const { name, owner } of tenantTables()) {
      const column = name === TENANTS ? 'id' : 'tenant_id';
      const own = policies.filter((policy) => policy.name === name);
      const condition = `(${column} = current_tenant_id())`;
      expect(own, name).toContainEqual({
        name,
        policy: 'tenant_isolation',
        cmd: 'ALL',
        permissive: 'PERMISSIVE',
        roles: ['public'],
        qual: condition,
        check: condition,
      });
      // Policies add up: any other one that reaches the server's role would open the table.
      const others = own.filter(({ policy }) => policy !== 'tenant_isolation');
      for (const other of others)
        expect(other, name).toMatchObject({
          policy: 'owner_lookup',
          cmd: 'SELECT',
          roles: [owner],
        });
    }
  });

  test('of a tenant has a primary key that leads with the tenant', async () => {
    const keys = await server.rows<{ name: string; first: string }>(`
      select c.conrelid::regclass::text as name, a.attname as first
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'p' and c.connamespace = 'public'::regnamespace`);
    for (const { name } of tenantTables()) {
      const key = keys.find((candidate) => candidate.name === name);
      expect(`${name}: ${key?.first}`).toBe(`${name}: ${name === TENANTS ? 'id' : 'tenant_id'}`);
    }
  });

  test('refers to other tables of tenants together with the tenant', async () => {
    const references = await server.rows<{
      name: string;
      target: string;
      columns: string[];
      targets: string[];
    }>(`
      select c.conrelid::regclass::text as name, c.confrelid::regclass::text as target,
        array(select a.attname::text from unnest(c.conkey) with ordinality k(n, i)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as columns,
        array(select a.attname::text from unnest(c.confkey) with ordinality k(n, i)
          join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.i) as targets
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`);
    expect(references.length).toBeGreaterThan(20);
    for (const { name, target, columns, targets } of references) {
      if (target === TENANTS) {
        expect([columns, targets], name).toEqual([['tenant_id'], ['id']]);
      } else {
        expect(columns[0], `${name} -> ${target}`).toBe('tenant_id');
        expect(targets[0], `${name} -> ${target}`).toBe('tenant_id');
      }
    }
  });

  test('of a tenant refers to its tenant, and fills it in by itself', async () => {
    const rows = await server.rows<{ name: string; default: string | null; isNullable: boolean }>(`
      select c.relname as name, pg_get_expr(d.adbin, d.adrelid) as default,
        not a.attnotnull as "isNullable"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
    for (const { name, default: value, isNullable } of rows) {
      if (DIRECTORIES.includes(name)) continue;
      expect([value, isNullable], name).toEqual(['current_tenant_id()', false]);
    }
  });
});

test('partitions are reached through their tables only', async () => {
  await server.platform.db.lookups.keepDevicePartitions(new Date());
  const partitions = await server.rows<{ name: string; isForced: boolean; rights: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isForced",
       has_table_privilege($1, c.oid, 'select, insert, update, delete') as rights
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relispartition
       and c.relkind = 'r'`,
    [appRole],
  );
  expect(partitions.length).toBeGreaterThan(10);
  for (const { name, isForced, rights } of partitions)
    expect([isForced, rights], name).toEqual([true, false]);
});

describe('the server’s role', () => {
  test('is neither mighty nor owner of anything', async () => {
    const [role] = await server.rows(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
       from pg_roles where rolname = $1`,
      [appRole],
    );
    expect(Object.values(role ?? { missing: true })).toEqual(Array(5).fill(false));
    const owned = await server.rows(
      `select relname from pg_class where pg_get_userbyid(relowner) = $1
       union all select proname from pg_proc where pg_get_userbyid(proowner) = $1`,
      [appRole],
    );
    expect(owned).toEqual([]);
    const memberships = await server.rows(
      `select roleid::regrole::text from pg_auth_members m join pg_roles r on r.oid = m.member
       where r.rolname = $1`,
      [appRole],
    );
    expect(memberships).toEqual([]);
  });

  test('sees nothing while no tenant is set, and can add nothing', async () => {
    for (const { name } of tenantTables()) {
      const { rows } = await app.query(`select count(*)::int as count from ${name}`);
      expect(rows[0].count, name).toBe(0);
    }
    const insert = `insert into customers (tenant_id, name) values (${acme.tenantId}, 'Sneaky')`;
    await expect(app.query(insert)).rejects.toMatchObject({ code: '42501' });
  });

  test('sees one tenant, can write into no other, and can move no row there', async () => {
    await app.query(`set app.tenant_id = '${acme.tenantId}'`);
    for (const { name } of tenantTables()) {
      const column = name === TENANTS ? 'id' : 'tenant_id';
      const { rows } = await app.query(`select distinct ${column}::text as tenant from ${name}`);
      for (const { tenant } of rows) expect(tenant, name).toBe(String(acme.tenantId));
    }
    const other = acme.tenantId + 1;
    for (const statement of [
      `insert into customers (tenant_id, name) values (${other}, 'Sneaky')`,
      `update customers set tenant_id = ${other}`,
      `update tenants set id = ${other} + 1000`,
    ])
      await expect(app.query(statement), statement).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|428C9|23503)$/),
      });
    const { rowCount } = await app.query(
      `update customers set name = 'Taken' where tenant_id = ${other}`,
    );
    expect(rowCount).toBe(0);
    await app.query('reset app.tenant_id');
  });

  test('can read no directory, and change no table', async () => {
    for (const name of DIRECTORIES)
      for (const statement of [`select * from ${name}`, `delete from ${name}`])
        await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    for (const { name } of tables) {
      const truncation = app.query(`truncate ${name} cascade`);
      await expect(truncation, name).rejects.toMatchObject({ code: '42501' });
    }
    for (const statement of [
      'create table mine (id int)',
      'alter table tickets disable row level security',
      'drop policy tenant_isolation on tickets',
      'select * from graphile_worker._private_jobs',
      `set role ${tables[0]?.owner}`,
    ])
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  });

  test('gets ids only from the look-ups that come before the tenant is known', async () => {
    const functions = await server.rows<{ name: string; config: string[] | null; result: string }>(
      `
      select proname as name, proconfig as config, pg_get_function_result(oid) as result
      from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and has_function_privilege($1, oid, 'execute') and prorettype <> 'trigger'::regtype
      order by 1`,
      [appRole],
    );
    for (const { name, config } of functions)
      expect(config, `${name} has a search path of its own`).toContain(
        'search_path=public, pg_temp',
      );
    // The planner's guess, a number that says nothing of any row, is no look-up.
    const lookUps = functions.filter(({ name }) => name !== 'estimate_matching_tickets');
    expect(lookUps).toHaveLength(functions.length - 1);
    for (const { name, result } of lookUps)
      expect(result, name).toMatch(
        /^(bigint|boolean|void|SETOF bigint|SETOF record|TABLE\(((\w+ bigint|language text)(, )?)+\))$/,
      );
    const { rows } = await app.query('select * from find_technician_by_email($1)', [
      acme.adminEmail,
    ]);
    expect(Object.keys(rows[0])).toEqual(['tenant_id', 'technician_id']);
  });
});
