-- Profile pictures of technicians. Whoever is shown in a list is read together with the key of his
-- picture, which is its address as well: unguessable, and another one with every new picture, so
-- that browsers may keep what they have got for ever.
alter table technicians add column picture_key text check (picture_key ~ '^[A-Za-z0-9_-]{22}$');

-- The same picture in several sizes, as files of the file store.
create table picture_files (
  tenant_id bigint not null references tenants (id),
  picture_key text not null,
  width_px integer not null,
  technician_id bigint not null,
  file_key text not null,
  size_bytes integer not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, picture_key, width_px),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index picture_files_technician on picture_files (tenant_id, technician_id);
call protect_tenant_table('picture_files', 'select, insert, delete');
