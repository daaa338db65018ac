import type { Client } from 'pg';
import type { Company } from './people.ts';

/**
 * What a ticket says follows from its id: paragraph k of the ticket is `bench_pick(id, k)`. So the
 * search document can be put together from ready-made parts instead of parsing every text again.
 */
export const PICK = `
  create or replace function pg_temp.bench_pick(ticket bigint, part int) returns int
  language sql immutable parallel safe
  return ((hashint8extended(ticket * 16 + part, 0) & 2147483647) % 4000)::int + 1`;

/** Two to four messages a ticket. */
const MESSAGE_COUNT = '(2 + t.id % 3)';

/** Newest last, as they came in: three years of them, of which the newest are still worked on. */
const TICKETS = `
  with facts as materialized (
    select n,
      (power(random(), 1.7) * ($2 - 1))::int as contact_index,
      now() - (1 - n / $1::float8) * interval '1095 days' as created_at,
      random() as luck, random() as chance, random() as fate
    from generate_series(1, $1::int) n
  )
  insert into tickets (number, subject, preview, status, priority, impact, type, source,
    customer_id, contact_id, assignee_id, created_at, updated_at, public_updated_at, waiting_since,
    resolved_at, closed_at)
  select f.n,
    left(split_part(p.text, '.', 1), 40 + (f.n % 40)) || ' inv' || lpad(f.n::text, 8, '0'),
    left(p.text, 180),
    s.status,
    case when f.chance < 0.03 then 'critical' when f.chance < 0.15 then 'high'
         when f.chance < 0.8 then 'medium' else 'low' end,
    case when f.chance < 0.02 then 'siteDown' when f.chance < 0.3 then 'minor' else 'none' end,
    (array['incident', 'request', 'question', 'problem', 'change', 'other'])[1 + f.n % 6],
    case when f.fate < 0.7 then 'email' when f.fate < 0.85 then 'portal' else 'technician' end,
    c.customer_id, c.id,
    case when f.luck < 0.88 then first.technician + (f.fate * 1000)::int % $3::int end,
    f.created_at,
    s.updated_at,
    s.updated_at,
    case when s.status = 'open' and f.fate < 0.7 then s.updated_at end,
    case when s.status in ('resolved', 'closed') then s.updated_at end,
    case when s.status = 'closed' then s.updated_at end
  from facts f
  cross join (select
      (select min(id) from contacts where tenant_id = current_tenant_id()) as contact,
      (select min(id) from technicians where tenant_id = current_tenant_id()) as technician) first
  join contacts c on c.tenant_id = current_tenant_id() and c.id = first.contact + f.contact_index
  join bench_paragraphs p on p.id = f.n % 4000 + 1
  cross join lateral (select
      least(now(), f.created_at + (-ln(greatest(f.chance, 0.001))) * interval '2 days') as updated_at,
      case
        when f.n > $1::int * 0.97 and f.luck < 0.45 then 'open'
        when f.n > $1::int * 0.97 and f.luck < 0.65 then 'pending'
        when f.n > $1::int * 0.97 then 'resolved'
        when f.luck < 0.002 then 'open'
        when f.luck < 0.004 then 'pending'
        else 'closed' end as status) s
  order by f.n`;

const MESSAGES = `
  insert into messages (ticket_id, kind, technician_id, contact_id, author_name, author_email,
    html, text, source, sender_verdict, created_at)
  select t.id, k.kind,
    case when k.kind <> 'contact' then coalesce(t.assignee_id, first.technician) end,
    case when k.kind = 'contact' then t.contact_id end,
    case when k.kind = 'contact' then c.first_name || ' ' || c.last_name else 'Tech' end,
    case when k.kind = 'contact' then c.email end,
    '<p>Hello,</p><p>' || p.text || '</p><p>' || q.text || '</p><p>Kind regards</p>',
    'Hello, ' || p.text || ' ' || q.text || ' Kind regards',
    case when k.kind = 'contact' then t.source else 'technician' end,
    case when k.kind = 'contact' and t.source = 'email' then 'pass' end,
    t.created_at + (t.updated_at - t.created_at) * (m - 1) / ${MESSAGE_COUNT}
  from tickets t
  cross join (select min(id) as technician from technicians where tenant_id = current_tenant_id()) first
  join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
  cross join lateral generate_series(1, ${MESSAGE_COUNT}) m
  cross join lateral (select
      case when m = 1 then 'contact' when m = 3 and t.id % 2 = 0 then 'note'
           when m % 2 = 0 then 'reply' else 'contact' end as kind) k
  join bench_paragraphs p on p.id = pg_temp.bench_pick(t.id, m::int * 2)
  join bench_paragraphs q on q.id = pg_temp.bench_pick(t.id, m::int * 2 + 1)
  where t.tenant_id = current_tenant_id()
  order by t.id, m`;

const ATTACHMENTS = `
  insert into attachments (message_id, file_key, name, media_type, size_bytes, sha256, created_at)
  select m.id, $1, 'screenshot-' || m.id || '.png', 'image/png', $2, $3, m.created_at
  from messages m where m.tenant_id = current_tenant_id() and m.id % 12 = 0`;

const CHANGES = `
  insert into ticket_changes (ticket_id, actor_kind, actor_id, actor_name, field, old_value,
    new_value, created_at)
  select t.id, e.actor_kind, case when e.actor_kind = 'technician' then t.assignee_id end,
    'Tech', e.field, e.old_value, e.new_value, e.at
  from tickets t
  cross join lateral (
    select 'system' as actor_kind, 'created' as field, null::jsonb as old_value,
      to_jsonb(t.source) as new_value, t.created_at as at
    union all
    select 'technician', 'status', '"open"', to_jsonb(t.status), t.updated_at
    where t.status <> 'open') e
  where t.tenant_id = current_tenant_id()
  order by t.id`;

/** The documents of the search module (search.queries.ts): A and B the head, C messages, D notes. */
const PARAGRAPH = '(select document from bench_paragraphs where id = pg_temp.bench_pick(t.id, %))';
const message = (n: number) =>
  [n * 2, n * 2 + 1].map((part) => PARAGRAPH.replace('%', String(part))).join(' || ');
const SEARCH = `
  insert into ticket_search (ticket_id, document, subject_folded)
  select t.id,
    search_vector(t.number || ' ' || t.subject, 'A')
      || search_vector(concat_ws(' ', c.first_name, c.last_name, c.email, u.name), 'B')
      || ${message(1)} || ${message(2)}
      || case when t.id % 3 >= 1
           then setweight(${message(3)}, case when t.id % 2 = 0 then 'D' else 'C' end::"char")
           else '' end
      || case when t.id % 3 = 2 then ${message(4)} else '' end,
    lower(fold_accents(t.subject))
  from tickets t
  join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
  join customers u on u.tenant_id = t.tenant_id and u.id = t.customer_id
  where t.tenant_id = current_tenant_id()
  order by t.id`;

/** Everything that hangs on tickets, for the tenant that is set in the session. */
export async function fillTickets(
  client: Client,
  company: Company,
  file: { key: string; sizeBytes: number; sha256: Buffer },
): Promise<void> {
  await client.query(TICKETS, [company.tickets, company.contacts, company.technicians]);
  await client.query('update ticket_counters set next_number = $1 where tenant_id = $2', [
    company.tickets + 1,
    company.tenantId,
  ]);
  await client.query(MESSAGES);
  await client.query(ATTACHMENTS, [file.key, file.sizeBytes, file.sha256]);
  await client.query(CHANGES);
  await client.query(SEARCH);
}
