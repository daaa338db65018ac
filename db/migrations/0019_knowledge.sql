-- The knowledge base: categories, articles in several languages with drafts and versions, their files,
-- the tickets that they helped with, and what readers did with them.

create table article_categories (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  -- one level only: what has a parent is nobody's parent
  parent_id bigint,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- by language: {"en": "Printing", "de": "Drucken"}; at least one
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  descriptions jsonb not null default '{}' check (jsonb_typeof(descriptions) = 'object'),
  -- among those of the same parent
  position integer not null,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint article_categories_slug unique (tenant_id, slug),
  constraint article_categories_parent_fkey
    foreign key (tenant_id, parent_id) references article_categories (tenant_id, id),
  check (parent_id <> id)
);
create index article_categories_parent on article_categories (tenant_id, parent_id, position);
call protect_tenant_table('article_categories');

create table articles (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  category_id bigint not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- addresses that it had and that lead here still, the newest last
  former_slugs text[] not null default '{}',
  visibility text not null default 'contacts'
    check (visibility in ('public', 'contacts', 'customers', 'technicians')),
  author_id bigint,
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint articles_slug unique (tenant_id, slug),
  constraint articles_category_fkey
    foreign key (tenant_id, category_id) references article_categories (tenant_id, id),
  foreign key (tenant_id, author_id) references technicians (tenant_id, id)
);
create index articles_category on articles (tenant_id, category_id);
create index articles_author on articles (tenant_id, author_id);
create index articles_updated on articles (tenant_id, updated_at desc, id desc);
call protect_tenant_table('articles', 'select, insert, update');

-- The customers whose contacts may read an article of the visibility "customers".
create table article_customers (
  tenant_id bigint not null references tenants (id),
  article_id bigint not null,
  customer_id bigint not null,
  primary key (tenant_id, article_id, customer_id),
  foreign key (tenant_id, article_id) references articles (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index article_customers_customer on article_customers (tenant_id, customer_id);
call protect_tenant_table('article_customers', 'select, insert, delete');

-- An article in one language: what is being written, and what readers get. HTML is sanitised, its
-- pictures are src="article-file:<id>". No GIN index for the documents: row-level security would keep
-- searches away from it, and a company has hundreds of articles, not millions.
create table article_texts (
  tenant_id bigint not null references tenants (id),
  article_id bigint not null,
  language text not null check (language in ('en', 'fr', 'de', 'it', 'es')),
  draft_title text not null,
  draft_html text not null default '',
  draft_words text not null default '',
  draft_image_ids bigint[] not null default '{}',
  draft_attachment_ids bigint[] not null default '{}',
  draft_document tsvector not null generated always as (
    search_vector(draft_title, 'A') || search_vector(draft_words, 'C')) stored,
  -- null: readers do not get it
  published_at timestamptz(3),
  first_published_at timestamptz(3),
  title text,
  title_folded text generated always as (lower(fold_accents(title))) stored,
  html text,
  words text,
  image_ids bigint[] not null default '{}',
  attachment_ids bigint[] not null default '{}',
  document tsvector generated always as (
    search_vector(title, 'A') || search_vector(words, 'C')) stored,
  -- the draft says something else than what readers get
  has_changes boolean not null default true,
  technician_id bigint,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, article_id, language),
  foreign key (tenant_id, article_id) references articles (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id),
  check (published_at is null or (title is not null and html is not null and words is not null))
);
create index article_texts_technician on article_texts (tenant_id, technician_id);
call protect_tenant_table('article_texts');

-- What a text said before. Nobody changes history: several saves of one person within a few minutes
-- are one version, until it is published.
create table article_versions (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  article_id bigint not null,
  language text not null check (language in ('en', 'fr', 'de', 'it', 'es')),
  title text not null,
  html text not null,
  image_ids bigint[] not null default '{}',
  attachment_ids bigint[] not null default '{}',
  technician_id bigint,
  -- as it was called then
  technician_name text not null,
  published_at timestamptz(3),
  -- the version that was brought back by this one
  restored_from bigint,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, article_id) references articles (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index article_versions_text on article_versions (tenant_id, article_id, language, id desc);
create index article_versions_technician on article_versions (tenant_id, technician_id);
call protect_tenant_table('article_versions', 'select, insert, update, delete');

-- Pictures and attachments of articles. Their content never changes; in no text and no version for
-- a day: forgotten.
create table article_files (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  technician_id bigint,
  -- random name in the file store
  file_key text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  width_px integer,
  height_px integer,
  sha256 bytea not null,
  used_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index article_files_technician on article_files (tenant_id, technician_id);
call protect_tenant_table('article_files');

-- Articles that helped with a ticket.
create table ticket_articles (
  tenant_id bigint not null references tenants (id),
  ticket_id bigint not null,
  article_id bigint not null,
  technician_id bigint,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, ticket_id, article_id),
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id),
  foreign key (tenant_id, article_id) references articles (tenant_id, id),
  foreign key (tenant_id, technician_id) references technicians (tenant_id, id)
);
create index ticket_articles_article on ticket_articles (tenant_id, article_id, ticket_id);
create index ticket_articles_technician on ticket_articles (tenant_id, technician_id);
call protect_tenant_table('ticket_articles', 'select, insert, delete');

-- How often an article was read: a number a day, not who.
create table article_views (
  tenant_id bigint not null references tenants (id),
  article_id bigint not null,
  day date not null,
  views integer not null,
  primary key (tenant_id, article_id, day),
  foreign key (tenant_id, article_id) references articles (tenant_id, id)
);
create index article_views_day on article_views (tenant_id, day);
call protect_tenant_table('article_views');

-- "Was this article helpful?", one answer a reader, who may change his mind.
create table article_ratings (
  tenant_id bigint not null references tenants (id),
  article_id bigint not null,
  -- "contact:<id>", or a keyed hash for who has not signed in
  reader text not null,
  is_helpful boolean not null,
  comment text not null default '',
  language text not null check (language in ('en', 'fr', 'de', 'it', 'es')),
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, article_id, reader),
  foreign key (tenant_id, article_id) references articles (tenant_id, id)
);
call protect_tenant_table('article_ratings');

-- What readers looked for: words and numbers a day, not who.
create table article_searches (
  tenant_id bigint not null references tenants (id),
  day date not null,
  -- in lower case, spaces tidied
  words text not null,
  asked integer not null,
  -- how many articles had all the words when it was asked last
  found integer not null,
  primary key (tenant_id, day, words)
);
call protect_tenant_table('article_searches');

-- Built-in roles have what a new company's have. The migration's role sees no tenant's rows unless
-- the table lets its owner in for this moment.
alter table roles no force row level security;
update roles set permissions = permissions || '{knowledge.view,knowledge.manage}'
where built_in is not null and not permissions && '{knowledge.view,knowledge.manage}';
alter table roles force row level security;
