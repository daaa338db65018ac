-- Who belongs together by e-mail address, and lists of contacts and customers from files.

-- Mail from a sub-domain is the customer's only where the customer says so.
alter table customer_domains add column includes_subdomains boolean not null default false;
grant update (includes_subdomains) on customer_domains to :app_role;

-- jane+news@x.test and jane@x.test are one person (RFC 5233): the address without its tag tells who.
create function mailbox_of(address text) returns text
  language sql immutable parallel safe as $$
  select regexp_replace(address, '^([^+@]+)\+[^@]*@', '\1@')
$$;

alter table contacts
  add column mailbox text,
  -- the welcome mail waits for a mail of theirs whose sender is proven
  add column awaits_welcome boolean not null default false;

create function keep_contact_mailbox() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  new.mailbox = mailbox_of(new.email);
  return new;
end $$;

-- Two that were two until now stay two: the later ones are known by their whole address.
alter table contacts no force row level security;
update contacts c set mailbox = case
  when exists (select from contacts o where o.tenant_id = c.tenant_id and o.id < c.id
               and mailbox_of(o.email) = mailbox_of(c.email)) then c.email
  when c.email <> mailbox_of(c.email)
    and exists (select from contacts o where o.tenant_id = c.tenant_id and o.id <> c.id
                and o.email = mailbox_of(c.email)) then c.email
  else mailbox_of(c.email) end;
alter table contacts force row level security;

-- the default only says that nobody has to give it: the trigger does
alter table contacts
  alter column mailbox set not null, alter column mailbox set default '',
  add unique (tenant_id, mailbox);
create trigger keep_contact_mailbox before insert or update of email on contacts
  for each row execute function keep_contact_mailbox();

-- A file with contacts and customers: one technician's, until it is done or forgotten.
create table imports (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint not null,
  file_key text not null,
  file_name text not null,
  size_bytes bigint not null,
  state text not null default 'draft'
    check (state in ('draft', 'checking', 'checked', 'running', 'done', 'stopped', 'failed')),
  -- how the file is read, what its columns are, what is done with its rows; see imports.rules.ts
  reading jsonb not null,
  mapping jsonb not null,
  options jsonb not null,
  row_count integer not null,
  -- where a check or a run goes on after an interruption
  next_row integer not null default 0,
  counts jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  changed_at timestamptz(3) not null default now(),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id) on delete cascade
);
create index imports_of_technician on imports (tenant_id, technician_id, id desc);
create index imports_age on imports (tenant_id, changed_at);
call protect_tenant_table('imports');

-- What was found out about a row, or became of it.
create table import_rows (
  tenant_id bigint not null references tenants (id),
  import_id bigint not null,
  -- the first row below the headings is 1
  row_number integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'skipped', 'refused')),
  -- wrong fields: [{field, code, params}], words in the errors catalogue
  problems jsonb not null default '[]',
  contact_id bigint,
  customer_id bigint,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);
create index import_rows_outcome on import_rows (tenant_id, import_id, outcome, row_number);
call protect_tenant_table('import_rows');
