-- The machines of the customers: those whose agent reports, and those that the server looks at from
-- outside.

create table devices (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  customer_id bigint not null,
  -- agent: a program on it reports; checked: the server asks it from outside
  source text not null check (source in ('agent', 'checked')),
  name text not null,
  -- a technician gave the name: a new host name does not replace it
  is_name_chosen boolean not null default false,
  type text not null check (type in ('workstation', 'laptop', 'server', 'other')),
  is_type_chosen boolean not null default false,
  notes text not null default '',

  -- waiting: has never reported. stale: offline for so long that it is probably gone
  state text not null default 'waiting' check (state in ('waiting', 'online', 'offline', 'stale')),
  last_seen_at timestamptz(3),
  -- since when it is in this state
  state_since timestamptz(3) not null default now(),
  -- the last sample that was taken in: what is older has been
  samples_until timestamptz(3),
  last_sample jsonb,
  -- the machine's clock minus ours
  clock_offset_seconds integer not null default 0,

  -- what the agent says of the machine
  inventory jsonb,
  inventory_hash text,
  hostname text not null default '',
  os_name text not null default '',
  logged_in_user text,
  agent_version text,
  address inet,

  -- hash of hardware and installed system; two with one key are two machines
  fingerprint text,
  -- the two latest starts of the agent: when they report in turns, the machine was copied
  run_id text,
  former_run_id text,
  copy_noticed_at timestamptz(3),

  -- kept by a trigger of the alerts
  open_alert_count integer not null default 0,
  -- 0 none, 1 information, 2 warning, 3 critical
  worst_severity smallint not null default 0,

  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),

  name_folded text not null generated always as (lower(fold_accents(name))) stored,
  os_folded text not null generated always as (lower(fold_accents(os_name))) stored,
  user_folded text not null
    generated always as (lower(fold_accents(coalesce(logged_in_user, '')))) stored,
  search_folded text not null generated always as (lower(fold_accents(
    name || ' ' || hostname || ' ' || os_name || ' ' || coalesce(logged_in_user, '') || ' ' ||
    coalesce(inventory->>'serial', '') || ' ' || coalesce(inventory->>'model', '')))) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index devices_name on devices (tenant_id, name_folded, id) where archived_at is null;
create index devices_seen on devices (tenant_id, last_seen_at desc nulls last, id desc)
  where archived_at is null;
create index devices_customer on devices (tenant_id, customer_id, name_folded, id);
create index devices_state on devices (tenant_id, state) where archived_at is null;
create index devices_fingerprint on devices (tenant_id, fingerprint)
  where fingerprint is not null;
call protect_tenant_table('devices', 'select, insert, update');

-- What an agent shows instead of a password. Several at a time only while one takes the other's place.
create table device_keys (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  device_id bigint not null,
  key_hash bytea not null,
  created_at timestamptz(3) not null default now(),
  first_used_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id)
);
create unique index device_keys_hash on device_keys (key_hash);
create index device_keys_device on device_keys (tenant_id, device_id) where revoked_at is null;
call protect_tenant_table('device_keys', 'select, insert, update', owner_reads => true);

create function find_device_key(key_hash bytea, out tenant_id bigint, out device_key_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select k.tenant_id, k.id from device_keys k where k.key_hash = find_device_key.key_hash;
  end;

-- Lets machines become devices of a customer.
create table enrolment_tokens (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  customer_id bigint not null,
  name text not null,
  token_hash bytea not null,
  created_by bigint not null,
  expires_at timestamptz(3) not null,
  uses_max integer not null check (uses_max > 0),
  uses integer not null default 0,
  revoked_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, created_by) references technicians (tenant_id, id)
);
create unique index enrolment_tokens_hash on enrolment_tokens (token_hash);
create index enrolment_tokens_customer on enrolment_tokens (tenant_id, customer_id);
call protect_tenant_table('enrolment_tokens', 'select, insert, update', owner_reads => true);

create function find_enrolment_token(
  token_hash bytea, out tenant_id bigint, out enrolment_token_id bigint
) returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select t.tenant_id, t.id from enrolment_tokens t
    where t.token_hash = find_enrolment_token.token_hash;
  end;

-- How the inventory came to be what it is.
create table device_changes (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  device_id bigint not null,
  -- path in the inventory, or "customer", "name"
  field text not null,
  old jsonb,
  new jsonb,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id)
);
create index device_changes_list on device_changes (tenant_id, device_id, id desc);
create index device_changes_age on device_changes (tenant_id, created_at);
call protect_tenant_table('device_changes', 'select, insert, delete');

create table device_contacts (
  tenant_id bigint not null references tenants (id),
  device_id bigint not null,
  contact_id bigint not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, device_id, contact_id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
create index device_contacts_contact on device_contacts (tenant_id, contact_id);
call protect_tenant_table('device_contacts', 'select, insert, delete');

-- One row for each sample, for two days.
create table device_minutes (
  tenant_id bigint not null,
  device_id bigint not null,
  at timestamptz(3) not null,
  cpu_percent real not null,
  memory_percent real not null,
  received_bytes_per_second real not null,
  sent_bytes_per_second real not null,
  -- used percent by where it is mounted
  disks jsonb not null,
  primary key (tenant_id, device_id, at)
) partition by range (at);
call protect_tenant_table('device_minutes', 'select, insert');

-- The same in steps of 15 minutes, for 90 days: sums and greatest values of `samples` samples.
create table device_quarters (
  tenant_id bigint not null,
  device_id bigint not null,
  -- beginning of the 15 minutes
  at timestamptz(3) not null,
  samples integer not null,
  cpu_sum real not null,
  cpu_max real not null,
  memory_sum real not null,
  memory_max real not null,
  received_sum real not null,
  sent_sum real not null,
  -- used percent by mount, as the last sample had it
  disks jsonb not null,
  primary key (tenant_id, device_id, at)
) partition by range (at);
call protect_tenant_table('device_quarters', 'select, insert, update');

-- Whatever the clock does, a sample finds room.
create table device_minutes_other partition of device_minutes default;
create table device_quarters_other partition of device_quarters default;
alter table device_minutes_other enable row level security, force row level security;
alter table device_quarters_other enable row level security, force row level security;

-- Days of samples and weeks of quarters: makes the partitions of the time around `now` and drops those
-- that are past. Partitions are reached through their tables only; by name nobody has a right to them.
create function keep_device_partitions(now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kind record;
  step interval;
  day timestamptz;
  name text;
  old record;
begin
  -- one at a time, of all server processes
  if not pg_try_advisory_xact_lock(hashtext('keep_device_partitions')) then return; end if;
  for kind in
    select * from (values
      ('device_minutes', 'day', interval '1 day', interval '3 days', 3),
      ('device_quarters', 'week', interval '7 days', interval '91 days', 2)
    ) as k (parent, unit, step, keeps, ahead)
  loop
    for i in -3 .. kind.ahead loop
      day := date_trunc(kind.unit, now at time zone 'UTC') at time zone 'UTC' + i * kind.step;
      name := kind.parent || '_' || to_char(day at time zone 'UTC', 'YYYYMMDD');
      if to_regclass(name) is null then
        begin
          execute format('create table %I partition of %I for values from (%L) to (%L)',
            name, kind.parent, day, day + kind.step);
          execute format(
            'alter table %I enable row level security, force row level security', name);
        -- rows of that time are in the partition for all others already: they stay there
        exception when check_violation then null;
        end;
      end if;
    end loop;
    for old in
      select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = kind.parent::regclass and c.relname ~ '_\d{8}$'
        and to_date(right(c.relname, 8), 'YYYYMMDD') + kind.step + kind.keeps < now
    loop
      execute format('drop table %I', old.relname);
    end loop;
  end loop;
  delete from device_minutes_other where at < now - interval '3 days';
  delete from device_quarters_other where at < now - interval '91 days';
end $$;

revoke execute on function
  find_device_key(bytea), find_enrolment_token(bytea), keep_device_partitions(timestamptz)
  from public;
grant execute on function
  find_device_key(bytea), find_enrolment_token(bytea), keep_device_partitions(timestamptz)
  to :app_role;

-- Since when devices are watched without a break: a server that was down saw nobody, and says nothing.
-- (installation_facts 'deviceWatch')

alter table tickets add column device_id bigint;
alter table tickets add foreign key (tenant_id, device_id) references devices (tenant_id, id);
create index tickets_device on tickets (tenant_id, device_id, number desc)
  where device_id is not null;
