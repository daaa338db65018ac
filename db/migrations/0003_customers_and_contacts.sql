-- The client companies of a tenant and the people there.

create table customers (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  name text not null,
  -- without accents and case: what lists sort by and search in
  name_folded text not null generated always as (lower(fold_accents(name))) stored,
  phone text,
  website text,
  notes text not null default '',
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, id)
);
create index customers_name on customers (tenant_id, name_folded, id);
create index customers_updated on customers (tenant_id, updated_at desc, id desc);
call protect_tenant_table('customers', 'select, insert, update');

create table customer_domains (
  tenant_id bigint not null references tenants (id),
  -- lower case, IDN as punycode
  domain text not null,
  customer_id bigint not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, domain),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index customer_domains_customer on customer_domains (tenant_id, customer_id);
call protect_tenant_table('customer_domains');

create table contacts (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  -- null: wrote from a domain that no customer has, waits under "Unassigned"
  customer_id bigint,
  -- lower case, see mail-address.ts. Not citext: its operators are not leak-proof, so under row-level
  -- security an index could not find the one contact who writes.
  email text not null,
  first_name text not null default '',
  last_name text not null default '',
  phone text,
  job_title text,
  -- without accents and case: what lists sort by, and what they search in
  name_folded text not null
    generated always as (lower(fold_accents(btrim(last_name || ' ' || first_name)))) stored,
  search_folded text not null generated always as (lower(fold_accents(
    last_name || ' ' || first_name || ' ' || email || ' ' || coalesce(phone, '')))) stored,
  language text not null default 'en',
  is_main_contact boolean not null default false,
  has_portal_access boolean not null default true,
  -- lower case
  portal_username text not null,
  password_hash text,
  -- true until the contact chose a password of his own
  is_password_generated boolean not null default false,
  -- readable (AES-256-GCM) only until the first sign-in or 30 days, see the credentials rules
  generated_password_encrypted bytea,
  generated_password_expires_at timestamptz(3),
  last_sign_in_at timestamptz(3),
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, email),
  unique (tenant_id, portal_username),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index contacts_customer on contacts (tenant_id, customer_id, name_folded, id);
create index contacts_name on contacts (tenant_id, name_folded, id);
create index contacts_password_expiry on contacts (generated_password_expires_at)
  where generated_password_encrypted is not null;
call protect_tenant_table('contacts', 'select, insert, update', true);

alter table sessions add foreign key (tenant_id, contact_id) references contacts (tenant_id, id);
alter table single_use_tokens add foreign key (tenant_id, contact_id) references contacts (tenant_id, id);
