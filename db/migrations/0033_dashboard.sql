-- What needs somebody now: numbers that are counted from indexes alone, and who sees which of them.

-- Since when a ticket waits for us: its contact wrote (or it was opened) and nobody has answered.
alter table tickets add column waiting_since timestamptz(3);
update tickets t set waiting_since = coalesce(
    (select min(m.created_at) from messages m
      where m.tenant_id = t.tenant_id and m.ticket_id = t.id and m.kind = 'contact'
        and m.id > coalesce((select max(r.id) from messages r where r.tenant_id = t.tenant_id
          and r.ticket_id = t.id and r.kind = 'reply'), 0)),
    t.created_at)
  where t.status = 'open'
    and coalesce((select m.kind from messages m where m.tenant_id = t.tenant_id
      and m.ticket_id = t.id and m.kind <> 'note' order by m.id desc limit 1), 'contact') = 'contact';
create index tickets_waiting on tickets (tenant_id, waiting_since, id) include (customer_id)
  where waiting_since is not null;

-- What was solved on a day.
create index tickets_resolved on tickets (tenant_id, resolved_at desc, id desc) include (customer_id)
  where resolved_at is not null;
-- What came in on a day, also for those who see some customers only.
drop index tickets_created;
create index tickets_created on tickets (tenant_id, created_at desc, id desc) include (customer_id);
-- The numbers beside the views and of the dashboard.
drop index tickets_active_counts;
create index tickets_active_counts
  on tickets (tenant_id, status, priority, assignee_id, customer_id) where is_active;

-- Which cards a technician has chosen, in his order; without a technician: what the company begins with.
create table dashboards (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint,
  -- shared/dashboard.ts: DashboardCard[]; null: the company's
  cards jsonb,
  -- the first steps are not shown any more
  hides_first_steps boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id),
  constraint dashboards_of unique nulls not distinct (tenant_id, technician_id)
);
call protect_tenant_table('dashboards');
