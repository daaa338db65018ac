-- Articles are found through an index, as tickets are (decision 6): a knowledge base of some thousand
-- was read from beginning to end at every letter that a visitor typed.

create index article_texts_document on article_texts using gin (tenant_id, document)
  where published_at is not null;

-- What is in the title counts more. Small, so that it stays in its row.
alter table article_texts add column title_document tsvector
  generated always as (search_vector(title, 'A')) stored;

create policy owner_lookup on article_texts for select to current_user using (true);

-- Which published texts have which of the words, all of the tenant: who may read them is the caller's
-- question. Under a policy `@@` is not let near an index, as it is not leak-proof; and without the two
-- switches the planner reads every text for a common word, which takes twenty times as long.
create function match_article_texts(terms tsquery[])
  returns table (term bigint, article_id bigint, language text)
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set enable_seqscan = off
  set enable_indexscan = off
  set plan_cache_mode = force_custom_plan as $$
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
end $$;
revoke execute on function match_article_texts(tsquery[]) from public;
grant execute on function match_article_texts(tsquery[]) to :app_role;
