-- What happened last, for the dashboard; tickets and alerts have a history that can be asked already.

-- When a machine was there and when it was not: the devices themselves only know how it is now. Kept by
-- the database, because agents, checks and the watch over silence all change the state.
create function note_state_of_device() returns trigger language plpgsql as $$
begin
  insert into device_changes (tenant_id, device_id, field, old, new, created_at)
  values (new.tenant_id, new.id, 'state', to_jsonb(old.state), to_jsonb(new.state), new.state_since);
  return null;
end $$;
create trigger note_state_of_device after update of state on devices
  for each row when (old.state is distinct from new.state) execute function note_state_of_device();
create index device_changes_states on device_changes (tenant_id, id desc) where field = 'state';

-- A choice of cards says which one it changes: two windows do not overwrite each other unseen.
alter table dashboards add column version integer not null default 0;
