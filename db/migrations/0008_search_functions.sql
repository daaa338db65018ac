-- Searching and writing of search documents, see docs/decisions on search. Under row-level security
-- PostgreSQL keeps operators that are not leak-proof (@@, like) away from an index, so the two
-- functions that search run as the owner, take the tenant from the transaction, and return ids only.

-- The words of a text, without the marks between them: an address, a host or a path is then found by
-- each of its parts. Cut, because a tsvector holds one megabyte at most.
create function search_text(value text) returns text
  language sql immutable parallel safe strict
  return translate(
    left(value, 20000),
    '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~ «»·–—‘’‚“”„•…',
    rpad(' ', 46));

create function search_vector(value text, weight "char") returns tsvector
  language sql immutable parallel safe strict
  return setweight(to_tsvector('public.portico'::regconfig, search_text(value)), weight);

-- How many tickets the planner expects to have each of the words. Its statistics know the common
-- ones well, and asking them costs nothing next to reading half a million matches.
create function estimate_matching_tickets(terms tsquery[])
  returns setof double precision
  -- volatile: PostgreSQL allows "explain" in no other function
  language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
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
end $$;

-- Ids of at most so many tickets that have every word or, when no words are given, all the parts in
-- their subject. In no order, and always through the GIN indexes: by the rarest word alone, because
-- an index would first collect all that have the others.
create function find_matching_tickets(words tsquery, rarest tsquery, parts text[], at_most integer)
  returns setof bigint
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set enable_seqscan = off
  set enable_indexscan = off
  set plan_cache_mode = force_custom_plan as $$
begin
  if words is not null then
    return query
      -- "offset 0" keeps the second condition out of the first one's index
      select c.ticket_id from (
        select s.ticket_id, s.document from ticket_search s
        where s.tenant_id = current_tenant_id() and s.document @@ rarest
        offset 0) c
      where c.document @@ words limit at_most;
  else
    return query
      select s.ticket_id from ticket_search s
      where s.tenant_id = current_tenant_id()
        and s.subject_folded like parts[1] and s.subject_folded like all (parts)
      limit at_most;
  end if;
end $$;

-- Those of the given tickets that have every word, or all the parts in their subject.
create function keep_matching_tickets(ticket_ids bigint[], words tsquery, parts text[])
  returns setof bigint
  language sql stable security definer
  set search_path = public, pg_temp
  begin atomic
    select s.ticket_id from ticket_search s
    where s.tenant_id = current_tenant_id() and s.ticket_id = any (ticket_ids)
      and (s.document @@ words or (cardinality(parts) > 0 and s.subject_folded like all (parts)));
  end;

revoke execute on function
  estimate_matching_tickets(tsquery[]),
  find_matching_tickets(tsquery, tsquery, text[], integer),
  keep_matching_tickets(bigint[], tsquery, text[])
  from public;
grant execute on function
  estimate_matching_tickets(tsquery[]),
  find_matching_tickets(tsquery, tsquery, text[], integer),
  keep_matching_tickets(bigint[], tsquery, text[])
  to :app_role;
