-- What the server asks devices from outside: whether a page answers, whether a port is open.

create table device_checks (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  device_id bigint not null,
  kind text not null check (kind in ('http', 'tcp')),
  name text not null,
  -- http: where it is; tcp: host and port
  url text,
  host text,
  port integer check (port between 1 and 65535),
  -- null: any of 200 to 399, redirects followed
  expected_status smallint check (expected_status between 100 and 599),
  -- has to be in the answer; empty: anything
  expected_text text not null default '',
  -- a certificate that browsers would refuse is fine, too
  accepts_any_certificate boolean not null default false,
  every_minutes integer not null check (every_minutes between 1 and 1440),
  -- so often in a row it has to fail before it counts
  failures_until_alert integer not null check (failures_until_alert between 1 and 10),
  severity text not null check (severity in ('information', 'warning', 'critical')),
  is_enabled boolean not null default true,
  next_at timestamptz(3) not null,

  -- what was seen last; shared/checks.ts names the outcomes
  state text not null default 'waiting' check (state in ('waiting', 'passing', 'failing')),
  state_since timestamptz(3) not null default now(),
  outcome text,
  status_code smallint,
  response_ms integer,
  checked_at timestamptz(3),
  -- failures in a row, and since when
  failures integer not null default 0,
  failing_since timestamptz(3),
  certificate_ends_at timestamptz(3),

  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id),
  constraint device_checks_target check (
    case kind when 'http' then url is not null and num_nonnulls(host, port) = 0
    else url is null and num_nulls(host, port) = 0 end)
);
create index device_checks_device on device_checks (tenant_id, device_id, id);
create index device_checks_due on device_checks (next_at) where is_enabled;
call protect_tenant_table('device_checks', owner_reads => true);

create table check_results (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  check_id bigint not null,
  at timestamptz(3) not null,
  outcome text not null,
  status_code smallint,
  response_ms integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, check_id) references device_checks (tenant_id, id) on delete cascade
);
create index check_results_list on check_results (tenant_id, check_id, at desc, id desc);
create index check_results_age on check_results (tenant_id, at);
call protect_tenant_table('check_results', 'select, insert, delete');

-- Who has checks to be run by now: the tenants only.
create function list_tenants_with_due_checks(due_at timestamptz) returns setof bigint
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select distinct c.tenant_id from device_checks c where c.is_enabled and c.next_at <= due_at;
  end;
revoke execute on function list_tenants_with_due_checks(timestamptz) from public;
grant execute on function list_tenants_with_due_checks(timestamptz) to :app_role;
