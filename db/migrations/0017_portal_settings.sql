-- How a company's portal looks and what its contacts may do there.
create table portal_settings (
  tenant_id bigint primary key references tenants (id),
  -- null: the company's name
  name text,
  -- null: Portico's own
  color text check (color ~ '^#[0-9a-f]{6}$'),
  -- by language; what is left out is not welcomed in that language
  welcome_texts jsonb not null default '{}',
  links jsonb not null default '[]',
  -- null: the company's language
  language text,
  privacy_url text,
  imprint_url text,
  priority_field text not null default 'hidden' check (priority_field in ('hidden', 'shown', 'filled')),
  impact_field text not null default 'hidden' check (impact_field in ('hidden', 'shown', 'filled')),
  contacts_may_close boolean not null default true,
  contacts_may_reopen boolean not null default true,
  password_sign_in boolean not null default true,
  link_sign_in boolean not null default true,
  knowledge_base text not null default 'public' check (knowledge_base in ('hidden', 'contacts', 'public')),
  -- the logo's address, another one with every new logo
  logo_key text check (logo_key ~ '^[A-Za-z0-9_-]{22}$'),
  logo_width_px integer,
  logo_height_px integer,
  -- what a logo that is see-through is painted with: unreadable on paper of the same tone
  logo_tone text check (logo_tone in ('dark', 'light')),
  version integer not null default 1,
  constraint portal_settings_sign_in check (password_sign_in or link_sign_in),
  check (num_nulls(logo_key, logo_width_px, logo_height_px) in (0, 3))
);
insert into portal_settings (tenant_id) select id from tenants;
call protect_tenant_table('portal_settings', 'select, insert, update');

-- Every company has its portal from the moment at which it signs up.
create function make_portal_settings() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into portal_settings (tenant_id) values (new.id);
  return new;
end $$;
create trigger make_portal_settings after insert on tenants
  for each row execute function make_portal_settings();

-- The logo as it is shown, and the small square of it in the browser's tab.
create table portal_logo_files (
  tenant_id bigint not null references tenants (id),
  logo_key text not null,
  kind text not null check (kind in ('logo', 'icon')),
  file_key text not null,
  size_bytes integer not null,
  primary key (tenant_id, logo_key, kind)
);
call protect_tenant_table('portal_logo_files', 'select, insert, delete');

-- Admin > Settings: what happens to mail of strangers, and to tickets that are over.
alter table tenants
  add column unknown_sender_filing text not null default 'ticket'
    check (unknown_sender_filing in ('ticket', 'suspended')),
  -- For so many days an answer opens the ticket again, later ones open a new ticket; null: always,
  -- 0: never.
  add column reopen_resolved_within_days integer check (reopen_resolved_within_days between 0 and 3650),
  add column reopen_closed_within_days integer check (reopen_closed_within_days between 0 and 3650),
  -- null: resolved tickets stay so until somebody closes them
  add column close_resolved_after_days integer check (close_resolved_after_days between 1 and 3650);

-- The ticket that was over when its contact wrote again, and which this one goes on from.
alter table tickets
  add column follows_id bigint,
  add foreign key (tenant_id, follows_id) references tickets (tenant_id, id);
create index tickets_follows on tickets (tenant_id, follows_id) where follows_id is not null;
