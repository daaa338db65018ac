-- Tickets, what was said on them, and what changed.

create table tickets (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  number bigint not null,
  subject text not null,
  -- first words of the newest public message, shown in lists
  preview text not null default '',
  status text not null default 'open' check (status in ('open', 'pending', 'resolved', 'closed')),
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'critical')),
  impact text not null default 'none'
    check (impact in ('none', 'minor', 'major', 'siteDown', 'serverIssue', 'crisis')),
  type text not null default 'incident'
    check (type in ('incident', 'problem', 'request', 'change', 'question', 'other')),
  source text not null check (source in ('email', 'portal', 'technician', 'alert', 'api')),
  -- so that sorting by priority needs no text comparison
  priority_rank smallint not null generated always as (
    case priority when 'critical' then 4 when 'high' then 3 when 'medium' then 2 else 1 end) stored,
  is_active boolean not null generated always as (status in ('open', 'pending')) stored,
  customer_id bigint,
  contact_id bigint,
  assignee_id bigint,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  -- the last change that contacts may know of: a note must not show in the portal by its time either
  public_updated_at timestamptz(3) not null default now(),
  first_replied_at timestamptz(3),
  resolved_at timestamptz(3),
  closed_at timestamptz(3),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, assignee_id) references technicians (tenant_id, id)
);
-- The lists' orders, for all tickets and for the few that are being worked on: a filter that has no
-- index of its own then walks one of these, and finds its page soon.
create index tickets_updated on tickets (tenant_id, updated_at desc, id desc);
create index tickets_created on tickets (tenant_id, created_at desc, id desc);
create index tickets_priority on tickets (tenant_id, priority_rank desc, updated_at desc, id desc);
create index tickets_active_updated on tickets (tenant_id, updated_at desc, id desc) where is_active;
create index tickets_active_created on tickets (tenant_id, created_at desc, id desc) where is_active;
create index tickets_active_number on tickets (tenant_id, number) where is_active;
create index tickets_active_priority on tickets (tenant_id, priority_rank desc, updated_at desc, id desc) where is_active;
-- one status each
create index tickets_status_updated on tickets (tenant_id, status, updated_at desc, id desc);
-- whose they are
create index tickets_assignee on tickets (tenant_id, assignee_id, updated_at desc, id desc);
create index tickets_active_assignee on tickets (tenant_id, assignee_id, updated_at desc, id desc) where is_active;
create index tickets_customer on tickets (tenant_id, customer_id, updated_at desc, id desc);
create index tickets_customer_public on tickets (tenant_id, customer_id, public_updated_at desc, id desc);
create index tickets_contact on tickets (tenant_id, contact_id, public_updated_at desc, id desc);
-- nobody's: PostgreSQL takes "is null" for no order, so these have indexes of their own
create index tickets_active_unassigned on tickets (tenant_id, updated_at desc, id desc) where is_active and assignee_id is null;
create index tickets_without_customer on tickets (tenant_id, updated_at desc, id desc) where customer_id is null;
-- also counts what a customer has open, however much it ever had
create index tickets_active_customer on tickets (tenant_id, customer_id, updated_at desc, id desc) where is_active;
-- the numbers beside the views, from the index alone
create index tickets_active_counts on tickets (tenant_id, status, assignee_id) where is_active;
call protect_tenant_table('tickets', 'select, insert, update');

-- The raw message that a message came from; defined with the mailroom.
create table messages (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  ticket_id bigint not null,
  kind text not null check (kind in ('reply', 'note', 'contact')),
  technician_id bigint,
  contact_id bigint,
  -- who wrote it as the mail said; kept even when technician or contact is known
  author_name text not null default '',
  author_email citext,
  -- sanitised; inline images are src="attachment:<id>", remote ones data-remote-src
  html text not null,
  -- the folded history that a mail quoted, sanitised
  quoted_html text,
  text text not null default '',
  has_remote_images boolean not null default false,
  to_addresses text[] not null default '{}',
  cc_addresses text[] not null default '{}',
  source text not null check (source in ('email', 'portal', 'technician', 'alert', 'api')),
  sender_verdict text check (sender_verdict in ('pass', 'none')),
  inbound_message_id bigint,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
create index messages_ticket on messages (tenant_id, ticket_id, id);
create index messages_inbound on messages (tenant_id, inbound_message_id) where inbound_message_id is not null;
call protect_tenant_table('messages', 'select, insert, update');

-- Uploaded or mailed files. Without a message: uploaded and not sent yet.
create table attachments (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  message_id bigint,
  uploaded_by_technician_id bigint,
  uploaded_by_contact_id bigint,
  -- random name in the file store
  file_key text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  content_id text,
  is_inline boolean not null default false,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, message_id) references messages (tenant_id, id),
  foreign key (tenant_id, uploaded_by_technician_id) references technicians (tenant_id, id),
  foreign key (tenant_id, uploaded_by_contact_id) references contacts (tenant_id, id)
);
create index attachments_message on attachments (tenant_id, message_id);
create index attachments_pending on attachments (created_at) where message_id is null;
call protect_tenant_table('attachments');

-- What a technician has begun to write, one per ticket and kind.
create table drafts (
  tenant_id bigint not null references tenants (id),
  ticket_id bigint not null,
  technician_id bigint not null,
  kind text not null check (kind in ('reply', 'note')),
  html text not null,
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, ticket_id, technician_id, kind),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
call protect_tenant_table('drafts');

-- People in To and Cc of the mails of a ticket, beside its contact.
create table ticket_participants (
  tenant_id bigint not null references tenants (id),
  ticket_id bigint not null,
  address citext not null,
  name text not null default '',
  contact_id bigint,
  -- may add to the ticket by mail: a technician wrote to this address, or let its mail in;
  -- being named in somebody's Cc is not enough
  takes_part boolean not null default false,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, ticket_id, address),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
call protect_tenant_table('ticket_participants');

-- History: one row per changed property, and per event such as "created" or "mail bounced".
create table ticket_changes (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  ticket_id bigint not null,
  actor_kind text not null check (actor_kind in ('technician', 'contact', 'apiKey', 'system')),
  actor_id bigint,
  actor_name text not null,
  field text not null,
  old_value jsonb,
  new_value jsonb,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id)
);
create index ticket_changes_ticket on ticket_changes (tenant_id, ticket_id, id);
call protect_tenant_table('ticket_changes', 'select, insert');
