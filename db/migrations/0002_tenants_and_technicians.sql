-- The companies that signed up, the people who work for them, and how both sign in.

create table tenants (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  company_name text not null,
  language text not null default 'en',
  time_zone text not null default 'UTC',
  -- new-contact mail and automatic contacts: the portal document's Admin > Settings
  new_contact_mail_enabled boolean not null default false,
  new_contact_mail_template text not null default 'SendUsernameAndPassword',
  confirmation_mail_enabled boolean not null default true,
  automatic_contacts_enabled boolean not null default true,
  settings_version integer not null default 1,
  created_at timestamptz(3) not null default now()
);
call protect_tenant_table('tenants', 'select, insert, update', true, 'id');

-- Kept apart from tenants so that numbering tickets never waits for a change of settings.
create table ticket_counters (
  tenant_id bigint primary key references tenants (id),
  next_number bigint not null default 1
);
call protect_tenant_table('ticket_counters', 'select, insert, update');

create table roles (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  name text not null,
  built_in text check (built_in in ('admin', 'technician')),
  permissions text[] not null default '{}',
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, built_in)
);
create unique index roles_name on roles (tenant_id, lower(name));
call protect_tenant_table('roles');

create table technicians (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  email citext not null,
  password_hash text,
  first_name text not null,
  last_name text not null,
  phone text,
  role_id bigint not null,
  language text not null default 'en',
  time_zone text,
  default_page text not null default 'dashboard'
    check (default_page in ('dashboard', 'tickets', 'customers', 'devices', 'alerts')),
  disabled_at timestamptz(3),
  last_sign_in_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, role_id) references roles (tenant_id, id)
);
create index technicians_role on technicians (tenant_id, role_id);
call protect_tenant_table('technicians', 'select, insert, update', true);

-- A technician's e-mail address is unique in the installation. This directory carries that
-- promise (a unique index across tenants could not be distributed by tenant) and answers the
-- sign-in look-up; the server itself has no right on it.
create table technician_emails (
  email citext primary key,
  tenant_id bigint not null,
  technician_id bigint not null
);

create function keep_technician_emails() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if new.email = old.email then
      return new;
    end if;
    delete from technician_emails where email = old.email and technician_id = old.id;
  end if;
  insert into technician_emails values (new.email, new.tenant_id, new.id);
  return new;
end $$;
create trigger keep_technician_emails after insert or update of email on technicians
  for each row execute function keep_technician_emails();

-- Browser sessions of technicians and, in the portal, of contacts. Only a hash of the token.
create table sessions (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  token_hash bytea not null,
  audience text not null check (audience in ('console', 'portal')),
  host text not null,
  technician_id bigint,
  contact_id bigint,
  user_agent text,
  ip inet,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  -- when the password was last shown to be known
  proved_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id),
  check ((audience = 'console') = (technician_id is not null)),
  check ((audience = 'portal') = (contact_id is not null))
);
create index sessions_token on sessions (token_hash);
create index sessions_technician on sessions (tenant_id, technician_id) where technician_id is not null;
create index sessions_contact on sessions (tenant_id, contact_id) where contact_id is not null;
create index sessions_expires on sessions (expires_at);
call protect_tenant_table('sessions', 'select, insert, update, delete', true);

create table api_keys (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  name text not null,
  -- the first characters, shown in lists so that a key can be told from another
  prefix text not null,
  key_hash bytea not null,
  role_id bigint not null,
  created_by bigint not null,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, role_id) references roles (tenant_id, id),
  foreign key (tenant_id, created_by) references technicians (tenant_id, id)
);
create index api_keys_hash on api_keys (key_hash);
call protect_tenant_table('api_keys', 'select, insert, update', true);

-- Links in e-mails that work once: password resets, invitations, first passwords.
create table single_use_tokens (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  token_hash bytea not null,
  purpose text not null check (purpose in ('passwordReset', 'invitation', 'contactPassword')),
  technician_id bigint,
  contact_id bigint,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id),
  check (num_nonnulls(technician_id, contact_id) = 1)
);
create index single_use_tokens_hash on single_use_tokens (token_hash);
create index single_use_tokens_technician on single_use_tokens (tenant_id, technician_id);
create index single_use_tokens_contact on single_use_tokens (tenant_id, contact_id);
call protect_tenant_table('single_use_tokens', 'select, insert, update, delete', true);

-- Everything that matters, append-only: the server may add and read, never change.
create table audit_entries (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  actor_kind text not null check (actor_kind in ('technician', 'contact', 'apiKey', 'system', 'nobody')),
  actor_id bigint,
  actor_name text not null,
  action text not null,
  subject_kind text,
  subject_id bigint,
  subject_name text,
  details jsonb not null default '{}',
  ip inet,
  request_id text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id)
);
create index audit_entries_time on audit_entries (tenant_id, created_at desc, id desc);
create index audit_entries_subject on audit_entries (tenant_id, subject_kind, subject_id);
call protect_tenant_table('audit_entries', 'select, insert');
