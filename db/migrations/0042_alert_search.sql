-- Words are looked up among alerts through an index once they are not to be found among the newest.
create index alerts_words on alerts using gin (tenant_id, search_folded gin_trgm_ops);
create policy owner_lookup on alerts for select to current_user using (true);
create policy owner_lookup on devices for select to current_user using (true);
create policy owner_lookup on customers for select to current_user using (true);

-- Alerts that have something like the pattern in themselves or in the name of their device or customer,
-- at most so many, in no order. Who may see them is the caller's question. Under a policy `like` is not
-- let near an index, as it is not leak-proof.
create function find_alerts(pattern text, at_most integer) returns setof bigint
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
declare
  tenant bigint := current_tenant_id();
begin
  return query
    select found.id from (
      select a.id from alerts a where a.tenant_id = tenant and a.search_folded like pattern
      union
      select a.id from alerts a where a.tenant_id = tenant and a.device_id in (
        select d.id from devices d where d.tenant_id = tenant and d.search_folded like pattern)
      union
      select a.id from alerts a where a.tenant_id = tenant and a.customer_id in (
        select c.id from customers c where c.tenant_id = tenant and c.name_folded like pattern)
    ) found limit at_most;
end $$;
revoke execute on function find_alerts(text, integer) from public;
grant execute on function find_alerts(text, integer) to :app_role;

-- Each report of an agent changes when its device was seen last. Without an index on that a report
-- rewrites the row in its place and leaves all other indexes alone; the list, which no index served,
-- sorts some thousand devices.
drop index devices_seen;
alter table devices set (fillfactor = 70);

-- The list's other orders, over all states.
create index alerts_created on alerts (tenant_id, created_at desc, id desc);
create index alerts_severity on alerts (tenant_id, severity_rank desc, last_at desc, id desc);
