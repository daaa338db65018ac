-- Roles that are limited to chosen customers, and invitations that can be taken back.

alter table roles
  add column is_limited_to_customers boolean not null default false,
  -- Admin is everything there is
  add constraint roles_admin_unlimited check (built_in is distinct from 'admin' or not is_limited_to_customers);

-- The customers of a role that is limited; none are kept for one that is not.
create table role_customers (
  tenant_id bigint not null references tenants (id),
  role_id bigint not null,
  customer_id bigint not null,
  primary key (tenant_id, role_id, customer_id),
  foreign key (tenant_id, role_id) references roles (tenant_id, id) on delete cascade,
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index role_customers_customer on role_customers (tenant_id, customer_id);
call protect_tenant_table('role_customers', 'select, insert, delete');

-- Whose invitation is taken back is gone, and so is the claim on the address. Nobody else is ever
-- deleted: what people did stands under their names.
grant delete on technicians to :app_role;

create function forget_invited_technician() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.password_hash is not null or old.last_sign_in_at is not null then
    raise exception 'only a technician who has never signed in can be deleted';
  end if;
  delete from technician_emails where email = old.email and technician_id = old.id;
  return old;
end $$;
create trigger forget_invited_technician before delete on technicians
  for each row execute function forget_invited_technician();

-- All that can be there of somebody who has never signed in.
alter table single_use_tokens
  drop constraint single_use_tokens_tenant_id_technician_id_fkey,
  add foreign key (tenant_id, technician_id) references technicians (tenant_id, id) on delete cascade;
alter table username_changes
  drop constraint username_changes_tenant_id_technician_id_fkey,
  add foreign key (tenant_id, technician_id) references technicians (tenant_id, id) on delete cascade;
alter table picture_files
  drop constraint picture_files_tenant_id_technician_id_fkey,
  add foreign key (tenant_id, technician_id) references technicians (tenant_id, id) on delete cascade;
-- the mail with the invitation stays in the log
alter table outbound_messages
  drop constraint outbound_messages_tenant_id_technician_id_fkey,
  add foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
    on delete set null (technician_id);

-- The audit log by whom and by what, the newest first.
create index audit_entries_action on audit_entries (tenant_id, action, created_at desc, id desc);
create index audit_entries_actor on audit_entries (tenant_id, actor_kind, actor_id, created_at desc, id desc);
drop index audit_entries_subject;
create index audit_entries_subject on audit_entries (tenant_id, subject_kind, subject_id, created_at desc, id desc);
