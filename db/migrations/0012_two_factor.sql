-- The second step of signing in: authenticator apps, recovery codes, passkeys, and what a sign-in
-- is between its two steps. Several server processes share all of it, so nothing waits in memory.

-- Who has such a role can do nothing but set a second step up until there is one.
alter table roles add column requires_two_factor boolean not null default false;

-- One app a technician (RFC 6238). While a new one is being set up, the old one counts on.
create table authenticator_apps (
  tenant_id bigint not null references tenants (id),
  technician_id bigint not null,
  -- sealed with the installation's key; null until the first one was confirmed by a code
  secret bytea,
  confirmed_at timestamptz(3),
  -- codes of this time step and older ones are worth nothing any more
  last_used_step bigint not null default 0,
  new_secret bytea,
  new_secret_until timestamptz(3),
  primary key (tenant_id, technician_id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id),
  check ((secret is null) = (confirmed_at is null)),
  check ((new_secret is null) = (new_secret_until is null))
);
call protect_tenant_table('authenticator_apps');

-- For who has lost everything else; a keyed hash, each works once.
create table recovery_codes (
  tenant_id bigint not null references tenants (id),
  technician_id bigint not null,
  code_hash bytea not null,
  used_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, technician_id, code_hash),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
call protect_tenant_table('recovery_codes');

-- WebAuthn credentials. A passkey verifies its user, so alone it is both steps.
create table passkeys (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint not null,
  name text not null,
  credential_id bytea not null,
  public_key bytea not null,
  -- of the signatures so far, as the authenticator counts; 0 for those that do not count
  signature_count bigint not null,
  transports text[] not null default '{}',
  -- what the authenticator calls the account: random, the same for all passkeys of a technician
  user_handle bytea not null,
  created_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3),
  primary key (tenant_id, id),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index passkeys_technician on passkeys (tenant_id, technician_id);
create index passkeys_credential on passkeys (credential_id);
call protect_tenant_table('passkeys', 'select, insert, update, delete', true);

-- The challenge of a passkey that is being added; used once.
create table passkey_registrations (
  tenant_id bigint not null references tenants (id),
  challenge bytea not null,
  session_id bigint not null,
  expires_at timestamptz(3) not null,
  primary key (tenant_id, challenge),
  foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete cascade
);
create index passkey_registrations_session on passkey_registrations (tenant_id, session_id);
call protect_tenant_table('passkey_registrations');

-- The password was right, the second step is still to come. No session: it opens nothing else.
create table pending_sign_ins (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint not null,
  token_hash bytea not null,
  host text not null,
  -- what a passkey has to sign; replaced at every attempt
  passkey_challenge bytea,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index pending_sign_ins_token on pending_sign_ins (token_hash);
create index pending_sign_ins_technician on pending_sign_ins (tenant_id, technician_id);
call protect_tenant_table('pending_sign_ins', 'select, insert, update, delete', true);

-- Challenges for signing in with a passkey alone, when nobody knows yet whose it is: they belong to
-- the installation. Worthless after a crash, like the counters of the rate limits.
create unlogged table sign_in_challenges (
  challenge bytea primary key,
  expires_at timestamptz(3) not null
);
create index sign_in_challenges_expires_at on sign_in_challenges (expires_at);
grant select, insert, delete on sign_in_challenges to :app_role;

create function find_pending_sign_in(
  token_hash bytea, out tenant_id bigint, out pending_sign_in_id bigint
) returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select p.tenant_id, p.id from pending_sign_ins p
    where p.token_hash = find_pending_sign_in.token_hash;
  end;

-- The first who registered a credential has it: its name is no secret, and whoever repeats it under
-- an account of his own must not stand before its owner.
create function find_passkey(credential_id bytea, out tenant_id bigint, out passkey_id bigint)
  returns setof record language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select p.tenant_id, p.id from passkeys p
    where p.credential_id = find_passkey.credential_id order by p.id limit 1;
  end;

revoke execute on function find_pending_sign_in(bytea), find_passkey(bytea) from public;
grant execute on function find_pending_sign_in(bytea), find_passkey(bytea) to :app_role;
