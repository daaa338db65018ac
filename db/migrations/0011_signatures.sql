-- What a technician puts under what he sends, and what of it went out.

create table signatures (
  tenant_id bigint not null references tenants (id),
  technician_id bigint not null,
  -- sanitised, placeholders as typed, pictures as src="signature-image:<id>"
  html text not null,
  image_ids bigint[] not null default '{}',
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, technician_id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
call protect_tenant_table('signatures');

-- Pictures of signatures. Their content never changes: a mail that was sent refers to it.
create table signature_images (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint not null,
  -- random name in the file store
  file_key text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  width_px integer not null,
  height_px integer not null,
  sha256 bytea not null,
  -- when it was last uploaded, put into a signature or sent; long ago and in none: forgotten
  used_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
-- also tells pictures of ours in mail that quotes them
create unique index signature_images_content on signature_images (tenant_id, sha256, technician_id);
create index signature_images_technician on signature_images (tenant_id, technician_id);
call protect_tenant_table('signature_images');

-- A signature exactly as it was sent, kept once for all the messages that carry it. Nobody changes
-- what was sent: the server may add and read only.
create table sent_signatures (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint not null,
  html text not null,
  text text not null,
  image_ids bigint[] not null default '{}',
  -- SHA-256 of html and text
  content_hash bytea not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, technician_id, content_hash),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
call protect_tenant_table('sent_signatures', 'select, insert');

alter table messages add column signature_id bigint,
  add foreign key (tenant_id, signature_id) references sent_signatures (tenant_id, id);
alter table outbound_messages add column signature_id bigint,
  add foreign key (tenant_id, signature_id) references sent_signatures (tenant_id, id);
