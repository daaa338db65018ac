-- What every other migration stands on: extensions, the tenant setting that row-level
-- security reads, and the few tables that belong to the installation and not to a tenant.
-- :app_role (an identifier) and :app_role_name (a string) are replaced by the role that the
-- Times have milliseconds, like those of JavaScript: what goes round through a page cursor stays equal.
-- server's requests run as.

create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

revoke create on schema public from public;
grant usage on schema public to :app_role;

-- The tenant that the current transaction works for; null (and so: no rows) when none was set.
create function current_tenant_id() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::bigint;

-- Locks a table to its tenant: forced row-level security, so that not even the table's owner
-- sees rows outside the tenant that is set, and only the named privileges for the server.
-- owner_reads opens reading (never writing) for the owner, which the SECURITY DEFINER look-ups
-- that come before the tenant is known need.
create procedure protect_tenant_table(
  name regclass,
  privileges text default 'select, insert, update, delete',
  owner_reads boolean default false,
  tenant_column name default 'tenant_id'
) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant_isolation on %s using (%I = current_tenant_id()) with check (%I = current_tenant_id())',
    name, tenant_column, tenant_column);
  -- an insert need not repeat what the transaction already says
  if tenant_column = 'tenant_id' then
    execute format('alter table %s alter column tenant_id set default current_tenant_id()', name);
  end if;
  if owner_reads then
    execute format('create policy owner_lookup on %s for select to current_user using (true)', name);
  end if;
  execute format('grant %s on %s to %I', privileges, name, :app_role_name);
end $$;

-- Facts about the installation itself, such as the hash of the one-time setup link.
create table installation_facts (
  name text primary key,
  value jsonb not null,
  updated_at timestamptz(3) not null default now()
);
grant select, insert, update, delete on installation_facts to :app_role;

-- Counters of the rate limits. Shared by all server processes, worthless after a crash.
create unlogged table rate_limits (
  bucket text primary key,
  used integer not null,
  resets_at timestamptz(3) not null
);
create index rate_limits_resets_at on rate_limits (resets_at);
grant select, insert, update, delete on rate_limits to :app_role;

-- Folds accents; immutable (unlike unaccent itself) so that indexes may use it.
create function fold_accents(value text) returns text
  language sql immutable parallel safe strict
  return public.unaccent('public.unaccent'::regdictionary, value);

-- Full-text configuration for text in any language: no stemming, no stop words, no accents.
create text search configuration portico (copy = simple);
alter text search configuration portico
  alter mapping for hword, hword_part, word, asciihword, asciiword, hword_asciipart
  with unaccent, simple;
