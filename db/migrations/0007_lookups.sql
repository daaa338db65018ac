-- The whole list of look-ups that come before the tenant is known. Each is SECURITY DEFINER,
-- takes one exact key and returns ids only; everything else goes through row-level security.

create function find_tenant_by_slug(slug text) returns bigint
  language sql stable security definer set search_path = public, pg_temp
  return (select t.id from tenants t where t.slug = find_tenant_by_slug.slug);

create function is_any_tenant() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from tenants);

-- For jobs that go round all tenants.
create function list_tenant_ids() returns setof bigint
  language sql stable security definer set search_path = public, pg_temp
  begin atomic select t.id from tenants t order by t.id; end;

create function find_technician_by_email(email citext, out tenant_id bigint, out technician_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select e.tenant_id, e.technician_id from technician_emails e
    where e.email = find_technician_by_email.email;
  end;

create function find_session(token_hash bytea, out tenant_id bigint, out session_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.tenant_id, s.id from sessions s where s.token_hash = find_session.token_hash;
  end;

create function find_api_key(key_hash bytea, out tenant_id bigint, out api_key_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select k.tenant_id, k.id from api_keys k where k.key_hash = find_api_key.key_hash;
  end;

create function find_single_use_token(token_hash bytea, out tenant_id bigint, out token_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select t.tenant_id, t.id from single_use_tokens t
    where t.token_hash = find_single_use_token.token_hash;
  end;

create function find_mail_address(address citext, out tenant_id bigint, out mailbox_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select a.tenant_id, a.mailbox_id from mail_addresses a
    where a.address = find_mail_address.address;
  end;

-- Jobs commit with the change that caused them. The payload always carries the tenant that is
-- set: no caller can queue work for another one.
create function enqueue_job(
  task text, payload jsonb, queue text, run_at timestamptz, max_attempts integer, job_key text
) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_tenant_id() is null then
    raise exception 'a job needs a tenant';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := (payload || jsonb_build_object('tenantId', current_tenant_id()))::json,
    queue_name := queue, run_at := run_at, max_attempts := max_attempts, job_key := job_key);
end $$;

-- Signs a company up and makes it the tenant of the rest of the transaction.
create function create_tenant(slug text, company_name text, language text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tenant bigint := nextval(pg_get_serial_sequence('tenants', 'id'));
begin
  perform set_config('app.tenant_id', tenant::text, true);
  insert into tenants (id, slug, company_name, language) overriding system value
  values (tenant, create_tenant.slug, create_tenant.company_name, create_tenant.language);
  insert into ticket_counters (tenant_id) values (tenant);
  return tenant;
end $$;

revoke execute on function
  find_tenant_by_slug(text), is_any_tenant(), list_tenant_ids(),
  find_technician_by_email(citext), find_session(bytea), find_api_key(bytea),
  find_single_use_token(bytea), find_mail_address(citext), create_tenant(text, text, text),
  enqueue_job(text, jsonb, text, timestamptz, integer, text)
  from public;
grant execute on function
  find_tenant_by_slug(text), is_any_tenant(), list_tenant_ids(),
  find_technician_by_email(citext), find_session(bytea), find_api_key(bytea),
  find_single_use_token(bytea), find_mail_address(citext), create_tenant(text, text, text),
  enqueue_job(text, jsonb, text, timestamptz, integer, text)
  to :app_role;
