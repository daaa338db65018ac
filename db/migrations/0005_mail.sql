-- Mail in and out: nothing accepted is lost, everything can be explained.

create table mailboxes (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  address citext not null,
  -- <slug>@MAIL_DOMAIN, made with the tenant
  is_generated boolean not null default false,
  -- outgoing mail comes from here; exactly one per tenant
  is_from boolean not null default false,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id)
);
create unique index mailboxes_from on mailboxes (tenant_id) where is_from;
call protect_tenant_table('mailboxes');

-- Directory of the addresses that we take mail for; unique in the installation.
create table mail_addresses (
  address citext primary key,
  tenant_id bigint not null,
  mailbox_id bigint not null
);

create function keep_mail_addresses() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    delete from mail_addresses where address = old.address and mailbox_id = old.id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  insert into mail_addresses values (new.address, new.tenant_id, new.id);
  return new;
end $$;
create trigger keep_mail_addresses after insert or update of address or delete on mailboxes
  for each row execute function keep_mail_addresses();

-- Every message that SMTP answered with 250, in exactly one visible state.
create table inbound_messages (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  raw_key text not null,
  raw_sha256 bytea not null,
  size_bytes bigint not null,
  envelope_from text not null,
  envelope_to text[] not null,
  remote_ip inet,
  helo text,
  received_at timestamptz(3) not null default now(),
  state text not null default 'received'
    check (state in ('received', 'newTicket', 'appended', 'bounce', 'suspended', 'dropped')),
  -- stable code of why it was suspended or dropped
  reason text,
  message_id text,
  from_address citext,
  from_name text,
  subject text,
  -- of sender and content, to tell a duplicate from another mail under the same Message-ID
  content_hash bytea,
  -- what each named step decided: the answer to "why did this mail go here?"
  steps jsonb not null default '[]',
  ticket_id bigint,
  processed_at timestamptz(3),
  accepted_by bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, accepted_by) references technicians (tenant_id, id)
);
create index inbound_messages_time on inbound_messages (tenant_id, received_at desc, id desc);
create index inbound_messages_state on inbound_messages (tenant_id, state, received_at desc, id desc);
create index inbound_messages_message_id on inbound_messages (tenant_id, message_id) where message_id is not null;
create index inbound_messages_ticket on inbound_messages (tenant_id, ticket_id) where ticket_id is not null;
call protect_tenant_table('inbound_messages', 'select, insert, update');

alter table messages add foreign key (tenant_id, inbound_message_id)
  references inbound_messages (tenant_id, id);

-- The outbox: written in the transaction that caused the mail, sent by a job.
create table outbound_messages (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  kind text not null
    check (kind in ('reply', 'confirmation', 'welcome', 'passwordReset', 'invitation', 'notice')),
  ticket_id bigint,
  -- the message of the conversation that this mail carries
  message_id bigint,
  contact_id bigint,
  technician_id bigint,
  from_address text not null,
  from_name text not null,
  reply_to text,
  to_addresses text[] not null,
  cc_addresses text[] not null default '{}',
  subject text not null,
  html text not null,
  text text not null,
  -- stable over every retry
  header_message_id text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  is_automatic boolean not null default true,
  -- passwords or links in the body: masked in every view, scrubbed once sent
  has_secret boolean not null default false,
  attachment_ids bigint[] not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'bounced')),
  attempts integer not null default 0,
  last_error text,
  next_attempt_at timestamptz(3),
  sent_at timestamptz(3),
  bounced_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, message_id) references messages (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index outbound_messages_time on outbound_messages (tenant_id, created_at desc, id desc);
create index outbound_messages_state on outbound_messages (tenant_id, state, created_at desc, id desc);
create index outbound_messages_header on outbound_messages (tenant_id, header_message_id);
create index outbound_messages_message on outbound_messages (tenant_id, message_id) where message_id is not null;
create index outbound_messages_ticket on outbound_messages (tenant_id, ticket_id) where ticket_id is not null;
call protect_tenant_table('outbound_messages', 'select, insert, update');

create table dkim_keys (
  tenant_id bigint not null references tenants (id),
  domain text not null,
  selector text not null,
  private_key_encrypted bytea not null,
  public_key text not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, domain)
);
call protect_tenant_table('dkim_keys');
