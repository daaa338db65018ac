-- What contacts choose and have read in the portal, links that sign them in, and what they sent.

alter table contacts
  -- the kinds of mail that the contact does not want, see shared/contact-mails.ts
  add column unwanted_mails text[] not null default '{}',
  -- whatever was written before is not news to the contact
  add column read_until timestamptz(3) not null default now();

-- How far a contact has read a ticket's conversation.
create table ticket_reads (
  tenant_id bigint not null references tenants (id),
  contact_id bigint not null,
  ticket_id bigint not null,
  message_id bigint not null,
  primary key (tenant_id, contact_id, ticket_id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, message_id) references messages (tenant_id, id)
);
call protect_tenant_table('ticket_reads');

-- What was sent from the portal lately, so that sending it again (a click too many, an answer that
-- was lost on its way) finds what was made of it the first time.
create table portal_sendings (
  tenant_id bigint not null references tenants (id),
  contact_id bigint not null,
  -- of the form's own key and of what it holds
  key_hash bytea not null,
  -- the ticket's number or the message's id; null only while the first one is at it
  result bigint,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, contact_id, key_hash),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
create index portal_sendings_age on portal_sendings (tenant_id, created_at);
call protect_tenant_table('portal_sendings');

alter table single_use_tokens
  drop constraint single_use_tokens_purpose_check,
  add constraint single_use_tokens_purpose_check
    check (purpose in ('passwordReset', 'invitation', 'contactPassword', 'contactSignIn'));

-- Who signed in by a link knows nothing about the password that was generated.
alter table sessions add column is_by_link boolean not null default false;
