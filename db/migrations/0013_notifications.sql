-- What technicians are told of, in the console and by e-mail.

-- One row per technician and happening. The row is there as soon as he is to hear of it on either
-- way; is_shown says whether the console lists it, waits_for_mail whether the next mail carries it.
create table notifications (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint not null,
  kind text not null check (kind in ('assigned', 'reply', 'newTicket', 'mention')),
  -- tells one happening from another, whatever is said of it: nobody hears of one twice
  event text not null,
  ticket_id bigint not null,
  -- what was said; null where nothing was
  message_id bigint,
  -- who did it, as he was called then
  actor_kind text not null check (actor_kind in ('technician', 'contact', 'apiKey', 'system')),
  actor_id bigint,
  actor_name text not null,
  -- first words of what was said
  excerpt text not null default '',
  is_shown boolean not null,
  waits_for_mail boolean not null,
  created_at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  primary key (tenant_id, id),
  unique (tenant_id, technician_id, event),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, message_id) references messages (tenant_id, id)
);
create index notifications_list on notifications (tenant_id, technician_id, id desc) where is_shown;
create index notifications_unread on notifications (tenant_id, technician_id, ticket_id)
  where read_at is null;
create index notifications_waiting on notifications (tenant_id, technician_id, id)
  where waits_for_mail;
create index notifications_age on notifications (tenant_id, created_at);
call protect_tenant_table('notifications');

-- What a technician chose for one kind. No row: the default of the kind (shared/notifications.ts).
create table notification_choices (
  tenant_id bigint not null references tenants (id),
  technician_id bigint not null,
  kind text not null check (kind in ('assigned', 'reply', 'newTicket', 'mention')),
  in_console boolean not null,
  by_email boolean not null,
  primary key (tenant_id, technician_id, kind),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
call protect_tenant_table('notification_choices', 'select, insert, update');

-- A job that gathers has to run at the time of its first cause, not be put off by each further one.
drop function enqueue_job(text, jsonb, text, timestamptz, integer, text);
create function enqueue_job(
  task text, payload jsonb, queue text, run_at timestamptz, max_attempts integer, job_key text,
  keeps_time boolean
) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_tenant_id() is null then
    raise exception 'a job needs a tenant';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := (payload || jsonb_build_object('tenantId', current_tenant_id()))::json,
    queue_name := queue, run_at := run_at, max_attempts := max_attempts, job_key := job_key,
    job_key_mode := case when keeps_time then 'preserve_run_at' else 'replace' end);
end $$;
revoke execute on function
  enqueue_job(text, jsonb, text, timestamptz, integer, text, boolean) from public;
grant execute on function
  enqueue_job(text, jsonb, text, timestamptz, integer, text, boolean) to :app_role;
