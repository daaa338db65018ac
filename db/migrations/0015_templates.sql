-- What a company wrote in place of the original texts of its mails.

create table mail_templates (
  tenant_id bigint not null references tenants (id),
  -- as in shared/templates.ts
  name text not null,
  language text not null check (language in ('en', 'fr', 'de', 'it', 'es')),
  -- all three null: the original again; the row stays, so that its version goes on
  subject text,
  -- sanitised, placeholders as typed; null when it was written as plain text
  html text,
  -- as it was written, or the plain form of `html`
  text text,
  version integer not null default 1,
  updated_at timestamptz(3) not null default now(),
  updated_by bigint,
  primary key (tenant_id, name, language),
  foreign key (tenant_id, updated_by) references technicians (tenant_id, id),
  check ((subject is null) = (text is null)),
  check (html is null or text is not null)
);
call protect_tenant_table('mail_templates');

-- Mails to contacts that a company does not want to be sent at all.
create table switched_off_mails (
  tenant_id bigint not null references tenants (id),
  name text not null,
  primary key (tenant_id, name)
);
call protect_tenant_table('switched_off_mails');

alter table outbound_messages drop constraint outbound_messages_kind_check;
alter table outbound_messages add constraint outbound_messages_kind_check check (kind in
  ('reply', 'confirmation', 'statusNews', 'welcome', 'signInLink', 'passwordReset', 'invitation',
   'notice'));
