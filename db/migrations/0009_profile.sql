-- What a technician sets for himself, and the way back from a change of username.

alter table technicians
  add column theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  add column density text not null default 'comfortable' check (density in ('comfortable', 'compact'));

-- Every change of a technician's e-mail address (his username). Whoever had the old address can undo
-- it for a while by the link that was sent there, of which only a hash is kept. Not a single-use
-- token: those end when a password changes, and this must outlive what a thief does next.
create table username_changes (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint not null,
  old_email citext not null,
  new_email citext not null,
  token_hash bytea not null,
  created_at timestamptz(3) not null default now(),
  undo_until timestamptz(3) not null,
  undone_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index username_changes_hash on username_changes (token_hash);
create index username_changes_technician on username_changes (tenant_id, technician_id, id);
call protect_tenant_table('username_changes', 'select, insert, update', true);

create function find_username_change(token_hash bytea, out tenant_id bigint, out change_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select c.tenant_id, c.id from username_changes c
    where c.token_hash = find_username_change.token_hash;
  end;
revoke execute on function find_username_change(bytea) from public;
grant execute on function find_username_change(bytea) to :app_role;
