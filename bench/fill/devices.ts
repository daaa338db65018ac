import type { Client } from 'pg';
import type { Company } from './people.ts';

/** A device for each hundred tickets: 8,200 of the big company among a million. */
const TICKETS_PER_DEVICE = 100;
/** As far back as they are kept: one for five tickets. */
const TICKETS_PER_ALERT = 5;

/** Most are online; what is offline went a while ago, and a few were never heard of again. */
const DEVICES = `
  insert into devices (customer_id, source, name, type, state, last_seen_at, state_since, hostname,
    os_name, logged_in_user, agent_version, inventory)
  select first.customer + (power(random(), 1.7) * ($2::int - 1))::int,
    case when n % 25 = 0 then 'checked' else 'agent' end,
    upper(k.type) || '-' || lpad(n::text, 6, '0'), k.type, s.state,
    now() - case s.state when 'online' then interval '1 minute' * random()
      when 'offline' then interval '7 days' * random() else interval '200 days' * random() end,
    now() - interval '3 days' * random(),
    lower(k.type) || n || '.example.test',
    (array['Windows 11 Pro', 'Windows Server 2025', 'Debian GNU/Linux 13', 'macOS 26'])[1 + n % 4],
    case when k.type <> 'server' then 'user' || n end,
    '1.0.0',
    jsonb_build_object('serial', 'SN' || lpad(n::text, 8, '0'), 'model', 'Model ' || n % 40)
  from generate_series(1, $1::int) n
  cross join (select min(id) as customer from customers where tenant_id = current_tenant_id()) first
  cross join lateral (select
      (array['workstation', 'laptop', 'laptop', 'server'])[1 + n % 4] as type) k
  cross join lateral (select
      case when random() < 0.9 then 'online' when random() < 0.8 then 'offline' else 'stale' end
        as state
      where n > 0) s`;

/** Three in a hundred are not resolved, as of tickets. */
const ALERTS = `
  with facts as materialized (
    select n, random() as luck, random() as chance,
      now() - (1 - n / $1::float8) * interval '390 days' as at,
      (power(random(), 1.7) * ($2::int - 1))::int as device_index
    from generate_series(1, $1::int) n
  )
  insert into alerts (fingerprint, source, kind, target, value, threshold, title, text, severity,
    state, device_id, customer_id, profile_id, occurrences, occurred_at, last_at, snoozed_until,
    resolved_at, resolved_by, created_at, updated_at)
  select 'bench:' || f.n, case f.n % 5 when 0 then 'offline' when 1 then 'webhook' else 'agent' end,
    k.kind, case when k.kind = 'disk' then '/' else '' end, 97, 95,
    initcap(k.kind) || ' of ' || d.name, left(p.text, 200),
    case when f.chance < 0.2 then 'critical' when f.chance < 0.7 then 'warning'
         else 'information' end,
    s.state, d.id, d.customer_id,
    (select id from alert_profiles where tenant_id = current_tenant_id() and is_default),
    1 + f.n % 3, f.at, f.at,
    case when s.state = 'snoozed' then now() + interval '1 day' end,
    case when s.state = 'resolved' then f.at end,
    case when s.state = 'resolved' then 'source' end,
    f.at, f.at
  from facts f
  cross join (select min(id) as device from devices where tenant_id = current_tenant_id()) first
  join devices d on d.tenant_id = current_tenant_id() and d.id = first.device + f.device_index
  join bench_paragraphs p on p.id = f.n % 4000 + 1
  cross join lateral (select
      case f.n % 5 when 0 then 'offline' when 1 then 'other' when 2 then 'disk' when 3 then 'cpu'
        else 'memory' end as kind) k
  cross join lateral (select
      case when f.luck > 0.03 then 'resolved' when f.chance < 0.6 then 'open'
           when f.chance < 0.8 then 'acknowledged' else 'snoozed' end as state) s
  order by f.n`;

/** As a trigger of alerts keeps it; triggers sleep while the data are made. */
const COUNTS = `
  update devices d set open_alert_count = a.count, worst_severity = a.worst
  from (select device_id, count(*) as count, max(severity_rank) as worst from alerts
        where tenant_id = current_tenant_id() and state in ('open', 'acknowledged')
        group by device_id) a
  where d.tenant_id = current_tenant_id() and d.id = a.device_id`;

/** One ticket in fifty is about a device. */
const TICKETS = `
  update tickets t set device_id = d.id
  from devices d
  cross join (select min(id) as device from devices where tenant_id = current_tenant_id()) first
  where t.tenant_id = current_tenant_id() and t.number % 50 = 0
    and d.tenant_id = current_tenant_id()
    and d.id = first.device + t.number / 50 % $1::int`;

/** Machines and what was wrong with them, for the tenant that is set in the session. */
export async function fillDevices(client: Client, company: Company): Promise<void> {
  const devices = Math.max(Math.round(company.tickets / TICKETS_PER_DEVICE), 10);
  const alerts = Math.max(Math.round(company.tickets / TICKETS_PER_ALERT), 50);
  await client.query(DEVICES, [devices, company.customers]);
  await client.query(ALERTS, [alerts, devices]);
  await client.query(COUNTS);
  await client.query(TICKETS, [devices]);
}
