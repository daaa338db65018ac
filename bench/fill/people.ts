import type { Client } from 'pg';
import { PERMISSIONS, TECHNICIAN_PERMISSIONS } from '#shared/permissions.ts';

export interface Company {
  tenantId: number;
  slug: string;
  tickets: number;
  customers: number;
  contacts: number;
  technicians: number;
}

/** A company with its people; the tenant stays set for what follows in the session. */
export async function fillCompany(
  client: Client,
  {
    slug,
    tickets,
    mailDomain,
    passwordHash,
  }: {
    slug: string;
    tickets: number;
    mailDomain: string;
    passwordHash: string;
  },
): Promise<Company> {
  const run = (sql: string, values: unknown[] = []) => client.query(sql, values);
  await run('begin');
  const { rows } = await client.query<{ id: number }>(`select create_tenant($1, $2, 'en') as id`, [
    slug,
    `Company ${slug}`,
  ]);
  const tenantId = Number(rows[0]?.id);
  const company = {
    tenantId,
    slug,
    tickets,
    customers: Math.min(Math.max(Math.round(tickets / 500), 20), 2_000),
    contacts: Math.min(Math.max(Math.round(tickets / 40), 100), 20_000),
    technicians: tickets > 50_000 ? 40 : 8,
  };
  // create_tenant sets the tenant for its transaction, this for the whole session
  await run(`select set_config('app.tenant_id', $1, false)`, [String(tenantId)]);
  await run(`insert into mailboxes (address, is_generated, is_from) values ($1, true, true)`, [
    `${slug}@${mailDomain}`,
  ]);
  await run(
    `insert into roles (name, built_in, permissions)
     values ('Admin', 'admin', $1), ('Technician', 'technician', $2)`,
    [PERMISSIONS, TECHNICIAN_PERMISSIONS],
  );
  await run(
    `insert into technicians (email, password_hash, first_name, last_name, role_id)
     select format('tech%s@%s.test', n, $2::text), $3, 'Tech', 'Number ' || n,
       (select id from roles where tenant_id = current_tenant_id()
          and built_in = case when n = 1 then 'admin' else 'technician' end)
     from generate_series(1, $1::int) n`,
    [company.technicians, slug, passwordHash],
  );
  await run(
    `insert into customers (name, phone, updated_at)
     select initcap(w.word) || ' ' || (array['GmbH', 'Ltd', 'AG', 'SARL', 'SpA'])[1 + n % 5] || ' ' || n,
       '+41 44 ' || n, now() - n * interval '1 hour'
     from generate_series(1, $1::int) n
     join bench_words w on w.id = 200 + (n * 37) % 15000`,
    [company.customers],
  );
  await run(
    `insert into customer_domains (domain, customer_id)
     select format('customer%s.%s.test', row_number() over (order by id), $1::text), id
     from customers where tenant_id = current_tenant_id()`,
    [slug],
  );
  await run(
    `insert into contacts (customer_id, email, first_name, last_name, portal_username,
       password_hash, is_main_contact)
     select (select min(id) from customers where tenant_id = current_tenant_id()) + (n - 1) % $2::int,
       format('person%s@customer%s.%s.test', n, (n - 1) % $2::int + 1, $3::text),
       initcap(f.word), initcap(l.word), 'person' || n,
       case when n <= 100 then $4::text end, n <= $2::int
     from generate_series(1, $1::int) n
     join bench_words f on f.id = 300 + (n * 53) % 9000
     join bench_words l on l.id = 300 + (n * 101) % 17000`,
    [company.contacts, company.customers, slug, passwordHash],
  );
  await run('commit');
  return company;
}
