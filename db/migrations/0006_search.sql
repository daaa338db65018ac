-- One search document per ticket: subject, messages, contact and customer together, so that
-- words from different places find it. Weights say where a word stands, so that a contact's
-- search can leave the notes out: A subject and number, B contact and customer, C public messages,
-- D internal notes.

create table ticket_search (
  tenant_id bigint not null references tenants (id),
  ticket_id bigint not null,
  document tsvector not null,
  -- subject in lower case without accents, for parts of words
  subject_folded text not null default '',
  primary key (tenant_id, ticket_id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id)
) with (toast_tuple_target = 4080);
-- ^ most documents have two to three kilobytes: kept in the row, looking into one takes a third
create index ticket_search_document on ticket_search using gin (tenant_id, document);
create index ticket_search_subject on ticket_search using gin (tenant_id, subject_folded gin_trgm_ops);
call protect_tenant_table('ticket_search', 'select, insert, update', true);
