import { type RawBuilder, sql } from 'kysely';
import type { ContactActor, TechnicianActor } from '#platform/actor.ts';
import { inReach } from '#platform/db/reach.ts';

/**
 * Who reads. Whoever has not signed in is named so on purpose: the system, which acts for public
 * routes and jobs, reads nothing by itself.
 */
export type ArticleReader = TechnicianActor | ContactActor | { kind: 'visitor' };

const isPublished = sql<boolean>`exists (
  select from article_texts published
  where published.tenant_id = a.tenant_id and published.article_id = a.id
    and published.published_at is not null)`;

/**
 * The condition on `articles as a` that makes them the reader's to see. Who writes articles sees all
 * of them. Everybody else sees what is published in some language and not archived: technicians what
 * is not for customers out of their reach, contacts what is not for technicians or for other
 * customers, and visitors what is public.
 */
export function visibleArticles(reader: ArticleReader): RawBuilder<boolean> {
  if (reader.kind === 'technician' && reader.permissions.has('knowledge.manage')) {
    return sql<boolean>`true`;
  }
  return sql<boolean>`(a.archived_at is null and ${isPublished} and ${audience(reader)})`;
}

function audience(reader: ArticleReader): RawBuilder<boolean> {
  if (reader.kind === 'visitor') return sql<boolean>`a.visibility = 'public'`;
  const isForOneOf = (condition: RawBuilder<boolean>) => sql<boolean>`exists (
    select from article_customers chosen
    where chosen.tenant_id = a.tenant_id and chosen.article_id = a.id and ${condition})`;
  if (reader.kind === 'technician') {
    return sql<boolean>`(a.visibility <> 'customers'
      or ${isForOneOf(inReach(reader, 'chosen.customer_id'))})`;
  }
  const { customerId } = reader;
  const isForEverybody = sql<boolean>`a.visibility in ('public', 'contacts')`;
  if (customerId === null) return isForEverybody;
  return sql<boolean>`(${isForEverybody} or (a.visibility = 'customers'
    and ${isForOneOf(sql<boolean>`chosen.customer_id = ${customerId}`)}))`;
}

/**
 * The same for what only readers get, whoever reads: of an archived article, nothing. To be used with
 * `article_texts as x` where `x.published_at is not null`.
 */
export const readableArticles = (reader: ArticleReader): RawBuilder<boolean> =>
  sql<boolean>`(a.archived_at is null and ${visibleArticles(reader)})`;
