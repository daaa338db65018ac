-- What needs attention on the customers' machines, who says so, and what follows from it.

-- Thresholds, and what happens when one is passed. Every company has one that is for all devices to
-- which none is assigned.
create table alert_profiles (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  name text not null,
  is_default boolean not null default false,
  -- shared/alerts.ts: AlertCondition[], TicketRule[] and AlertHearing
  conditions jsonb not null,
  ticket_rules jsonb not null default '[]',
  hearing jsonb not null,
  -- a ticket is solved once all of its alerts are
  solves_tickets boolean not null default false,
  -- an alert is resolved once its ticket is solved or closed
  resolves_alerts boolean not null default true,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, id)
);
create unique index alert_profiles_default on alert_profiles (tenant_id) where is_default;
create unique index alert_profiles_name on alert_profiles (tenant_id, lower(name));
create procedure add_default_alert_profile(tenant bigint) language sql as $$
  insert into alert_profiles (tenant_id, name, is_default, conditions, hearing)
  values (tenant, 'Default', true, '[
    {"id": "cpu", "kind": "cpu", "severity": "warning", "limit": 95, "hysteresis": 5, "minutes": 15, "target": "", "deviceTypes": []},
    {"id": "memory", "kind": "memory", "severity": "warning", "limit": 95, "hysteresis": 3, "minutes": 15, "target": "", "deviceTypes": []},
    {"id": "disk", "kind": "disk", "severity": "warning", "limit": 10, "hysteresis": 2, "minutes": 5, "target": "", "deviceTypes": []},
    {"id": "diskFull", "kind": "disk", "severity": "critical", "limit": 5, "hysteresis": 1, "minutes": 5, "target": "", "deviceTypes": []},
    {"id": "offline", "kind": "offline", "severity": "critical", "limit": null, "hysteresis": 0, "minutes": 5, "target": "", "deviceTypes": ["server"]},
    {"id": "certificate", "kind": "certificate", "severity": "warning", "limit": 14, "hysteresis": 0, "minutes": 0, "target": "", "deviceTypes": []},
    {"id": "certificateEnds", "kind": "certificate", "severity": "critical", "limit": 3, "hysteresis": 0, "minutes": 0, "target": "", "deviceTypes": []},
    {"id": "reboot", "kind": "reboot", "severity": "information", "limit": null, "hysteresis": 0, "minutes": 4320, "target": "", "deviceTypes": []}
  ]', '{"severities": ["warning", "critical"], "roleIds": [], "technicianIds": []}');
$$;
do $$
declare tenant bigint;
begin
  for tenant in select id from tenants loop call add_default_alert_profile(tenant); end loop;
end $$;
call protect_tenant_table('alert_profiles');

create function make_alert_profile() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  call add_default_alert_profile(new.id);
  return new;
end $$;
create trigger make_alert_profile after insert on tenants
  for each row execute function make_alert_profile();
revoke execute on procedure add_default_alert_profile(bigint) from public;

-- Either one device, or those of a customer, of a type, or both.
create table alert_profile_assignments (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  profile_id bigint not null,
  device_id bigint,
  customer_id bigint,
  device_type text check (device_type in ('workstation', 'laptop', 'server', 'other')),
  primary key (tenant_id, id),
  foreign key (tenant_id, profile_id) references alert_profiles (tenant_id, id) on delete cascade,
  foreign key (tenant_id, device_id) references devices (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  constraint alert_profile_assignments_to check (case when device_id is null
    then num_nonnulls(customer_id, device_type) > 0
    else num_nonnulls(customer_id, device_type) = 0 end),
  constraint alert_profile_assignments_once unique nulls not distinct
    (tenant_id, device_id, customer_id, device_type)
);
create index alert_profile_assignments_profile
  on alert_profile_assignments (tenant_id, profile_id);
call protect_tenant_table('alert_profile_assignments');

-- While one lasts, what comes up sleeps until its end: it is seen, but nobody is told.
create table maintenance_windows (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  name text not null,
  -- both null: the whole company
  customer_id bigint,
  device_id bigint,
  -- once: from one moment to another
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  -- weekly: 1 Monday to 7 Sunday, by the clock of the company's time zone; may go past midnight
  weekdays smallint[],
  from_minute smallint check (from_minute between 0 and 1439),
  duration_minutes integer check (duration_minutes between 1 and 10080),
  created_by bigint,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id),
  foreign key (tenant_id, created_by) references technicians (tenant_id, id),
  constraint maintenance_windows_of check (num_nonnulls(customer_id, device_id) < 2),
  constraint maintenance_windows_when check (
    (num_nulls(starts_at, ends_at) = 0 and starts_at < ends_at
      and num_nonnulls(weekdays, from_minute, duration_minutes) = 0)
    or (num_nonnulls(starts_at, ends_at) = 0
      and num_nulls(weekdays, from_minute, duration_minutes) = 0 and cardinality(weekdays) > 0))
);
create index maintenance_windows_once on maintenance_windows (tenant_id, ends_at);
call protect_tenant_table('maintenance_windows');

-- Other systems that send alerts, each with a secret of its own.
create table alert_sources (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  name text not null,
  format text not null check (format in ('alertmanager', 'plain')),
  secret_hash bytea not null,
  -- whose the alerts are that name no device of ours
  customer_id bigint,
  -- what follows from its alerts; null: what the device's own profile says, or the default one
  profile_id bigint,
  last_received_at timestamptz(3),
  -- why the last delivery was refused, until one is taken: a key of the errors catalogue
  last_error text,
  removed_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, profile_id) references alert_profiles (tenant_id, id)
    on delete set null (profile_id)
);
create unique index alert_sources_secret on alert_sources (secret_hash);
call protect_tenant_table('alert_sources', 'select, insert, update', owner_reads => true);

create function find_alert_source(
  secret_hash bytea, out tenant_id bigint, out alert_source_id bigint
) returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.tenant_id, s.id from alert_sources s
    where s.secret_hash = find_alert_source.secret_hash and s.removed_at is null;
  end;
revoke execute on function find_alert_source(bytea) from public;
grant execute on function find_alert_source(bytea) to :app_role;

create table alerts (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  -- what it is about, of whom: there is one unresolved alert of a fingerprint
  fingerprint text not null check (length(fingerprint) <= 300),
  source text not null check (source in ('agent', 'offline', 'check', 'api', 'webhook')),
  alert_source_id bigint,
  -- shared/alerts.ts: says how the title is made in each language; "other" has one of its own
  kind text not null,
  -- mount, service, host …
  target text not null default '',
  value real,
  threshold real,
  -- in the company's language, for finding it and for tickets
  title text not null,
  text text not null default '',
  labels jsonb not null default '{}',
  url text,
  severity text not null check (severity in ('information', 'warning', 'critical')),
  severity_rank smallint not null generated always as (
    case severity when 'critical' then 3 when 'warning' then 2 else 1 end) stored,
  state text not null default 'open' check (state in ('open', 'acknowledged', 'snoozed', 'resolved')),
  device_id bigint,
  customer_id bigint,
  ticket_id bigint,
  profile_id bigint,
  -- how often it came up, reopenings included
  occurrences integer not null default 1,
  -- since when the source says that it is so; another one is another occurrence
  occurred_at timestamptz(3) not null,
  -- heard of last
  last_at timestamptz(3) not null,
  acknowledged_by bigint,
  snoozed_until timestamptz(3),
  -- it sleeps because of a maintenance window, and nobody was told yet
  is_silenced boolean not null default false,
  -- comes and goes: has to be quiet until then before it counts as resolved
  is_flapping boolean not null default false,
  resolves_at timestamptz(3),
  resolved_at timestamptz(3),
  -- person: not raised again before its source says that it had ended
  resolved_by text check (resolved_by in ('person', 'source', 'ticket', 'system')),
  -- when technicians are to be told and tickets to be opened; null: done
  follow_up_at timestamptz(3),
  mailed_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  search_folded text not null generated always as (lower(fold_accents(
    title || ' ' || target || ' ' || text))) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, alert_source_id) references alert_sources (tenant_id, id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, profile_id) references alert_profiles (tenant_id, id)
    on delete set null (profile_id),
  foreign key (tenant_id, acknowledged_by) references technicians (tenant_id, id)
);
create unique index alerts_unresolved on alerts (tenant_id, fingerprint) where state <> 'resolved';
create index alerts_fingerprint on alerts (tenant_id, fingerprint, id desc);
create index alerts_list on alerts (tenant_id, last_at desc, id desc);
create index alerts_active on alerts (tenant_id, severity_rank desc, last_at desc, id desc)
  where state in ('open', 'acknowledged');
create index alerts_device on alerts (tenant_id, device_id, last_at desc, id desc)
  where device_id is not null;
create index alerts_customer on alerts (tenant_id, customer_id, last_at desc, id desc);
create index alerts_ticket on alerts (tenant_id, ticket_id) where ticket_id is not null;
create index alerts_follow_up on alerts (tenant_id, follow_up_at) where follow_up_at is not null;
create index alerts_sleeping on alerts (tenant_id, snoozed_until) where state = 'snoozed';
create index alerts_calming on alerts (tenant_id, resolves_at) where resolves_at is not null;
create index alerts_old on alerts (tenant_id, resolved_at) where state = 'resolved';
call protect_tenant_table('alerts');

create table alert_events (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  alert_id bigint not null,
  kind text not null check (kind in ('raised', 'reopened', 'severity', 'acknowledged', 'opened',
    'snoozed', 'woken', 'silenced', 'flapping', 'resolved', 'ticket', 'note')),
  actor_kind text not null check (actor_kind in ('technician', 'contact', 'apiKey', 'system')),
  actor_id bigint,
  actor_name text not null,
  details jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, alert_id) references alerts (tenant_id, id) on delete cascade
);
create index alert_events_list on alert_events (tenant_id, alert_id, id desc);
call protect_tenant_table('alert_events', 'select, insert');

-- Which conditions a device is in, and since when: what was seen between two reports would be lost.
create table device_conditions (
  tenant_id bigint not null references tenants (id),
  device_id bigint not null,
  -- ConditionStates of server/modules/alerts/conditions.rules.ts
  states jsonb not null,
  primary key (tenant_id, device_id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id)
);
call protect_tenant_table('device_conditions');

-- Devices show how many alerts wait for somebody, and how bad the worst is. The device is locked first:
-- two alerts at the same moment must both be counted.
create function count_alerts_of_device() returns trigger language plpgsql as $$
declare
  device bigint;
begin
  if tg_op = 'UPDATE' and new.state = old.state and new.severity = old.severity
    and new.device_id is not distinct from old.device_id then return null; end if;
  for device in
    select distinct d from unnest(array[
      case when tg_op <> 'INSERT' then old.device_id end,
      case when tg_op <> 'DELETE' then new.device_id end]) as d
    where d is not null order by d
  loop
    perform from devices where id = device for no key update;
    update devices set (open_alert_count, worst_severity) = (
      select count(*), coalesce(max(severity_rank), 0) from alerts
      where device_id = device and state in ('open', 'acknowledged'))
    where id = device;
  end loop;
  return null;
end $$;
create trigger count_alerts_of_device after insert or update or delete on alerts
  for each row execute function count_alerts_of_device();

-- Alerts go with their device to another customer.
create function move_alerts_of_device() returns trigger language plpgsql as $$
begin
  update alerts set customer_id = new.customer_id where device_id = new.id;
  return null;
end $$;
create trigger move_alerts_of_device after update of customer_id on devices
  for each row when (new.customer_id <> old.customer_id)
  execute function move_alerts_of_device();

-- Technicians are told of alerts, too.
alter table notifications
  alter column ticket_id drop not null,
  add column alert_id bigint,
  -- of so many that came up together it is the worst
  add column alert_count integer not null default 1,
  add foreign key (tenant_id, alert_id) references alerts (tenant_id, id) on delete cascade,
  add constraint notifications_of check (num_nonnulls(ticket_id, alert_id) = 1),
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check
    check (kind in ('assigned', 'reply', 'newTicket', 'mention', 'alert'));
create index notifications_alert on notifications (tenant_id, alert_id) where alert_id is not null;
alter table notification_choices
  drop constraint notification_choices_kind_check,
  add constraint notification_choices_kind_check
    check (kind in ('assigned', 'reply', 'newTicket', 'mention', 'alert'));
