-- Generated from the migrations by "npm run generate". For reading; the migrations are what runs.

create table alert_events (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  alert_id bigint not null,
  kind text not null,
  actor_kind text not null,
  actor_id bigint,
  actor_name text not null,
  details jsonb not null default '{}'::jsonb,
  created_at timestamp(3) with time zone not null default now(),
  constraint alert_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['technician'::text, 'contact'::text, 'apiKey'::text, 'system'::text]))),
  constraint alert_events_kind_check CHECK ((kind = ANY (ARRAY['raised'::text, 'reopened'::text, 'severity'::text, 'acknowledged'::text, 'opened'::text, 'snoozed'::text, 'woken'::text, 'silenced'::text, 'flapping'::text, 'resolved'::text, 'ticket'::text, 'note'::text]))),
  constraint alert_events_tenant_id_alert_id_fkey FOREIGN KEY (tenant_id, alert_id) REFERENCES alerts(tenant_id, id) ON DELETE CASCADE,
  constraint alert_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint alert_events_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table alert_profile_assignments (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  profile_id bigint not null,
  device_id bigint,
  customer_id bigint,
  device_type text,
  constraint alert_profile_assignments_device_type_check CHECK ((device_type = ANY (ARRAY['workstation'::text, 'laptop'::text, 'server'::text, 'other'::text]))),
  constraint alert_profile_assignments_to CHECK (
CASE
    WHEN (device_id IS NULL) THEN (num_nonnulls(customer_id, device_type) > 0)
    ELSE (num_nonnulls(customer_id, device_type) = 0)
END),
  constraint alert_profile_assignments_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint alert_profile_assignments_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint alert_profile_assignments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint alert_profile_assignments_tenant_id_profile_id_fkey FOREIGN KEY (tenant_id, profile_id) REFERENCES alert_profiles(tenant_id, id) ON DELETE CASCADE,
  constraint alert_profile_assignments_pkey PRIMARY KEY (tenant_id, id),
  constraint alert_profile_assignments_once UNIQUE NULLS NOT DISTINCT (tenant_id, device_id, customer_id, device_type)
);
-- row-level security is forced

create table alert_profiles (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  name text not null,
  is_default boolean not null default false,
  conditions jsonb not null,
  ticket_rules jsonb not null default '[]'::jsonb,
  hearing jsonb not null,
  solves_tickets boolean not null default false,
  resolves_alerts boolean not null default true,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint alert_profiles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint alert_profiles_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table alert_sources (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  name text not null,
  format text not null,
  secret_hash bytea not null,
  customer_id bigint,
  profile_id bigint,
  last_received_at timestamp(3) with time zone,
  last_error text,
  removed_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint alert_sources_format_check CHECK ((format = ANY (ARRAY['alertmanager'::text, 'plain'::text]))),
  constraint alert_sources_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint alert_sources_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint alert_sources_tenant_id_profile_id_fkey FOREIGN KEY (tenant_id, profile_id) REFERENCES alert_profiles(tenant_id, id) ON DELETE SET NULL (profile_id),
  constraint alert_sources_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table alerts (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  fingerprint text not null,
  source text not null,
  alert_source_id bigint,
  kind text not null,
  target text not null default ''::text,
  value real,
  threshold real,
  title text not null,
  text text not null default ''::text,
  labels jsonb not null default '{}'::jsonb,
  url text,
  severity text not null,
  severity_rank smallint not null generated always as (
CASE severity
    WHEN 'critical'::text THEN 3
    WHEN 'warning'::text THEN 2
    ELSE 1
END) stored,
  state text not null default 'open'::text,
  device_id bigint,
  customer_id bigint,
  ticket_id bigint,
  profile_id bigint,
  occurrences integer not null default 1,
  occurred_at timestamp(3) with time zone not null,
  last_at timestamp(3) with time zone not null,
  acknowledged_by bigint,
  snoozed_until timestamp(3) with time zone,
  is_silenced boolean not null default false,
  is_flapping boolean not null default false,
  resolves_at timestamp(3) with time zone,
  resolved_at timestamp(3) with time zone,
  resolved_by text,
  follow_up_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  search_folded text not null generated always as (lower(fold_accents(((((title || ' '::text) || target) || ' '::text) || text)))) stored,
  constraint alerts_fingerprint_check CHECK ((length(fingerprint) <= 300)),
  constraint alerts_resolved_by_check CHECK ((resolved_by = ANY (ARRAY['person'::text, 'source'::text, 'ticket'::text, 'system'::text]))),
  constraint alerts_severity_check CHECK ((severity = ANY (ARRAY['information'::text, 'warning'::text, 'critical'::text]))),
  constraint alerts_source_check CHECK ((source = ANY (ARRAY['agent'::text, 'offline'::text, 'check'::text, 'api'::text, 'webhook'::text]))),
  constraint alerts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'acknowledged'::text, 'snoozed'::text, 'resolved'::text]))),
  constraint alerts_tenant_id_acknowledged_by_fkey FOREIGN KEY (tenant_id, acknowledged_by) REFERENCES technicians(tenant_id, id),
  constraint alerts_tenant_id_alert_source_id_fkey FOREIGN KEY (tenant_id, alert_source_id) REFERENCES alert_sources(tenant_id, id),
  constraint alerts_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint alerts_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint alerts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint alerts_tenant_id_profile_id_fkey FOREIGN KEY (tenant_id, profile_id) REFERENCES alert_profiles(tenant_id, id) ON DELETE SET NULL (profile_id),
  constraint alerts_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint alerts_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table api_keys (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  name text not null,
  prefix text not null,
  key_hash bytea not null,
  role_id bigint not null,
  created_by bigint not null,
  expires_at timestamp(3) with time zone,
  last_used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint api_keys_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES technicians(tenant_id, id),
  constraint api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint api_keys_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id),
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table article_categories (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  parent_id bigint,
  slug text not null,
  names jsonb not null,
  descriptions jsonb not null default '{}'::jsonb,
  "position" integer not null,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint article_categories_check CHECK ((parent_id <> id)),
  constraint article_categories_descriptions_check CHECK ((jsonb_typeof(descriptions) = 'object'::text)),
  constraint article_categories_names_check CHECK (((jsonb_typeof(names) = 'object'::text) AND (names <> '{}'::jsonb))),
  constraint article_categories_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint article_categories_parent_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES article_categories(tenant_id, id),
  constraint article_categories_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_categories_pkey PRIMARY KEY (tenant_id, id),
  constraint article_categories_slug UNIQUE (tenant_id, slug)
);
-- row-level security is forced

create table article_customers (
  tenant_id bigint not null default current_tenant_id(),
  article_id bigint not null,
  customer_id bigint not null,
  constraint article_customers_tenant_id_article_id_fkey FOREIGN KEY (tenant_id, article_id) REFERENCES articles(tenant_id, id),
  constraint article_customers_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint article_customers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_customers_pkey PRIMARY KEY (tenant_id, article_id, customer_id)
);
-- row-level security is forced

create table article_files (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint,
  file_key text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  width_px integer,
  height_px integer,
  sha256 bytea not null,
  used_at timestamp(3) with time zone not null default now(),
  constraint article_files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_files_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint article_files_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table article_ratings (
  tenant_id bigint not null default current_tenant_id(),
  article_id bigint not null,
  reader text not null,
  is_helpful boolean not null,
  comment text not null default ''::text,
  language text not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint article_ratings_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'de'::text, 'it'::text, 'es'::text]))),
  constraint article_ratings_tenant_id_article_id_fkey FOREIGN KEY (tenant_id, article_id) REFERENCES articles(tenant_id, id),
  constraint article_ratings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_ratings_pkey PRIMARY KEY (tenant_id, article_id, reader)
);
-- row-level security is forced

create table article_searches (
  tenant_id bigint not null default current_tenant_id(),
  day date not null,
  words text not null,
  asked integer not null,
  found integer not null,
  constraint article_searches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_searches_pkey PRIMARY KEY (tenant_id, day, words)
);
-- row-level security is forced

create table article_texts (
  tenant_id bigint not null default current_tenant_id(),
  article_id bigint not null,
  language text not null,
  draft_title text not null,
  draft_html text not null default ''::text,
  draft_words text not null default ''::text,
  draft_image_ids bigint[] not null default '{}'::bigint[],
  draft_attachment_ids bigint[] not null default '{}'::bigint[],
  draft_document tsvector not null generated always as ((search_vector(draft_title, 'A'::"char") || search_vector(draft_words, 'C'::"char"))) stored,
  published_at timestamp(3) with time zone,
  first_published_at timestamp(3) with time zone,
  title text,
  title_folded text generated always as (lower(fold_accents(title))) stored,
  html text,
  words text,
  image_ids bigint[] not null default '{}'::bigint[],
  attachment_ids bigint[] not null default '{}'::bigint[],
  document tsvector generated always as ((search_vector(title, 'A'::"char") || search_vector(words, 'C'::"char"))) stored,
  has_changes boolean not null default true,
  technician_id bigint,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  title_document tsvector generated always as (search_vector(title, 'A'::"char")) stored,
  constraint article_texts_check CHECK (((published_at IS NULL) OR ((title IS NOT NULL) AND (html IS NOT NULL) AND (words IS NOT NULL)))),
  constraint article_texts_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'de'::text, 'it'::text, 'es'::text]))),
  constraint article_texts_tenant_id_article_id_fkey FOREIGN KEY (tenant_id, article_id) REFERENCES articles(tenant_id, id),
  constraint article_texts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_texts_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint article_texts_pkey PRIMARY KEY (tenant_id, article_id, language)
);
-- row-level security is forced

create table article_versions (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  article_id bigint not null,
  language text not null,
  title text not null,
  html text not null,
  image_ids bigint[] not null default '{}'::bigint[],
  attachment_ids bigint[] not null default '{}'::bigint[],
  technician_id bigint,
  technician_name text not null,
  published_at timestamp(3) with time zone,
  restored_from bigint,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint article_versions_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'de'::text, 'it'::text, 'es'::text]))),
  constraint article_versions_tenant_id_article_id_fkey FOREIGN KEY (tenant_id, article_id) REFERENCES articles(tenant_id, id),
  constraint article_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_versions_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint article_versions_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table article_views (
  tenant_id bigint not null default current_tenant_id(),
  article_id bigint not null,
  day date not null,
  views integer not null,
  constraint article_views_tenant_id_article_id_fkey FOREIGN KEY (tenant_id, article_id) REFERENCES articles(tenant_id, id),
  constraint article_views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint article_views_pkey PRIMARY KEY (tenant_id, article_id, day)
);
-- row-level security is forced

create table articles (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  category_id bigint not null,
  slug text not null,
  former_slugs text[] not null default '{}'::text[],
  visibility text not null default 'contacts'::text,
  author_id bigint,
  archived_at timestamp(3) with time zone,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint articles_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint articles_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'contacts'::text, 'customers'::text, 'technicians'::text]))),
  constraint articles_category_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES article_categories(tenant_id, id),
  constraint articles_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES technicians(tenant_id, id),
  constraint articles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint articles_pkey PRIMARY KEY (tenant_id, id),
  constraint articles_slug UNIQUE (tenant_id, slug)
);
-- row-level security is forced

create table attachments (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  message_id bigint,
  uploaded_by_technician_id bigint,
  uploaded_by_contact_id bigint,
  file_key text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  content_id text,
  is_inline boolean not null default false,
  created_at timestamp(3) with time zone not null default now(),
  constraint attachments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint attachments_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id),
  constraint attachments_tenant_id_uploaded_by_contact_id_fkey FOREIGN KEY (tenant_id, uploaded_by_contact_id) REFERENCES contacts(tenant_id, id),
  constraint attachments_tenant_id_uploaded_by_technician_id_fkey FOREIGN KEY (tenant_id, uploaded_by_technician_id) REFERENCES technicians(tenant_id, id),
  constraint attachments_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table audit_entries (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  actor_kind text not null,
  actor_id bigint,
  actor_name text not null,
  action text not null,
  subject_kind text,
  subject_id bigint,
  subject_name text,
  details jsonb not null default '{}'::jsonb,
  ip inet,
  request_id text,
  created_at timestamp(3) with time zone not null default now(),
  constraint audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['technician'::text, 'contact'::text, 'apiKey'::text, 'system'::text, 'nobody'::text]))),
  constraint audit_entries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table authenticator_apps (
  tenant_id bigint not null default current_tenant_id(),
  technician_id bigint not null,
  secret bytea,
  confirmed_at timestamp(3) with time zone,
  last_used_step bigint not null default 0,
  new_secret bytea,
  new_secret_until timestamp(3) with time zone,
  constraint authenticator_apps_check CHECK (((secret IS NULL) = (confirmed_at IS NULL))),
  constraint authenticator_apps_check1 CHECK (((new_secret IS NULL) = (new_secret_until IS NULL))),
  constraint authenticator_apps_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint authenticator_apps_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint authenticator_apps_pkey PRIMARY KEY (tenant_id, technician_id)
);
-- row-level security is forced

create table check_results (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  check_id bigint not null,
  at timestamp(3) with time zone not null,
  outcome text not null,
  status_code smallint,
  response_ms integer,
  constraint check_results_tenant_id_check_id_fkey FOREIGN KEY (tenant_id, check_id) REFERENCES device_checks(tenant_id, id) ON DELETE CASCADE,
  constraint check_results_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint check_results_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table contacts (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  customer_id bigint,
  email text not null,
  first_name text not null default ''::text,
  last_name text not null default ''::text,
  phone text,
  job_title text,
  name_folded text not null generated always as (lower(fold_accents(btrim(((last_name || ' '::text) || first_name))))) stored,
  search_folded text not null generated always as (lower(fold_accents(((((((last_name || ' '::text) || first_name) || ' '::text) || email) || ' '::text) || COALESCE(phone, ''::text))))) stored,
  language text not null default 'en'::text,
  is_main_contact boolean not null default false,
  has_portal_access boolean not null default true,
  portal_username text not null,
  password_hash text,
  is_password_generated boolean not null default false,
  generated_password_encrypted bytea,
  generated_password_expires_at timestamp(3) with time zone,
  last_sign_in_at timestamp(3) with time zone,
  archived_at timestamp(3) with time zone,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  unwanted_mails text[] not null default '{}'::text[],
  read_until timestamp(3) with time zone not null default now(),
  mailbox text not null default ''::text,
  awaits_welcome boolean not null default false,
  constraint contacts_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint contacts_pkey PRIMARY KEY (tenant_id, id),
  constraint contacts_tenant_id_email_key UNIQUE (tenant_id, email),
  constraint contacts_tenant_id_mailbox_key UNIQUE (tenant_id, mailbox),
  constraint contacts_tenant_id_portal_username_key UNIQUE (tenant_id, portal_username)
);
-- row-level security is forced

create table customer_domains (
  tenant_id bigint not null default current_tenant_id(),
  domain text not null,
  customer_id bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  includes_subdomains boolean not null default false,
  constraint customer_domains_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint customer_domains_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint customer_domains_pkey PRIMARY KEY (tenant_id, domain)
);
-- row-level security is forced

create table customers (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  name text not null,
  name_folded text not null generated always as (lower(fold_accents(name))) stored,
  phone text,
  website text,
  notes text not null default ''::text,
  archived_at timestamp(3) with time zone,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint customers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint customers_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table dashboards (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint,
  cards jsonb,
  hides_first_steps boolean not null default false,
  version integer not null default 0,
  constraint dashboards_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint dashboards_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint dashboards_pkey PRIMARY KEY (tenant_id, id),
  constraint dashboards_of UNIQUE NULLS NOT DISTINCT (tenant_id, technician_id)
);
-- row-level security is forced

create table device_changes (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  device_id bigint not null,
  field text not null,
  old jsonb,
  new jsonb,
  created_at timestamp(3) with time zone not null default now(),
  constraint device_changes_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint device_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint device_changes_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table device_checks (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  device_id bigint not null,
  kind text not null,
  name text not null,
  url text,
  host text,
  port integer,
  expected_status smallint,
  expected_text text not null default ''::text,
  accepts_any_certificate boolean not null default false,
  every_minutes integer not null,
  failures_until_alert integer not null,
  severity text not null,
  is_enabled boolean not null default true,
  next_at timestamp(3) with time zone not null,
  state text not null default 'waiting'::text,
  state_since timestamp(3) with time zone not null default now(),
  outcome text,
  status_code smallint,
  response_ms integer,
  checked_at timestamp(3) with time zone,
  failures integer not null default 0,
  failing_since timestamp(3) with time zone,
  certificate_ends_at timestamp(3) with time zone,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  constraint device_checks_every_minutes_check CHECK (((every_minutes >= 1) AND (every_minutes <= 1440))),
  constraint device_checks_expected_status_check CHECK (((expected_status >= 100) AND (expected_status <= 599))),
  constraint device_checks_failures_until_alert_check CHECK (((failures_until_alert >= 1) AND (failures_until_alert <= 10))),
  constraint device_checks_kind_check CHECK ((kind = ANY (ARRAY['http'::text, 'tcp'::text]))),
  constraint device_checks_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint device_checks_severity_check CHECK ((severity = ANY (ARRAY['information'::text, 'warning'::text, 'critical'::text]))),
  constraint device_checks_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'passing'::text, 'failing'::text]))),
  constraint device_checks_target CHECK (
CASE kind
    WHEN 'http'::text THEN ((url IS NOT NULL) AND (num_nonnulls(host, port) = 0))
    ELSE ((url IS NULL) AND (num_nulls(host, port) = 0))
END),
  constraint device_checks_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint device_checks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint device_checks_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table device_conditions (
  tenant_id bigint not null default current_tenant_id(),
  device_id bigint not null,
  states jsonb not null,
  constraint device_conditions_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint device_conditions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint device_conditions_pkey PRIMARY KEY (tenant_id, device_id)
);
-- row-level security is forced

create table device_contacts (
  tenant_id bigint not null default current_tenant_id(),
  device_id bigint not null,
  contact_id bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint device_contacts_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint device_contacts_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint device_contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint device_contacts_pkey PRIMARY KEY (tenant_id, device_id, contact_id)
);
-- row-level security is forced

create table device_keys (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  device_id bigint not null,
  key_hash bytea not null,
  created_at timestamp(3) with time zone not null default now(),
  first_used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  constraint device_keys_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint device_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint device_keys_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table device_minutes (
  tenant_id bigint not null default current_tenant_id(),
  device_id bigint not null,
  at timestamp(3) with time zone not null,
  cpu_percent real not null,
  memory_percent real not null,
  received_bytes_per_second real not null,
  sent_bytes_per_second real not null,
  disks jsonb not null,
  constraint device_minutes_pkey PRIMARY KEY (tenant_id, device_id, at)
);
-- row-level security is forced

create table device_minutes_other (
  tenant_id bigint not null default current_tenant_id(),
  device_id bigint not null,
  at timestamp(3) with time zone not null,
  cpu_percent real not null,
  memory_percent real not null,
  received_bytes_per_second real not null,
  sent_bytes_per_second real not null,
  disks jsonb not null,
  constraint device_minutes_other_pkey PRIMARY KEY (tenant_id, device_id, at)
);
-- row-level security is forced

create table device_quarters (
  tenant_id bigint not null default current_tenant_id(),
  device_id bigint not null,
  at timestamp(3) with time zone not null,
  samples integer not null,
  cpu_sum real not null,
  cpu_max real not null,
  memory_sum real not null,
  memory_max real not null,
  received_sum real not null,
  sent_sum real not null,
  disks jsonb not null,
  constraint device_quarters_pkey PRIMARY KEY (tenant_id, device_id, at)
);
-- row-level security is forced

create table device_quarters_other (
  tenant_id bigint not null default current_tenant_id(),
  device_id bigint not null,
  at timestamp(3) with time zone not null,
  samples integer not null,
  cpu_sum real not null,
  cpu_max real not null,
  memory_sum real not null,
  memory_max real not null,
  received_sum real not null,
  sent_sum real not null,
  disks jsonb not null,
  constraint device_quarters_other_pkey PRIMARY KEY (tenant_id, device_id, at)
);
-- row-level security is forced

create table devices (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  customer_id bigint not null,
  source text not null,
  name text not null,
  is_name_chosen boolean not null default false,
  type text not null,
  is_type_chosen boolean not null default false,
  notes text not null default ''::text,
  state text not null default 'waiting'::text,
  last_seen_at timestamp(3) with time zone,
  state_since timestamp(3) with time zone not null default now(),
  samples_until timestamp(3) with time zone,
  last_sample jsonb,
  clock_offset_seconds integer not null default 0,
  inventory jsonb,
  inventory_hash text,
  hostname text not null default ''::text,
  os_name text not null default ''::text,
  logged_in_user text,
  agent_version text,
  address inet,
  fingerprint text,
  run_id text,
  former_run_id text,
  copy_noticed_at timestamp(3) with time zone,
  open_alert_count integer not null default 0,
  worst_severity smallint not null default 0,
  archived_at timestamp(3) with time zone,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  name_folded text not null generated always as (lower(fold_accents(name))) stored,
  os_folded text not null generated always as (lower(fold_accents(os_name))) stored,
  user_folded text not null generated always as (lower(fold_accents(COALESCE(logged_in_user, ''::text)))) stored,
  search_folded text not null generated always as (lower(fold_accents(((((((((((name || ' '::text) || hostname) || ' '::text) || os_name) || ' '::text) || COALESCE(logged_in_user, ''::text)) || ' '::text) || COALESCE((inventory ->> 'serial'::text), ''::text)) || ' '::text) || COALESCE((inventory ->> 'model'::text), ''::text))))) stored,
  constraint devices_source_check CHECK ((source = ANY (ARRAY['agent'::text, 'checked'::text]))),
  constraint devices_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'online'::text, 'offline'::text, 'stale'::text]))),
  constraint devices_type_check CHECK ((type = ANY (ARRAY['workstation'::text, 'laptop'::text, 'server'::text, 'other'::text]))),
  constraint devices_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint devices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint devices_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table dkim_keys (
  tenant_id bigint not null default current_tenant_id(),
  domain text not null,
  selector text not null,
  private_key_encrypted bytea not null,
  public_key text not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint dkim_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint dkim_keys_pkey PRIMARY KEY (tenant_id, domain)
);
-- row-level security is forced

create table domain_proofs (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  domain text not null,
  token text not null,
  created_at timestamp(3) with time zone not null default now(),
  checked_at timestamp(3) with time zone,
  finding text not null default 'unchecked'::text,
  proven_at timestamp(3) with time zone,
  missing_since timestamp(3) with time zone,
  next_check_at timestamp(3) with time zone not null default now(),
  constraint domain_proofs_domain_check CHECK (((domain = lower(domain)) AND (length(domain) <= 244))),
  constraint domain_proofs_finding_check CHECK ((finding = ANY (ARRAY['unchecked'::text, 'found'::text, 'missing'::text, 'heldByAnother'::text, 'noAnswer'::text]))),
  constraint domain_proofs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint domain_proofs_pkey PRIMARY KEY (tenant_id, id),
  constraint domain_proofs_tenant_id_domain_key UNIQUE (tenant_id, domain)
);
-- row-level security is forced

create table drafts (
  tenant_id bigint not null default current_tenant_id(),
  ticket_id bigint not null,
  technician_id bigint not null,
  kind text not null,
  html text not null,
  updated_at timestamp(3) with time zone not null default now(),
  constraint drafts_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'note'::text]))),
  constraint drafts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint drafts_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint drafts_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint drafts_pkey PRIMARY KEY (tenant_id, ticket_id, technician_id, kind)
);
-- row-level security is forced

create table enrolment_tokens (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  customer_id bigint not null,
  name text not null,
  token_hash bytea not null,
  created_by bigint not null,
  expires_at timestamp(3) with time zone not null,
  uses_max integer not null,
  uses integer not null default 0,
  revoked_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint enrolment_tokens_uses_max_check CHECK ((uses_max > 0)),
  constraint enrolment_tokens_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES technicians(tenant_id, id),
  constraint enrolment_tokens_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint enrolment_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint enrolment_tokens_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table import_rows (
  tenant_id bigint not null default current_tenant_id(),
  import_id bigint not null,
  row_number integer not null,
  outcome text not null,
  problems jsonb not null default '[]'::jsonb,
  contact_id bigint,
  customer_id bigint,
  constraint import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'skipped'::text, 'refused'::text]))),
  constraint import_rows_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint import_rows_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id) ON DELETE CASCADE,
  constraint import_rows_pkey PRIMARY KEY (tenant_id, import_id, row_number)
);
-- row-level security is forced

create table imports (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint not null,
  file_key text not null,
  file_name text not null,
  size_bytes bigint not null,
  state text not null default 'draft'::text,
  reading jsonb not null,
  mapping jsonb not null,
  options jsonb not null,
  row_count integer not null,
  next_row integer not null default 0,
  counts jsonb not null default '{}'::jsonb,
  created_at timestamp(3) with time zone not null default now(),
  changed_at timestamp(3) with time zone not null default now(),
  started_at timestamp(3) with time zone,
  finished_at timestamp(3) with time zone,
  constraint imports_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text]))),
  constraint imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint imports_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id) ON DELETE CASCADE,
  constraint imports_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table inbound_messages (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  raw_key text not null,
  raw_sha256 bytea not null,
  size_bytes bigint not null,
  envelope_from text not null,
  envelope_to text[] not null,
  remote_ip inet,
  helo text,
  received_at timestamp(3) with time zone not null default now(),
  state text not null default 'received'::text,
  reason text,
  message_id text,
  from_address citext,
  from_name text,
  subject text,
  content_hash bytea,
  steps jsonb not null default '[]'::jsonb,
  ticket_id bigint,
  processed_at timestamp(3) with time zone,
  accepted_by bigint,
  constraint inbound_messages_state_check CHECK ((state = ANY (ARRAY['received'::text, 'newTicket'::text, 'appended'::text, 'bounce'::text, 'suspended'::text, 'dropped'::text]))),
  constraint inbound_messages_tenant_id_accepted_by_fkey FOREIGN KEY (tenant_id, accepted_by) REFERENCES technicians(tenant_id, id),
  constraint inbound_messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint inbound_messages_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint inbound_messages_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table installation_facts (
  name text not null,
  value jsonb not null,
  updated_at timestamp(3) with time zone not null default now(),
  constraint installation_facts_pkey PRIMARY KEY (name)
);

create table mail_addresses (
  address citext not null,
  tenant_id bigint not null,
  mailbox_id bigint not null,
  constraint mail_addresses_pkey PRIMARY KEY (address)
);

create table mail_templates (
  tenant_id bigint not null default current_tenant_id(),
  name text not null,
  language text not null,
  subject text,
  html text,
  text text,
  version integer not null default 1,
  updated_at timestamp(3) with time zone not null default now(),
  updated_by bigint,
  constraint mail_templates_check CHECK (((subject IS NULL) = (text IS NULL))),
  constraint mail_templates_check1 CHECK (((html IS NULL) OR (text IS NOT NULL))),
  constraint mail_templates_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'de'::text, 'it'::text, 'es'::text]))),
  constraint mail_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint mail_templates_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES technicians(tenant_id, id),
  constraint mail_templates_pkey PRIMARY KEY (tenant_id, name, language)
);
-- row-level security is forced

create table mailboxes (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  address citext not null,
  is_generated boolean not null default false,
  is_from boolean not null default false,
  created_at timestamp(3) with time zone not null default now(),
  retires_at timestamp(3) with time zone,
  waits_for_proof boolean not null default false,
  constraint mailboxes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint mailboxes_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table maintenance_windows (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  name text not null,
  customer_id bigint,
  device_id bigint,
  starts_at timestamp(3) with time zone,
  ends_at timestamp(3) with time zone,
  weekdays smallint[],
  from_minute smallint,
  duration_minutes integer,
  created_by bigint,
  created_at timestamp(3) with time zone not null default now(),
  constraint maintenance_windows_duration_minutes_check CHECK (((duration_minutes >= 1) AND (duration_minutes <= 10080))),
  constraint maintenance_windows_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint maintenance_windows_of CHECK ((num_nonnulls(customer_id, device_id) < 2)),
  constraint maintenance_windows_when CHECK ((((num_nulls(starts_at, ends_at) = 0) AND (starts_at < ends_at) AND (num_nonnulls(weekdays, from_minute, duration_minutes) = 0)) OR ((num_nonnulls(starts_at, ends_at) = 0) AND (num_nulls(weekdays, from_minute, duration_minutes) = 0) AND (cardinality(weekdays) > 0)))),
  constraint maintenance_windows_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES technicians(tenant_id, id),
  constraint maintenance_windows_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint maintenance_windows_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint maintenance_windows_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint maintenance_windows_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table messages (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  ticket_id bigint not null,
  kind text not null,
  technician_id bigint,
  contact_id bigint,
  author_name text not null default ''::text,
  author_email citext,
  html text not null,
  quoted_html text,
  text text not null default ''::text,
  has_remote_images boolean not null default false,
  to_addresses text[] not null default '{}'::text[],
  cc_addresses text[] not null default '{}'::text[],
  source text not null,
  sender_verdict text,
  inbound_message_id bigint,
  created_at timestamp(3) with time zone not null default now(),
  signature_id bigint,
  constraint messages_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'note'::text, 'contact'::text]))),
  constraint messages_sender_verdict_check CHECK ((sender_verdict = ANY (ARRAY['pass'::text, 'none'::text]))),
  constraint messages_source_check CHECK ((source = ANY (ARRAY['email'::text, 'portal'::text, 'technician'::text, 'alert'::text, 'api'::text]))),
  constraint messages_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint messages_tenant_id_inbound_message_id_fkey FOREIGN KEY (tenant_id, inbound_message_id) REFERENCES inbound_messages(tenant_id, id),
  constraint messages_tenant_id_signature_id_fkey FOREIGN KEY (tenant_id, signature_id) REFERENCES sent_signatures(tenant_id, id),
  constraint messages_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint messages_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint messages_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table notification_choices (
  tenant_id bigint not null default current_tenant_id(),
  technician_id bigint not null,
  kind text not null,
  in_console boolean not null,
  by_email boolean not null,
  constraint notification_choices_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'reply'::text, 'newTicket'::text, 'mention'::text, 'alert'::text]))),
  constraint notification_choices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint notification_choices_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint notification_choices_pkey PRIMARY KEY (tenant_id, technician_id, kind)
);
-- row-level security is forced

create table notifications (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint not null,
  kind text not null,
  event text not null,
  ticket_id bigint,
  message_id bigint,
  actor_kind text not null,
  actor_id bigint,
  actor_name text not null,
  excerpt text not null default ''::text,
  is_shown boolean not null,
  waits_for_mail boolean not null,
  created_at timestamp(3) with time zone not null default now(),
  read_at timestamp(3) with time zone,
  alert_id bigint,
  alert_count integer not null default 1,
  mailed_at timestamp(3) with time zone,
  mailed_severity text,
  constraint notifications_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['technician'::text, 'contact'::text, 'apiKey'::text, 'system'::text]))),
  constraint notifications_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'reply'::text, 'newTicket'::text, 'mention'::text, 'alert'::text]))),
  constraint notifications_mailed CHECK (((mailed_at IS NULL) = (mailed_severity IS NULL))),
  constraint notifications_mailed_severity_check CHECK ((mailed_severity = ANY (ARRAY['information'::text, 'warning'::text, 'critical'::text]))),
  constraint notifications_of CHECK ((num_nonnulls(ticket_id, alert_id) = 1)),
  constraint notifications_tenant_id_alert_id_fkey FOREIGN KEY (tenant_id, alert_id) REFERENCES alerts(tenant_id, id) ON DELETE CASCADE,
  constraint notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint notifications_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id),
  constraint notifications_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint notifications_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint notifications_pkey PRIMARY KEY (tenant_id, id),
  constraint notifications_tenant_id_technician_id_event_key UNIQUE (tenant_id, technician_id, event)
);
-- row-level security is forced

create table outbound_messages (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  kind text not null,
  ticket_id bigint,
  message_id bigint,
  contact_id bigint,
  technician_id bigint,
  from_address text not null,
  from_name text not null,
  reply_to text,
  to_addresses text[] not null,
  cc_addresses text[] not null default '{}'::text[],
  subject text not null,
  html text not null,
  text text not null,
  header_message_id text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}'::text[],
  is_automatic boolean not null default true,
  has_secret boolean not null default false,
  attachment_ids bigint[] not null default '{}'::bigint[],
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  last_error text,
  next_attempt_at timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  bounced_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  signature_id bigint,
  constraint outbound_messages_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'confirmation'::text, 'statusNews'::text, 'welcome'::text, 'signInLink'::text, 'passwordReset'::text, 'invitation'::text, 'notice'::text]))),
  constraint outbound_messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'bounced'::text]))),
  constraint outbound_messages_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint outbound_messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint outbound_messages_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id),
  constraint outbound_messages_tenant_id_signature_id_fkey FOREIGN KEY (tenant_id, signature_id) REFERENCES sent_signatures(tenant_id, id),
  constraint outbound_messages_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id) ON DELETE SET NULL (technician_id),
  constraint outbound_messages_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint outbound_messages_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table passkey_registrations (
  tenant_id bigint not null default current_tenant_id(),
  challenge bytea not null,
  session_id bigint not null,
  expires_at timestamp(3) with time zone not null,
  constraint passkey_registrations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint passkey_registrations_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES sessions(tenant_id, id) ON DELETE CASCADE,
  constraint passkey_registrations_pkey PRIMARY KEY (tenant_id, challenge)
);
-- row-level security is forced

create table passkeys (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint not null,
  name text not null,
  credential_id bytea not null,
  public_key bytea not null,
  signature_count bigint not null,
  transports text[] not null default '{}'::text[],
  user_handle bytea not null,
  created_at timestamp(3) with time zone not null default now(),
  last_used_at timestamp(3) with time zone,
  constraint passkeys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint passkeys_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint passkeys_pkey PRIMARY KEY (tenant_id, id),
  constraint passkeys_tenant_id_credential_id_key UNIQUE (tenant_id, credential_id)
);
-- row-level security is forced

create table pending_sign_ins (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint not null,
  token_hash bytea not null,
  host text not null,
  passkey_challenge bytea,
  created_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone not null,
  constraint pending_sign_ins_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint pending_sign_ins_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint pending_sign_ins_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table picture_files (
  tenant_id bigint not null default current_tenant_id(),
  picture_key text not null,
  width_px integer not null,
  technician_id bigint not null,
  file_key text not null,
  size_bytes integer not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint picture_files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint picture_files_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id) ON DELETE CASCADE,
  constraint picture_files_pkey PRIMARY KEY (tenant_id, picture_key, width_px)
);
-- row-level security is forced

create table portal_domains (
  tenant_id bigint not null default current_tenant_id(),
  domain text not null,
  added_at timestamp(3) with time zone not null default now(),
  check_asked_at timestamp(3) with time zone,
  checked_at timestamp(3) with time zone,
  leads text not null default 'unchecked'::text,
  leads_to text[] not null default '{}'::text[],
  our_addresses text[] not null default '{}'::text[],
  answers text not null default 'unchecked'::text,
  serving_since timestamp(3) with time zone,
  broken_since timestamp(3) with time zone,
  constraint portal_domains_answers_check CHECK ((answers = ANY (ARRAY['unchecked'::text, 'well'::text, 'badly'::text, 'noAnswer'::text]))),
  constraint portal_domains_leads_check CHECK ((leads = ANY (ARRAY['unchecked'::text, 'here'::text, 'elsewhere'::text, 'nowhere'::text, 'noAnswer'::text]))),
  constraint portal_domains_tenant_id_domain_fkey FOREIGN KEY (tenant_id, domain) REFERENCES domain_proofs(tenant_id, domain),
  constraint portal_domains_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint portal_domains_pkey PRIMARY KEY (tenant_id)
);
-- row-level security is forced

create table portal_logo_files (
  tenant_id bigint not null default current_tenant_id(),
  logo_key text not null,
  kind text not null,
  file_key text not null,
  size_bytes integer not null,
  constraint portal_logo_files_kind_check CHECK ((kind = ANY (ARRAY['logo'::text, 'icon'::text]))),
  constraint portal_logo_files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint portal_logo_files_pkey PRIMARY KEY (tenant_id, logo_key, kind)
);
-- row-level security is forced

create table portal_sendings (
  tenant_id bigint not null default current_tenant_id(),
  contact_id bigint not null,
  key_hash bytea not null,
  result bigint,
  created_at timestamp(3) with time zone not null default now(),
  constraint portal_sendings_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint portal_sendings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint portal_sendings_pkey PRIMARY KEY (tenant_id, contact_id, key_hash)
);
-- row-level security is forced

create table portal_settings (
  tenant_id bigint not null default current_tenant_id(),
  name text,
  color text,
  welcome_texts jsonb not null default '{}'::jsonb,
  links jsonb not null default '[]'::jsonb,
  language text,
  privacy_url text,
  imprint_url text,
  priority_field text not null default 'hidden'::text,
  impact_field text not null default 'hidden'::text,
  contacts_may_close boolean not null default true,
  contacts_may_reopen boolean not null default true,
  password_sign_in boolean not null default true,
  link_sign_in boolean not null default true,
  knowledge_base text not null default 'public'::text,
  logo_key text,
  logo_width_px integer,
  logo_height_px integer,
  logo_tone text,
  version integer not null default 1,
  shows_devices boolean not null default false,
  constraint portal_settings_check CHECK ((num_nulls(logo_key, logo_width_px, logo_height_px) = ANY (ARRAY[0, 3]))),
  constraint portal_settings_color_check CHECK ((color ~ '^#[0-9a-f]{6}$'::text)),
  constraint portal_settings_impact_field_check CHECK ((impact_field = ANY (ARRAY['hidden'::text, 'shown'::text, 'filled'::text]))),
  constraint portal_settings_knowledge_base_check CHECK ((knowledge_base = ANY (ARRAY['hidden'::text, 'contacts'::text, 'public'::text]))),
  constraint portal_settings_logo_key_check CHECK ((logo_key ~ '^[A-Za-z0-9_-]{22}$'::text)),
  constraint portal_settings_logo_tone_check CHECK ((logo_tone = ANY (ARRAY['dark'::text, 'light'::text]))),
  constraint portal_settings_priority_field_check CHECK ((priority_field = ANY (ARRAY['hidden'::text, 'shown'::text, 'filled'::text]))),
  constraint portal_settings_sign_in CHECK ((password_sign_in OR link_sign_in)),
  constraint portal_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint portal_settings_pkey PRIMARY KEY (tenant_id)
);
-- row-level security is forced

create table portal_slugs (
  slug text not null,
  tenant_id bigint not null,
  redirects_until timestamp(3) with time zone,
  constraint portal_slugs_pkey PRIMARY KEY (slug)
);

create table proven_domains (
  domain text not null,
  tenant_id bigint not null,
  proof_id bigint not null,
  constraint proven_domains_pkey PRIMARY KEY (domain)
);

create table rate_limits (
  bucket text not null,
  used integer not null,
  resets_at timestamp(3) with time zone not null,
  constraint rate_limits_pkey PRIMARY KEY (bucket)
);

create table recovery_codes (
  tenant_id bigint not null default current_tenant_id(),
  technician_id bigint not null,
  code_hash bytea not null,
  used_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint recovery_codes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint recovery_codes_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint recovery_codes_pkey PRIMARY KEY (tenant_id, technician_id, code_hash)
);
-- row-level security is forced

create table role_customers (
  tenant_id bigint not null default current_tenant_id(),
  role_id bigint not null,
  customer_id bigint not null,
  constraint role_customers_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint role_customers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint role_customers_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id) ON DELETE CASCADE,
  constraint role_customers_pkey PRIMARY KEY (tenant_id, role_id, customer_id)
);
-- row-level security is forced

create table roles (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  name text not null,
  built_in text,
  permissions text[] not null default '{}'::text[],
  created_at timestamp(3) with time zone not null default now(),
  requires_two_factor boolean not null default false,
  is_limited_to_customers boolean not null default false,
  constraint roles_admin_unlimited CHECK (((built_in IS DISTINCT FROM 'admin'::text) OR (NOT is_limited_to_customers))),
  constraint roles_built_in_check CHECK ((built_in = ANY (ARRAY['admin'::text, 'technician'::text]))),
  constraint roles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint roles_pkey PRIMARY KEY (tenant_id, id),
  constraint roles_tenant_id_built_in_key UNIQUE (tenant_id, built_in)
);
-- row-level security is forced

create table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table sent_signatures (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint not null,
  html text not null,
  text text not null,
  image_ids bigint[] not null default '{}'::bigint[],
  content_hash bytea not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint sent_signatures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint sent_signatures_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint sent_signatures_pkey PRIMARY KEY (tenant_id, id),
  constraint sent_signatures_tenant_id_technician_id_content_hash_key UNIQUE (tenant_id, technician_id, content_hash)
);
-- row-level security is forced

create table sessions (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  token_hash bytea not null,
  audience text not null,
  host text not null,
  technician_id bigint,
  contact_id bigint,
  user_agent text,
  ip inet,
  created_at timestamp(3) with time zone not null default now(),
  last_seen_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone not null,
  proved_at timestamp(3) with time zone not null default now(),
  is_by_link boolean not null default false,
  constraint sessions_audience_check CHECK ((audience = ANY (ARRAY['console'::text, 'portal'::text]))),
  constraint sessions_check CHECK (((audience = 'console'::text) = (technician_id IS NOT NULL))),
  constraint sessions_check1 CHECK (((audience = 'portal'::text) = (contact_id IS NOT NULL))),
  constraint sessions_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint sessions_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint sessions_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table sign_in_challenges (
  challenge bytea not null,
  expires_at timestamp(3) with time zone not null,
  constraint sign_in_challenges_pkey PRIMARY KEY (challenge)
);

create table signature_images (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint not null,
  file_key text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  width_px integer not null,
  height_px integer not null,
  sha256 bytea not null,
  used_at timestamp(3) with time zone not null default now(),
  constraint signature_images_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint signature_images_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint signature_images_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table signatures (
  tenant_id bigint not null default current_tenant_id(),
  technician_id bigint not null,
  html text not null,
  image_ids bigint[] not null default '{}'::bigint[],
  updated_at timestamp(3) with time zone not null default now(),
  constraint signatures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint signatures_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint signatures_pkey PRIMARY KEY (tenant_id, technician_id)
);
-- row-level security is forced

create table single_use_tokens (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  token_hash bytea not null,
  purpose text not null,
  technician_id bigint,
  contact_id bigint,
  created_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone,
  constraint single_use_tokens_check CHECK ((num_nonnulls(technician_id, contact_id) = 1)),
  constraint single_use_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['passwordReset'::text, 'invitation'::text, 'contactPassword'::text, 'contactSignIn'::text]))),
  constraint single_use_tokens_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint single_use_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint single_use_tokens_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id) ON DELETE CASCADE,
  constraint single_use_tokens_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table switched_off_mails (
  tenant_id bigint not null default current_tenant_id(),
  name text not null,
  constraint switched_off_mails_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint switched_off_mails_pkey PRIMARY KEY (tenant_id, name)
);
-- row-level security is forced

create table technician_emails (
  email citext not null,
  tenant_id bigint not null,
  technician_id bigint not null,
  constraint technician_emails_pkey PRIMARY KEY (email)
);

create table technicians (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  email citext not null,
  password_hash text,
  first_name text not null,
  last_name text not null,
  phone text,
  role_id bigint not null,
  language text not null default 'en'::text,
  time_zone text,
  default_page text not null default 'dashboard'::text,
  disabled_at timestamp(3) with time zone,
  last_sign_in_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  theme text not null default 'auto'::text,
  density text not null default 'comfortable'::text,
  picture_key text,
  constraint technicians_default_page_check CHECK ((default_page = ANY (ARRAY['dashboard'::text, 'tickets'::text, 'customers'::text, 'devices'::text, 'alerts'::text]))),
  constraint technicians_density_check CHECK ((density = ANY (ARRAY['comfortable'::text, 'compact'::text]))),
  constraint technicians_picture_key_check CHECK ((picture_key ~ '^[A-Za-z0-9_-]{22}$'::text)),
  constraint technicians_theme_check CHECK ((theme = ANY (ARRAY['auto'::text, 'light'::text, 'dark'::text]))),
  constraint technicians_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint technicians_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id),
  constraint technicians_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table tenants (
  id bigint not null generated always as identity,
  slug text not null,
  company_name text not null,
  language text not null default 'en'::text,
  time_zone text not null default 'UTC'::text,
  new_contact_mail_enabled boolean not null default false,
  new_contact_mail_template text not null default 'SendUsernameAndPassword'::text,
  confirmation_mail_enabled boolean not null default true,
  automatic_contacts_enabled boolean not null default true,
  settings_version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  serving_domain text,
  unknown_sender_filing text not null default 'ticket'::text,
  reopen_resolved_within_days integer,
  reopen_closed_within_days integer,
  close_resolved_after_days integer,
  constraint tenants_close_resolved_after_days_check CHECK (((close_resolved_after_days >= 1) AND (close_resolved_after_days <= 3650))),
  constraint tenants_reopen_closed_within_days_check CHECK (((reopen_closed_within_days >= 0) AND (reopen_closed_within_days <= 3650))),
  constraint tenants_reopen_resolved_within_days_check CHECK (((reopen_resolved_within_days >= 0) AND (reopen_resolved_within_days <= 3650))),
  constraint tenants_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
  constraint tenants_unknown_sender_filing_check CHECK ((unknown_sender_filing = ANY (ARRAY['ticket'::text, 'suspended'::text]))),
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants_slug_key UNIQUE (slug)
);
-- row-level security is forced

create table ticket_articles (
  tenant_id bigint not null default current_tenant_id(),
  ticket_id bigint not null,
  article_id bigint not null,
  technician_id bigint,
  created_at timestamp(3) with time zone not null default now(),
  constraint ticket_articles_tenant_id_article_id_fkey FOREIGN KEY (tenant_id, article_id) REFERENCES articles(tenant_id, id),
  constraint ticket_articles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint ticket_articles_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id),
  constraint ticket_articles_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint ticket_articles_pkey PRIMARY KEY (tenant_id, ticket_id, article_id)
);
-- row-level security is forced

create table ticket_changes (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  ticket_id bigint not null,
  actor_kind text not null,
  actor_id bigint,
  actor_name text not null,
  field text not null,
  old_value jsonb,
  new_value jsonb,
  created_at timestamp(3) with time zone not null default now(),
  constraint ticket_changes_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['technician'::text, 'contact'::text, 'apiKey'::text, 'system'::text]))),
  constraint ticket_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint ticket_changes_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint ticket_changes_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

create table ticket_counters (
  tenant_id bigint not null default current_tenant_id(),
  next_number bigint not null default 1,
  constraint ticket_counters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint ticket_counters_pkey PRIMARY KEY (tenant_id)
);
-- row-level security is forced

create table ticket_participants (
  tenant_id bigint not null default current_tenant_id(),
  ticket_id bigint not null,
  address citext not null,
  name text not null default ''::text,
  contact_id bigint,
  takes_part boolean not null default false,
  created_at timestamp(3) with time zone not null default now(),
  constraint ticket_participants_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint ticket_participants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint ticket_participants_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint ticket_participants_pkey PRIMARY KEY (tenant_id, ticket_id, address)
);
-- row-level security is forced

create table ticket_reads (
  tenant_id bigint not null default current_tenant_id(),
  contact_id bigint not null,
  ticket_id bigint not null,
  message_id bigint not null,
  constraint ticket_reads_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint ticket_reads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint ticket_reads_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id),
  constraint ticket_reads_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint ticket_reads_pkey PRIMARY KEY (tenant_id, contact_id, ticket_id)
);
-- row-level security is forced

create table ticket_search (
  tenant_id bigint not null default current_tenant_id(),
  ticket_id bigint not null,
  document tsvector not null,
  subject_folded text not null default ''::text,
  constraint ticket_search_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint ticket_search_tenant_id_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets(tenant_id, id),
  constraint ticket_search_pkey PRIMARY KEY (tenant_id, ticket_id)
);
-- row-level security is forced

create table tickets (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  number bigint not null,
  subject text not null,
  preview text not null default ''::text,
  status text not null default 'open'::text,
  priority text not null default 'medium'::text,
  impact text not null default 'none'::text,
  type text not null default 'incident'::text,
  source text not null,
  priority_rank smallint not null generated always as (
CASE priority
    WHEN 'critical'::text THEN 4
    WHEN 'high'::text THEN 3
    WHEN 'medium'::text THEN 2
    ELSE 1
END) stored,
  is_active boolean not null generated always as ((status = ANY (ARRAY['open'::text, 'pending'::text]))) stored,
  customer_id bigint,
  contact_id bigint,
  assignee_id bigint,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  public_updated_at timestamp(3) with time zone not null default now(),
  first_replied_at timestamp(3) with time zone,
  resolved_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  follows_id bigint,
  device_id bigint,
  waiting_since timestamp(3) with time zone,
  constraint tickets_impact_check CHECK ((impact = ANY (ARRAY['none'::text, 'minor'::text, 'major'::text, 'siteDown'::text, 'serverIssue'::text, 'crisis'::text]))),
  constraint tickets_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint tickets_source_check CHECK ((source = ANY (ARRAY['email'::text, 'portal'::text, 'technician'::text, 'alert'::text, 'api'::text]))),
  constraint tickets_status_check CHECK ((status = ANY (ARRAY['open'::text, 'pending'::text, 'resolved'::text, 'closed'::text]))),
  constraint tickets_type_check CHECK ((type = ANY (ARRAY['incident'::text, 'problem'::text, 'request'::text, 'change'::text, 'question'::text, 'other'::text]))),
  constraint tickets_tenant_id_assignee_id_fkey FOREIGN KEY (tenant_id, assignee_id) REFERENCES technicians(tenant_id, id),
  constraint tickets_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint tickets_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  constraint tickets_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES devices(tenant_id, id),
  constraint tickets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint tickets_tenant_id_follows_id_fkey FOREIGN KEY (tenant_id, follows_id) REFERENCES tickets(tenant_id, id),
  constraint tickets_pkey PRIMARY KEY (tenant_id, id),
  constraint tickets_tenant_id_number_key UNIQUE (tenant_id, number)
);
-- row-level security is forced

create table username_changes (
  tenant_id bigint not null default current_tenant_id(),
  id bigint not null generated always as identity,
  technician_id bigint not null,
  old_email citext not null,
  new_email citext not null,
  token_hash bytea not null,
  created_at timestamp(3) with time zone not null default now(),
  undo_until timestamp(3) with time zone not null,
  undone_at timestamp(3) with time zone,
  constraint username_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint username_changes_tenant_id_technician_id_fkey FOREIGN KEY (tenant_id, technician_id) REFERENCES technicians(tenant_id, id) ON DELETE CASCADE,
  constraint username_changes_pkey PRIMARY KEY (tenant_id, id)
);
-- row-level security is forced

CREATE INDEX alert_events_list ON public.alert_events USING btree (tenant_id, alert_id, id DESC);

CREATE INDEX alert_profile_assignments_profile ON public.alert_profile_assignments USING btree (tenant_id, profile_id);

CREATE INDEX alerts_active ON public.alerts USING btree (tenant_id, severity_rank DESC, last_at DESC, id DESC) WHERE (state = ANY (ARRAY['open'::text, 'acknowledged'::text]));

CREATE INDEX alerts_calming ON public.alerts USING btree (tenant_id, resolves_at) WHERE (resolves_at IS NOT NULL);

CREATE INDEX alerts_created ON public.alerts USING btree (tenant_id, created_at DESC, id DESC);

CREATE INDEX alerts_customer ON public.alerts USING btree (tenant_id, customer_id, last_at DESC, id DESC);

CREATE INDEX alerts_device ON public.alerts USING btree (tenant_id, device_id, last_at DESC, id DESC) WHERE (device_id IS NOT NULL);

CREATE INDEX alerts_fingerprint ON public.alerts USING btree (tenant_id, fingerprint, id DESC);

CREATE INDEX alerts_follow_up ON public.alerts USING btree (tenant_id, follow_up_at) WHERE (follow_up_at IS NOT NULL);

CREATE INDEX alerts_list ON public.alerts USING btree (tenant_id, last_at DESC, id DESC);

CREATE INDEX alerts_old ON public.alerts USING btree (tenant_id, resolved_at) WHERE (state = 'resolved'::text);

CREATE INDEX alerts_severity ON public.alerts USING btree (tenant_id, severity_rank DESC, last_at DESC, id DESC);

CREATE INDEX alerts_sleeping ON public.alerts USING btree (tenant_id, snoozed_until) WHERE (state = 'snoozed'::text);

CREATE INDEX alerts_ticket ON public.alerts USING btree (tenant_id, ticket_id) WHERE (ticket_id IS NOT NULL);

CREATE INDEX alerts_words ON public.alerts USING gin (tenant_id, search_folded gin_trgm_ops);

CREATE INDEX api_keys_hash ON public.api_keys USING btree (key_hash);

CREATE INDEX article_categories_parent ON public.article_categories USING btree (tenant_id, parent_id, "position");

CREATE INDEX article_customers_customer ON public.article_customers USING btree (tenant_id, customer_id);

CREATE INDEX article_files_technician ON public.article_files USING btree (tenant_id, technician_id);

CREATE INDEX article_texts_document ON public.article_texts USING gin (tenant_id, document) WHERE (published_at IS NOT NULL);

CREATE INDEX article_texts_technician ON public.article_texts USING btree (tenant_id, technician_id);

CREATE INDEX article_versions_technician ON public.article_versions USING btree (tenant_id, technician_id);

CREATE INDEX article_versions_text ON public.article_versions USING btree (tenant_id, article_id, language, id DESC);

CREATE INDEX article_views_day ON public.article_views USING btree (tenant_id, day);

CREATE INDEX articles_author ON public.articles USING btree (tenant_id, author_id);

CREATE INDEX articles_category ON public.articles USING btree (tenant_id, category_id);

CREATE INDEX articles_updated ON public.articles USING btree (tenant_id, updated_at DESC, id DESC);

CREATE INDEX attachments_message ON public.attachments USING btree (tenant_id, message_id);

CREATE INDEX attachments_pending ON public.attachments USING btree (created_at) WHERE (message_id IS NULL);

CREATE INDEX audit_entries_action ON public.audit_entries USING btree (tenant_id, action, created_at DESC, id DESC);

CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (tenant_id, actor_kind, actor_id, created_at DESC, id DESC);

CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (tenant_id, subject_kind, subject_id, created_at DESC, id DESC);

CREATE INDEX audit_entries_time ON public.audit_entries USING btree (tenant_id, created_at DESC, id DESC);

CREATE INDEX check_results_age ON public.check_results USING btree (tenant_id, at);

CREATE INDEX check_results_list ON public.check_results USING btree (tenant_id, check_id, at DESC, id DESC);

CREATE INDEX contacts_customer ON public.contacts USING btree (tenant_id, customer_id, name_folded, id);

CREATE INDEX contacts_name ON public.contacts USING btree (tenant_id, name_folded, id);

CREATE INDEX contacts_password_expiry ON public.contacts USING btree (generated_password_expires_at) WHERE (generated_password_encrypted IS NOT NULL);

CREATE INDEX customer_domains_customer ON public.customer_domains USING btree (tenant_id, customer_id);

CREATE INDEX customers_name ON public.customers USING btree (tenant_id, name_folded, id);

CREATE INDEX customers_updated ON public.customers USING btree (tenant_id, updated_at DESC, id DESC);

CREATE INDEX device_changes_age ON public.device_changes USING btree (tenant_id, created_at);

CREATE INDEX device_changes_list ON public.device_changes USING btree (tenant_id, device_id, id DESC);

CREATE INDEX device_changes_states ON public.device_changes USING btree (tenant_id, id DESC) WHERE (field = 'state'::text);

CREATE INDEX device_checks_device ON public.device_checks USING btree (tenant_id, device_id, id);

CREATE INDEX device_checks_due ON public.device_checks USING btree (next_at) WHERE is_enabled;

CREATE INDEX device_contacts_contact ON public.device_contacts USING btree (tenant_id, contact_id);

CREATE INDEX device_keys_device ON public.device_keys USING btree (tenant_id, device_id) WHERE (revoked_at IS NULL);

CREATE INDEX devices_customer ON public.devices USING btree (tenant_id, customer_id, name_folded, id);

CREATE INDEX devices_fingerprint ON public.devices USING btree (tenant_id, fingerprint) WHERE (fingerprint IS NOT NULL);

CREATE INDEX devices_name ON public.devices USING btree (tenant_id, name_folded, id) WHERE (archived_at IS NULL);

CREATE INDEX devices_state ON public.devices USING btree (tenant_id, state) WHERE (archived_at IS NULL);

CREATE INDEX domain_proofs_due ON public.domain_proofs USING btree (next_check_at);

CREATE INDEX enrolment_tokens_customer ON public.enrolment_tokens USING btree (tenant_id, customer_id);

CREATE INDEX import_rows_outcome ON public.import_rows USING btree (tenant_id, import_id, outcome, row_number);

CREATE INDEX imports_age ON public.imports USING btree (tenant_id, changed_at);

CREATE INDEX imports_of_technician ON public.imports USING btree (tenant_id, technician_id, id DESC);

CREATE INDEX inbound_messages_message_id ON public.inbound_messages USING btree (tenant_id, message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX inbound_messages_state ON public.inbound_messages USING btree (tenant_id, state, received_at DESC, id DESC);

CREATE INDEX inbound_messages_ticket ON public.inbound_messages USING btree (tenant_id, ticket_id) WHERE (ticket_id IS NOT NULL);

CREATE INDEX inbound_messages_time ON public.inbound_messages USING btree (tenant_id, received_at DESC, id DESC);

CREATE INDEX maintenance_windows_once ON public.maintenance_windows USING btree (tenant_id, ends_at);

CREATE INDEX messages_inbound ON public.messages USING btree (tenant_id, inbound_message_id) WHERE (inbound_message_id IS NOT NULL);

CREATE INDEX messages_ticket ON public.messages USING btree (tenant_id, ticket_id, id);

CREATE INDEX notifications_age ON public.notifications USING btree (tenant_id, created_at);

CREATE INDEX notifications_alert ON public.notifications USING btree (tenant_id, alert_id) WHERE (alert_id IS NOT NULL);

CREATE INDEX notifications_list ON public.notifications USING btree (tenant_id, technician_id, id DESC) WHERE is_shown;

CREATE INDEX notifications_mailed ON public.notifications USING btree (tenant_id, technician_id, alert_id) WHERE (mailed_at IS NOT NULL);

CREATE INDEX notifications_unread ON public.notifications USING btree (tenant_id, technician_id, ticket_id) WHERE (read_at IS NULL);

CREATE INDEX notifications_waiting ON public.notifications USING btree (tenant_id, technician_id, id) WHERE waits_for_mail;

CREATE INDEX outbound_messages_header ON public.outbound_messages USING btree (tenant_id, header_message_id);

CREATE INDEX outbound_messages_message ON public.outbound_messages USING btree (tenant_id, message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX outbound_messages_state ON public.outbound_messages USING btree (tenant_id, state, created_at DESC, id DESC);

CREATE INDEX outbound_messages_ticket ON public.outbound_messages USING btree (tenant_id, ticket_id) WHERE (ticket_id IS NOT NULL);

CREATE INDEX outbound_messages_time ON public.outbound_messages USING btree (tenant_id, created_at DESC, id DESC);

CREATE INDEX passkey_registrations_session ON public.passkey_registrations USING btree (tenant_id, session_id);

CREATE INDEX passkeys_credential ON public.passkeys USING btree (credential_id);

CREATE INDEX passkeys_technician ON public.passkeys USING btree (tenant_id, technician_id);

CREATE INDEX pending_sign_ins_technician ON public.pending_sign_ins USING btree (tenant_id, technician_id);

CREATE INDEX pending_sign_ins_token ON public.pending_sign_ins USING btree (token_hash);

CREATE INDEX picture_files_technician ON public.picture_files USING btree (tenant_id, technician_id);

CREATE INDEX portal_sendings_age ON public.portal_sendings USING btree (tenant_id, created_at);

CREATE INDEX portal_slugs_tenant ON public.portal_slugs USING btree (tenant_id);

CREATE INDEX rate_limits_resets_at ON public.rate_limits USING btree (resets_at);

CREATE INDEX role_customers_customer ON public.role_customers USING btree (tenant_id, customer_id);

CREATE INDEX sessions_contact ON public.sessions USING btree (tenant_id, contact_id) WHERE (contact_id IS NOT NULL);

CREATE INDEX sessions_expires ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_technician ON public.sessions USING btree (tenant_id, technician_id) WHERE (technician_id IS NOT NULL);

CREATE INDEX sessions_token ON public.sessions USING btree (token_hash);

CREATE INDEX sign_in_challenges_expires_at ON public.sign_in_challenges USING btree (expires_at);

CREATE INDEX signature_images_technician ON public.signature_images USING btree (tenant_id, technician_id);

CREATE INDEX single_use_tokens_contact ON public.single_use_tokens USING btree (tenant_id, contact_id);

CREATE INDEX single_use_tokens_hash ON public.single_use_tokens USING btree (token_hash);

CREATE INDEX single_use_tokens_technician ON public.single_use_tokens USING btree (tenant_id, technician_id);

CREATE INDEX technicians_role ON public.technicians USING btree (tenant_id, role_id);

CREATE INDEX ticket_articles_article ON public.ticket_articles USING btree (tenant_id, article_id, ticket_id);

CREATE INDEX ticket_articles_technician ON public.ticket_articles USING btree (tenant_id, technician_id);

CREATE INDEX ticket_changes_ticket ON public.ticket_changes USING btree (tenant_id, ticket_id, id);

CREATE INDEX ticket_search_document ON public.ticket_search USING gin (tenant_id, document);

CREATE INDEX ticket_search_subject ON public.ticket_search USING gin (tenant_id, subject_folded gin_trgm_ops);

CREATE INDEX tickets_active_assignee ON public.tickets USING btree (tenant_id, assignee_id, updated_at DESC, id DESC) WHERE is_active;

CREATE INDEX tickets_active_counts ON public.tickets USING btree (tenant_id, status, priority, assignee_id, customer_id) WHERE is_active;

CREATE INDEX tickets_active_created ON public.tickets USING btree (tenant_id, created_at DESC, id DESC) WHERE is_active;

CREATE INDEX tickets_active_customer ON public.tickets USING btree (tenant_id, customer_id, updated_at DESC, id DESC) WHERE is_active;

CREATE INDEX tickets_active_number ON public.tickets USING btree (tenant_id, number) WHERE is_active;

CREATE INDEX tickets_active_priority ON public.tickets USING btree (tenant_id, priority_rank DESC, updated_at DESC, id DESC) WHERE is_active;

CREATE INDEX tickets_active_unassigned ON public.tickets USING btree (tenant_id, updated_at DESC, id DESC) WHERE (is_active AND (assignee_id IS NULL));

CREATE INDEX tickets_active_updated ON public.tickets USING btree (tenant_id, updated_at DESC, id DESC) WHERE is_active;

CREATE INDEX tickets_assignee ON public.tickets USING btree (tenant_id, assignee_id, updated_at DESC, id DESC);

CREATE INDEX tickets_contact ON public.tickets USING btree (tenant_id, contact_id, public_updated_at DESC, id DESC);

CREATE INDEX tickets_created ON public.tickets USING btree (tenant_id, created_at DESC, id DESC) INCLUDE (customer_id);

CREATE INDEX tickets_customer ON public.tickets USING btree (tenant_id, customer_id, updated_at DESC, id DESC);

CREATE INDEX tickets_customer_public ON public.tickets USING btree (tenant_id, customer_id, public_updated_at DESC, id DESC);

CREATE INDEX tickets_device ON public.tickets USING btree (tenant_id, device_id, number DESC) WHERE (device_id IS NOT NULL);

CREATE INDEX tickets_follows ON public.tickets USING btree (tenant_id, follows_id) WHERE (follows_id IS NOT NULL);

CREATE INDEX tickets_priority ON public.tickets USING btree (tenant_id, priority_rank DESC, updated_at DESC, id DESC);

CREATE INDEX tickets_resolved ON public.tickets USING btree (tenant_id, resolved_at DESC, id DESC) INCLUDE (customer_id) WHERE (resolved_at IS NOT NULL);

CREATE INDEX tickets_status_updated ON public.tickets USING btree (tenant_id, status, updated_at DESC, id DESC);

CREATE INDEX tickets_updated ON public.tickets USING btree (tenant_id, updated_at DESC, id DESC);

CREATE INDEX tickets_waiting ON public.tickets USING btree (tenant_id, waiting_since, id) INCLUDE (customer_id) WHERE (waiting_since IS NOT NULL);

CREATE INDEX tickets_without_customer ON public.tickets USING btree (tenant_id, updated_at DESC, id DESC) WHERE (customer_id IS NULL);

CREATE INDEX username_changes_hash ON public.username_changes USING btree (token_hash);

CREATE INDEX username_changes_technician ON public.username_changes USING btree (tenant_id, technician_id, id);

CREATE UNIQUE INDEX alert_profiles_default ON public.alert_profiles USING btree (tenant_id) WHERE is_default;

CREATE UNIQUE INDEX alert_profiles_name ON public.alert_profiles USING btree (tenant_id, lower(name));

CREATE UNIQUE INDEX alert_sources_secret ON public.alert_sources USING btree (secret_hash);

CREATE UNIQUE INDEX alerts_unresolved ON public.alerts USING btree (tenant_id, fingerprint) WHERE (state <> 'resolved'::text);

CREATE UNIQUE INDEX device_keys_hash ON public.device_keys USING btree (key_hash);

CREATE UNIQUE INDEX enrolment_tokens_hash ON public.enrolment_tokens USING btree (token_hash);

CREATE UNIQUE INDEX mailboxes_from ON public.mailboxes USING btree (tenant_id) WHERE is_from;

CREATE UNIQUE INDEX roles_name ON public.roles USING btree (tenant_id, lower(name));

CREATE UNIQUE INDEX signature_images_content ON public.signature_images USING btree (tenant_id, sha256, technician_id);

create policy tenant_isolation on alert_events for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on alert_profile_assignments for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on alert_profiles for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on alert_sources for select to portico_owner using (true);

create policy tenant_isolation on alert_sources for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on alerts for select to portico_owner using (true);

create policy tenant_isolation on alerts for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on api_keys for select to portico_owner using (true);

create policy tenant_isolation on api_keys for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on article_categories for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on article_customers for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on article_files for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on article_ratings for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on article_searches for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on article_texts for select to portico_owner using (true);

create policy tenant_isolation on article_texts for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on article_versions for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on article_views for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on articles for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on attachments for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on audit_entries for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on authenticator_apps for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on check_results for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on contacts for select to portico_owner using (true);

create policy tenant_isolation on contacts for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on customer_domains for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on customers for select to portico_owner using (true);

create policy tenant_isolation on customers for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on dashboards for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on device_changes for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on device_checks for select to portico_owner using (true);

create policy tenant_isolation on device_checks for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on device_conditions for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on device_contacts for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on device_keys for select to portico_owner using (true);

create policy tenant_isolation on device_keys for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on device_minutes for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on device_quarters for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on devices for select to portico_owner using (true);

create policy tenant_isolation on devices for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on dkim_keys for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on domain_proofs for select to portico_owner using (true);

create policy tenant_isolation on domain_proofs for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on drafts for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on enrolment_tokens for select to portico_owner using (true);

create policy tenant_isolation on enrolment_tokens for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on import_rows for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on imports for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on inbound_messages for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on mail_templates for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on mailboxes for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on maintenance_windows for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on messages for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on notification_choices for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on notifications for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on outbound_messages for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on passkey_registrations for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on passkeys for select to portico_owner using (true);

create policy tenant_isolation on passkeys for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on pending_sign_ins for select to portico_owner using (true);

create policy tenant_isolation on pending_sign_ins for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on picture_files for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on portal_domains for select to portico_owner using (true);

create policy tenant_isolation on portal_domains for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on portal_logo_files for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on portal_sendings for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on portal_settings for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on recovery_codes for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on role_customers for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on roles for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on sent_signatures for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on sessions for select to portico_owner using (true);

create policy tenant_isolation on sessions for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on signature_images for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on signatures for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on single_use_tokens for select to portico_owner using (true);

create policy tenant_isolation on single_use_tokens for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on switched_off_mails for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on technicians for select to portico_owner using (true);

create policy tenant_isolation on technicians for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on tenants for select to portico_owner using (true);

create policy tenant_isolation on tenants for all to public using ((id = current_tenant_id())) with check ((id = current_tenant_id()));

create policy tenant_isolation on ticket_articles for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on ticket_changes for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on ticket_counters for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on ticket_participants for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on ticket_reads for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on ticket_search for select to portico_owner using (true);

create policy tenant_isolation on ticket_search for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy tenant_isolation on tickets for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

create policy owner_lookup on username_changes for select to portico_owner using (true);

create policy tenant_isolation on username_changes for all to public using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));

CREATE TRIGGER count_alerts_of_device AFTER INSERT OR DELETE OR UPDATE ON public.alerts FOR EACH ROW EXECUTE FUNCTION count_alerts_of_device();

CREATE TRIGGER follow_domain_proof AFTER UPDATE OF proven_at ON public.domain_proofs FOR EACH ROW EXECUTE FUNCTION follow_domain_proof();

CREATE TRIGGER forget_invited_technician BEFORE DELETE ON public.technicians FOR EACH ROW EXECUTE FUNCTION forget_invited_technician();

CREATE TRIGGER free_proven_domain AFTER DELETE OR UPDATE OF proven_at ON public.domain_proofs FOR EACH ROW EXECUTE FUNCTION free_proven_domain();

CREATE TRIGGER keep_contact_mailbox BEFORE INSERT OR UPDATE OF email ON public.contacts FOR EACH ROW EXECUTE FUNCTION keep_contact_mailbox();

CREATE TRIGGER keep_mail_addresses AFTER INSERT OR DELETE OR UPDATE OF address, waits_for_proof ON public.mailboxes FOR EACH ROW EXECUTE FUNCTION keep_mail_addresses();

CREATE TRIGGER keep_portal_slugs AFTER INSERT OR UPDATE OF slug ON public.tenants FOR EACH ROW EXECUTE FUNCTION keep_portal_slugs();

CREATE TRIGGER keep_technician_emails AFTER INSERT OR UPDATE OF email ON public.technicians FOR EACH ROW EXECUTE FUNCTION keep_technician_emails();

CREATE TRIGGER make_alert_profile AFTER INSERT ON public.tenants FOR EACH ROW EXECUTE FUNCTION make_alert_profile();

CREATE TRIGGER make_portal_settings AFTER INSERT ON public.tenants FOR EACH ROW EXECUTE FUNCTION make_portal_settings();

CREATE TRIGGER move_alerts_of_device AFTER UPDATE OF customer_id ON public.devices FOR EACH ROW WHEN ((new.customer_id <> old.customer_id)) EXECUTE FUNCTION move_alerts_of_device();

CREATE TRIGGER note_state_of_device AFTER UPDATE OF state ON public.devices FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION note_state_of_device();

CREATE OR REPLACE PROCEDURE public.add_default_alert_profile(IN tenant bigint)
 LANGUAGE sql
AS $procedure$
  insert into alert_profiles (tenant_id, name, is_default, conditions, hearing)
  values (tenant, 'Default', true, '[
    {"id": "cpu", "kind": "cpu", "severity": "warning", "limit": 95, "hysteresis": 5, "minutes": 15, "target": "", "deviceTypes": []},
    {"id": "memory", "kind": "memory", "severity": "warning", "limit": 95, "hysteresis": 3, "minutes": 15, "target": "", "deviceTypes": []},
    {"id": "disk", "kind": "disk", "severity": "warning", "limit": 10, "hysteresis": 2, "minutes": 5, "target": "", "deviceTypes": []},
    {"id": "diskFull", "kind": "disk", "severity": "critical", "limit": 5, "hysteresis": 1, "minutes": 5, "target": "", "deviceTypes": []},
    {"id": "offline", "kind": "offline", "severity": "critical", "limit": null, "hysteresis": 0, "minutes": 5, "target": "", "deviceTypes": ["server"]},
    {"id": "certificate", "kind": "certificate", "severity": "warning", "limit": 14, "hysteresis": 0, "minutes": 0, "target": "", "deviceTypes": []},
    {"id": "certificateEnds", "kind": "certificate", "severity": "critical", "limit": 3, "hysteresis": 0, "minutes": 0, "target": "", "deviceTypes": []},
    {"id": "reboot", "kind": "reboot", "severity": "information", "limit": null, "hysteresis": 0, "minutes": 4320, "target": "", "deviceTypes": []}
  ]', '{"severities": ["warning", "critical"], "roleIds": [], "technicianIds": []}');
$procedure$
;

CREATE OR REPLACE FUNCTION public.count_alerts_of_device()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  device bigint;
begin
  if tg_op = 'UPDATE' and new.state = old.state and new.severity = old.severity
    and new.device_id is not distinct from old.device_id then return null; end if;
  for device in
    select distinct d from unnest(array[
      case when tg_op <> 'INSERT' then old.device_id end,
      case when tg_op <> 'DELETE' then new.device_id end]) as d
    where d is not null order by d
  loop
    perform from devices where id = device for no key update;
    update devices set (open_alert_count, worst_severity) = (
      select count(*), coalesce(max(severity_rank), 0) from alerts
      where device_id = device and state in ('open', 'acknowledged'))
    where id = device;
  end loop;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.create_tenant(slug text, company_name text, language text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  tenant bigint := nextval(pg_get_serial_sequence('tenants', 'id'));
begin
  perform set_config('app.tenant_id', tenant::text, true);
  insert into tenants (id, slug, company_name, language) overriding system value
  values (tenant, create_tenant.slug, create_tenant.company_name, create_tenant.language);
  insert into ticket_counters (tenant_id) values (tenant);
  return tenant;
end $function$
;

CREATE OR REPLACE FUNCTION public.current_tenant_id()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint
;

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload jsonb, queue text, run_at timestamp with time zone, max_attempts integer, job_key text, keeps_time boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_tenant_id() is null then
    raise exception 'a job needs a tenant';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := (payload || jsonb_build_object('tenantId', current_tenant_id()))::json,
    queue_name := queue, run_at := run_at, max_attempts := max_attempts, job_key := job_key,
    job_key_mode := case when keeps_time then 'preserve_run_at' else 'replace' end);
end $function$
;

CREATE OR REPLACE FUNCTION public.estimate_matching_tickets(terms tsquery[])
 RETURNS SETOF double precision
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  term tsquery;
  plan json;
begin
  foreach term in array terms loop
    execute format(
      'explain (format json) select from ticket_search
       where tenant_id = current_tenant_id() and document @@ %L::tsquery', term) into plan;
    return next (plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION public.find_alert_source(secret_hash bytea, OUT tenant_id bigint, OUT alert_source_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.tenant_id,
     s.id
    FROM alert_sources s
   WHERE ((s.secret_hash = find_alert_source.secret_hash) AND (s.removed_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.find_alerts(pattern text, at_most integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  tenant bigint := current_tenant_id();
begin
  return query
    select found.id from (
      select a.id from alerts a where a.tenant_id = tenant and a.search_folded like pattern
      union
      select a.id from alerts a where a.tenant_id = tenant and a.device_id in (
        select d.id from devices d where d.tenant_id = tenant and d.search_folded like pattern)
      union
      select a.id from alerts a where a.tenant_id = tenant and a.customer_id in (
        select c.id from customers c where c.tenant_id = tenant and c.name_folded like pattern)
    ) found limit at_most;
end $function$
;

CREATE OR REPLACE FUNCTION public.find_api_key(key_hash bytea, OUT tenant_id bigint, OUT api_key_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT k.tenant_id,
     k.id
    FROM api_keys k
   WHERE (k.key_hash = find_api_key.key_hash);
END
;

CREATE OR REPLACE FUNCTION public.find_device_key(key_hash bytea, OUT tenant_id bigint, OUT device_key_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT k.tenant_id,
     k.id
    FROM device_keys k
   WHERE (k.key_hash = find_device_key.key_hash);
END
;

CREATE OR REPLACE FUNCTION public.find_enrolment_token(token_hash bytea, OUT tenant_id bigint, OUT enrolment_token_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.tenant_id,
     t.id
    FROM enrolment_tokens t
   WHERE (t.token_hash = find_enrolment_token.token_hash);
END
;

CREATE OR REPLACE FUNCTION public.find_mail_address(address citext, OUT tenant_id bigint, OUT mailbox_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.tenant_id,
     a.mailbox_id
    FROM mail_addresses a
   WHERE (a.address = find_mail_address.address);
END
;

CREATE OR REPLACE FUNCTION public.find_matching_tickets(words tsquery, rarest tsquery, parts text[], at_most integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  tenant bigint := current_tenant_id();
begin
  if words is not null then
    return query
      -- "offset 0" keeps the second condition out of the first one's index
      select c.ticket_id from (
        select s.ticket_id, s.document from ticket_search s
        where s.tenant_id = tenant and s.document @@ rarest
        offset 0) c
      where c.document @@ words limit at_most;
  else
    return query
      select s.ticket_id from ticket_search s
      where s.tenant_id = tenant
        and s.subject_folded like parts[1] and s.subject_folded like all (parts)
      limit at_most;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.find_passkey(credential_id bytea, OUT tenant_id bigint, OUT passkey_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.tenant_id,
     p.id
    FROM passkeys p
   WHERE (p.credential_id = find_passkey.credential_id)
   ORDER BY p.id
  LIMIT 1;
END
;

CREATE OR REPLACE FUNCTION public.find_pending_sign_in(token_hash bytea, OUT tenant_id bigint, OUT pending_sign_in_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.tenant_id,
     p.id
    FROM pending_sign_ins p
   WHERE (p.token_hash = find_pending_sign_in.token_hash);
END
;

CREATE OR REPLACE FUNCTION public.find_portal_by_domain(domain text, OUT tenant_id bigint, OUT slug text)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.id,
     t.slug
    FROM ((proven_domains d
      JOIN portal_domains p ON (((p.tenant_id = d.tenant_id) AND (p.domain = d.domain))))
      JOIN tenants t ON ((t.id = d.tenant_id)))
   WHERE (d.domain = find_portal_by_domain.domain);
END
;

CREATE OR REPLACE FUNCTION public.find_portal_by_slug(slug text, OUT tenant_id bigint, OUT slug_today text)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.tenant_id,
     t.slug
    FROM (portal_slugs s
      JOIN tenants t ON ((t.id = s.tenant_id)))
   WHERE ((s.slug = find_portal_by_slug.slug) AND ((s.redirects_until IS NULL) OR (s.redirects_until > now())));
END
;

CREATE OR REPLACE FUNCTION public.find_session(token_hash bytea, OUT tenant_id bigint, OUT session_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.tenant_id,
     s.id
    FROM sessions s
   WHERE (s.token_hash = find_session.token_hash);
END
;

CREATE OR REPLACE FUNCTION public.find_single_use_token(token_hash bytea, OUT tenant_id bigint, OUT token_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.tenant_id,
     t.id
    FROM single_use_tokens t
   WHERE (t.token_hash = find_single_use_token.token_hash);
END
;

CREATE OR REPLACE FUNCTION public.find_technician_by_email(email citext, OUT tenant_id bigint, OUT technician_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT e.tenant_id,
     e.technician_id
    FROM technician_emails e
   WHERE (e.email = find_technician_by_email.email);
END
;

CREATE OR REPLACE FUNCTION public.find_tenant_by_slug(slug text)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT s.tenant_id FROM portal_slugs s WHERE ((s.slug = find_tenant_by_slug.slug) AND ((s.redirects_until IS NULL) OR (s.redirects_until > now()))))
;

CREATE OR REPLACE FUNCTION public.find_username_change(token_hash bytea, OUT tenant_id bigint, OUT change_id bigint)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.tenant_id,
     c.id
    FROM username_changes c
   WHERE (c.token_hash = find_username_change.token_hash);
END
;

CREATE OR REPLACE FUNCTION public.fold_accents(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN unaccent('unaccent'::regdictionary, value)
;

CREATE OR REPLACE FUNCTION public.follow_domain_proof()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  is_lost boolean := new.proven_at is null and not is_only_tenant();
begin
  if (old.proven_at is null) = (new.proven_at is null) then
    return null;
  end if;
  if is_lost and exists (
    select from mailboxes m
    where m.is_from and not m.is_generated and split_part(m.address::text, '@', 2) = new.domain)
  then
    update mailboxes set is_from = false where is_from;
    update mailboxes set is_from = true where is_generated and retires_at is null;
  end if;
  update mailboxes m set waits_for_proof = is_lost
  where not m.is_generated and m.waits_for_proof <> is_lost
    and split_part(m.address::text, '@', 2) = new.domain;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.forget_invited_technician()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.password_hash is not null or old.last_sign_in_at is not null then
    raise exception 'only a technician who has never signed in can be deleted';
  end if;
  delete from technician_emails where email = old.email and technician_id = old.id;
  return old;
end $function$
;

CREATE OR REPLACE FUNCTION public.free_proven_domain()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' or new.proven_at is null then
    delete from proven_domains d where d.domain = old.domain and d.tenant_id = old.tenant_id;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.is_any_tenant()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT FROM tenants))
;

CREATE OR REPLACE FUNCTION public.is_only_tenant()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (NOT (EXISTS (SELECT FROM tenants t WHERE (t.id <> current_tenant_id()))))
;

CREATE OR REPLACE FUNCTION public.keep_contact_mailbox()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.mailbox = mailbox_of(new.email);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_device_partitions(now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kind record;
  step interval;
  day timestamptz;
  name text;
  old record;
begin
  -- one at a time, of all server processes
  if not pg_try_advisory_xact_lock(hashtext('keep_device_partitions')) then return; end if;
  for kind in
    select * from (values
      ('device_minutes', 'day', interval '1 day', interval '3 days', 3),
      ('device_quarters', 'week', interval '7 days', interval '91 days', 2)
    ) as k (parent, unit, step, keeps, ahead)
  loop
    for i in -3 .. kind.ahead loop
      day := date_trunc(kind.unit, now at time zone 'UTC') at time zone 'UTC' + i * kind.step;
      name := kind.parent || '_' || to_char(day at time zone 'UTC', 'YYYYMMDD');
      if to_regclass(name) is null then
        begin
          execute format('create table %I partition of %I for values from (%L) to (%L)',
            name, kind.parent, day, day + kind.step);
          execute format(
            'alter table %I enable row level security, force row level security', name);
        -- rows of that time are in the partition for all others already: they stay there
        exception when check_violation then null;
        end;
      end if;
    end loop;
    for old in
      select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = kind.parent::regclass and c.relname ~ '_\d{8}$'
        and to_date(right(c.relname, 8), 'YYYYMMDD') + kind.step + kind.keeps < now
    loop
      execute format('drop table %I', old.relname);
    end loop;
  end loop;
  delete from device_minutes_other where at < now - interval '3 days';
  delete from device_quarters_other where at < now - interval '91 days';
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_mail_addresses()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    delete from mail_addresses where address = old.address and mailbox_id = old.id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if not new.waits_for_proof then
    insert into mail_addresses values (new.address, new.tenant_id, new.id);
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_matching_tickets(ticket_ids bigint[], words tsquery, parts text[])
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.ticket_id
    FROM ticket_search s
   WHERE ((s.tenant_id = current_tenant_id()) AND (s.ticket_id = ANY (keep_matching_tickets.ticket_ids)) AND ((s.document @@ keep_matching_tickets.words) OR ((cardinality(keep_matching_tickets.parts) > 0) AND (s.subject_folded ~~ ALL (keep_matching_tickets.parts)))));
END
;

CREATE OR REPLACE FUNCTION public.keep_portal_slugs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' and new.slug = old.slug then
    return new;
  end if;
  delete from portal_slugs s
  where s.slug = new.slug and (s.redirects_until <= now() or s.tenant_id = new.id);
  if tg_op = 'UPDATE' then
    update portal_slugs s set redirects_until = now() + interval '90 days'
    where s.slug = old.slug and s.tenant_id = new.id;
  end if;
  insert into portal_slugs values (new.slug, new.id, null);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_technician_emails()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    if new.email = old.email then
      return new;
    end if;
    delete from technician_emails where email = old.email and technician_id = old.id;
  end if;
  insert into technician_emails values (new.email, new.tenant_id, new.id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.list_due_domain_checks(due_at timestamp with time zone, most integer, OUT tenant_id bigint, OUT domain text)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.tenant_id,
     p.domain
    FROM domain_proofs p
   WHERE (p.next_check_at <= list_due_domain_checks.due_at)
   ORDER BY p.next_check_at
  LIMIT list_due_domain_checks.most;
END
;

CREATE OR REPLACE FUNCTION public.list_former_slugs(OUT slug text, OUT redirects_until timestamp with time zone)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.slug,
     s.redirects_until
    FROM portal_slugs s
   WHERE ((s.tenant_id = current_tenant_id()) AND (s.redirects_until > now()))
   ORDER BY s.redirects_until DESC;
END
;

CREATE OR REPLACE FUNCTION public.list_tenant_ids()
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.id
    FROM tenants t
   ORDER BY t.id;
END
;

CREATE OR REPLACE FUNCTION public.list_tenants_with_due_checks(due_at timestamp with time zone)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT c.tenant_id
    FROM device_checks c
   WHERE (c.is_enabled AND (c.next_at <= list_tenants_with_due_checks.due_at));
END
;

CREATE OR REPLACE FUNCTION public.mailbox_of(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select regexp_replace(address, '^([^+@]+)\+[^@]*@', '\1@')
$function$
;

CREATE OR REPLACE FUNCTION public.make_alert_profile()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  call add_default_alert_profile(new.id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.make_portal_settings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into portal_settings (tenant_id) values (new.id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.match_article_texts(terms tsquery[])
 RETURNS TABLE(term bigint, article_id bigint, language text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  tenant bigint := current_tenant_id();
  query tsquery;
begin
  term := 0;
  foreach query in array terms loop
    term := term + 1;
    for article_id, language in
      select x.article_id, x.language from article_texts x
      where x.tenant_id = tenant and x.published_at is not null and x.document @@ query
    loop
      return next;
    end loop;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION public.move_alerts_of_device()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update alerts set customer_id = new.customer_id where device_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.note_state_of_device()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into device_changes (tenant_id, device_id, field, old, new, created_at)
  values (new.tenant_id, new.id, 'state', to_jsonb(old.state), to_jsonb(new.state), new.state_since);
  return null;
end $function$
;

CREATE OR REPLACE PROCEDURE public.protect_tenant_table(IN name regclass, IN privileges text DEFAULT 'select, insert, update, delete'::text, IN owner_reads boolean DEFAULT false, IN tenant_column name DEFAULT 'tenant_id'::name)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant_isolation on %s using (%I = current_tenant_id()) with check (%I = current_tenant_id())',
    name, tenant_column, tenant_column);
  -- an insert need not repeat what the transaction already says
  if tenant_column = 'tenant_id' then
    execute format('alter table %s alter column tenant_id set default current_tenant_id()', name);
  end if;
  if owner_reads then
    execute format('create policy owner_lookup on %s for select to current_user using (true)', name);
  end if;
  execute format('grant %s on %s to %I', privileges, name, 'portico_app');
end $procedure$
;

CREATE OR REPLACE FUNCTION public.search_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate("left"(value, 20000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~ «»·–—‘’‚“”„•…'::text, rpad(' '::text, 46))
;

CREATE OR REPLACE FUNCTION public.search_vector(value text, weight "char")
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN setweight(to_tsvector('portico'::regconfig, search_text(value)), weight)
;

CREATE OR REPLACE FUNCTION public.settle_domain(domain text, texts text[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own record;
  holder record;
  loser record;
begin
  perform pg_advisory_xact_lock(hashtextextended('portico domain ' || settle_domain.domain, 0));
  select p.id, p.token into own from domain_proofs p
  where p.tenant_id = current_tenant_id() and p.domain = settle_domain.domain;
  select d.tenant_id, p.token into holder
  from proven_domains d
    join domain_proofs p on p.tenant_id = d.tenant_id and p.id = d.proof_id
  where d.domain = settle_domain.domain;
  if own.token = any (texts)
    and (holder.tenant_id is null or holder.tenant_id = current_tenant_id()
      or not holder.token = any (texts))
  then
    insert into proven_domains values (settle_domain.domain, current_tenant_id(), own.id)
    on conflict on constraint proven_domains_pkey
      do update set tenant_id = excluded.tenant_id, proof_id = excluded.proof_id;
    -- Whoever lost it has to learn so at once: its mails must not link to another's portal.
    if holder.tenant_id <> current_tenant_id() then
      perform graphile_worker.add_job(
        'domainProofs.check',
        payload := json_build_object(
          'tenantId', holder.tenant_id, 'domain', settle_domain.domain),
        max_attempts := 10);
    end if;
    -- Addresses that others took here without a proof, from when they were alone, end likewise.
    for loser in
      delete from mail_addresses a
      where a.tenant_id <> current_tenant_id()
        and split_part(a.address::text, '@', 2) = settle_domain.domain
      returning a.tenant_id
    loop
      perform graphile_worker.add_job(
        'domainProofs.check',
        payload := json_build_object(
          'tenantId', loser.tenant_id, 'domain', settle_domain.domain),
        max_attempts := 10);
    end loop;
    return current_tenant_id();
  end if;
  return holder.tenant_id;
end $function$
;
