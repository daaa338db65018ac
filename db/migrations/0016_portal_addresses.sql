-- Where a tenant's portal is: its slug, which may be changed, and a domain of its own.

-- Every slug that leads to a tenant, today's and those it gave up. A unique index over today's and
-- former ones cannot live in a tenant's table; the server itself has no right on this one.
create table portal_slugs (
  slug text primary key,
  tenant_id bigint not null,
  -- null: the tenant's slug today. Otherwise it redirects until then, and nobody else may take it
  redirects_until timestamptz(3)
);
create index portal_slugs_tenant on portal_slugs (tenant_id);
insert into portal_slugs select slug, id, null from tenants;

create function keep_portal_slugs() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.slug = old.slug then
    return new;
  end if;
  delete from portal_slugs s
  where s.slug = new.slug and (s.redirects_until <= now() or s.tenant_id = new.id);
  if tg_op = 'UPDATE' then
    update portal_slugs s set redirects_until = now() + interval '90 days'
    where s.slug = old.slug and s.tenant_id = new.id;
  end if;
  insert into portal_slugs values (new.slug, new.id, null);
  return new;
end $$;
create trigger keep_portal_slugs after insert or update of slug on tenants
  for each row execute function keep_portal_slugs();

-- A former slug counts as taken for as long as it redirects.
create or replace function find_tenant_by_slug(slug text) returns bigint
  language sql stable security definer set search_path = public, pg_temp
  return (
    select s.tenant_id from portal_slugs s
    where s.slug = find_tenant_by_slug.slug
      and (s.redirects_until is null or s.redirects_until > now()));

create function find_portal_by_slug(slug text, out tenant_id bigint, out slug_today text)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.tenant_id, t.slug from portal_slugs s join tenants t on t.id = s.tenant_id
    where s.slug = find_portal_by_slug.slug
      and (s.redirects_until is null or s.redirects_until > now());
  end;

-- The slugs that the tenant of the transaction gave up and that still redirect.
create function list_former_slugs(out slug text, out redirects_until timestamptz)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.slug, s.redirects_until from portal_slugs s
    where s.tenant_id = current_tenant_id() and s.redirects_until > now()
    order by s.redirects_until desc;
  end;

-- Mail to the address of a former slug arrives for as long as the slug redirects. An address at a
-- domain that is not proven to be the tenant's waits: it gets no mail, and blocks nobody.
alter table mailboxes add column retires_at timestamptz(3),
  add column waits_for_proof boolean not null default false;

create or replace function keep_mail_addresses() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    delete from mail_addresses where address = old.address and mailbox_id = old.id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if not new.waits_for_proof then
    insert into mail_addresses values (new.address, new.tenant_id, new.id);
  end if;
  return new;
end $$;
drop trigger keep_mail_addresses on mailboxes;
create trigger keep_mail_addresses
  after insert or update of address, waits_for_proof or delete on mailboxes
  for each row execute function keep_mail_addresses();

-- Alone on the installation there is nobody from whom a domain could be taken.
create function is_only_tenant() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not exists (select from tenants t where t.id <> current_tenant_id());

-- That a domain is a tenant's: a TXT record with a random text, asked for again and again.
create table domain_proofs (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  domain text not null check (domain = lower(domain) and length(domain) <= 244),
  token text not null,
  created_at timestamptz(3) not null default now(),
  checked_at timestamptz(3),
  -- what the last check saw
  finding text not null default 'unchecked'
    check (finding in ('unchecked', 'found', 'missing', 'heldByAnother', 'noAnswer')),
  -- since when the domain counts as the tenant's; null: it does not
  proven_at timestamptz(3),
  -- it still counts, but the record has been gone since then
  missing_since timestamptz(3),
  next_check_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, domain)
);
create index domain_proofs_due on domain_proofs (next_check_at);
call protect_tenant_table('domain_proofs', 'select, insert, update, delete', true);

-- Whose a domain is: one holder in the installation. Claims that prove nothing are not here, so
-- they stand in nobody's way. The server has no right on it.
create table proven_domains (
  domain text primary key,
  tenant_id bigint not null,
  proof_id bigint not null
);

-- Decides about a domain from what its TXT record says (`texts`): the tenant of the transaction
-- becomes the holder if its own text is there and that of the holder is not. Returns who holds it
-- after that, null for nobody. One decision about a domain at a time.
create function settle_domain(domain text, texts text[]) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own record;
  holder record;
  loser record;
begin
  perform pg_advisory_xact_lock(hashtextextended('portico domain ' || settle_domain.domain, 0));
  select p.id, p.token into own from domain_proofs p
  where p.tenant_id = current_tenant_id() and p.domain = settle_domain.domain;
  select d.tenant_id, p.token into holder
  from proven_domains d
    join domain_proofs p on p.tenant_id = d.tenant_id and p.id = d.proof_id
  where d.domain = settle_domain.domain;
  if own.token = any (texts)
    and (holder.tenant_id is null or holder.tenant_id = current_tenant_id()
      or not holder.token = any (texts))
  then
    insert into proven_domains values (settle_domain.domain, current_tenant_id(), own.id)
    on conflict on constraint proven_domains_pkey
      do update set tenant_id = excluded.tenant_id, proof_id = excluded.proof_id;
    -- Whoever lost it has to learn so at once: its mails must not link to another's portal.
    if holder.tenant_id <> current_tenant_id() then
      perform graphile_worker.add_job(
        'domainProofs.check',
        payload := json_build_object(
          'tenantId', holder.tenant_id, 'domain', settle_domain.domain),
        max_attempts := 10);
    end if;
    -- Addresses that others took here without a proof, from when they were alone, end likewise.
    for loser in
      delete from mail_addresses a
      where a.tenant_id <> current_tenant_id()
        and split_part(a.address::text, '@', 2) = settle_domain.domain
      returning a.tenant_id
    loop
      perform graphile_worker.add_job(
        'domainProofs.check',
        payload := json_build_object(
          'tenantId', loser.tenant_id, 'domain', settle_domain.domain),
        max_attempts := 10);
    end loop;
    return current_tenant_id();
  end if;
  return holder.tenant_id;
end $$;

create function free_proven_domain() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or new.proven_at is null then
    delete from proven_domains d where d.domain = old.domain and d.tenant_id = old.tenant_id;
  end if;
  return null;
end $$;
create trigger free_proven_domain after update of proven_at or delete on domain_proofs
  for each row execute function free_proven_domain();

-- The tenant's addresses at a domain follow its proof. Replies are never sent from one that waits.
create function follow_domain_proof() returns trigger language plpgsql as $$
declare
  is_lost boolean := new.proven_at is null and not is_only_tenant();
begin
  if (old.proven_at is null) = (new.proven_at is null) then
    return null;
  end if;
  if is_lost and exists (
    select from mailboxes m
    where m.is_from and not m.is_generated and split_part(m.address::text, '@', 2) = new.domain)
  then
    update mailboxes set is_from = false where is_from;
    update mailboxes set is_from = true where is_generated and retires_at is null;
  end if;
  update mailboxes m set waits_for_proof = is_lost
  where not m.is_generated and m.waits_for_proof <> is_lost
    and split_part(m.address::text, '@', 2) = new.domain;
  return null;
end $$;
create trigger follow_domain_proof after update of proven_at on domain_proofs
  for each row execute function follow_domain_proof();

create function list_due_domain_checks(
  due_at timestamptz, most integer, out tenant_id bigint, out domain text
) returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select p.tenant_id, p.domain from domain_proofs p
    where p.next_check_at <= due_at order by p.next_check_at limit most;
  end;

-- The Portal Domain Name; at most one a tenant. What the last check saw stands beside it.
create table portal_domains (
  tenant_id bigint primary key references tenants (id),
  domain text not null,
  added_at timestamptz(3) not null default now(),
  check_asked_at timestamptz(3),
  checked_at timestamptz(3),
  leads text not null default 'unchecked'
    check (leads in ('unchecked', 'here', 'elsewhere', 'nowhere', 'noAnswer')),
  leads_to text[] not null default '{}',
  -- the addresses that it should lead to, if the installation's own name has any
  our_addresses text[] not null default '{}',
  answers text not null default 'unchecked'
    check (answers in ('unchecked', 'well', 'badly', 'noAnswer')),
  serving_since timestamptz(3),
  broken_since timestamptz(3),
  foreign key (tenant_id, domain) references domain_proofs (tenant_id, domain)
);
call protect_tenant_table('portal_domains', 'select, insert, update, delete', true);

-- The own domain in links, once it serves; beside the slug because every mail asks for both.
alter table tenants add column serving_domain text;

create function find_portal_by_domain(domain text, out tenant_id bigint, out slug text)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select t.id, t.slug
    from proven_domains d
      join portal_domains p on p.tenant_id = d.tenant_id and p.domain = d.domain
      join tenants t on t.id = d.tenant_id
    where d.domain = find_portal_by_domain.domain;
  end;

revoke execute on function
  is_only_tenant(), find_portal_by_slug(text), list_former_slugs(), settle_domain(text, text[]),
  list_due_domain_checks(timestamptz, integer), find_portal_by_domain(text)
  from public;
grant execute on function
  is_only_tenant(), find_portal_by_slug(text), list_former_slugs(), settle_domain(text, text[]),
  list_due_domain_checks(timestamptz, integer), find_portal_by_domain(text)
  to :app_role;
