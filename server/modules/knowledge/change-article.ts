import { recordAudit } from '#modules/audit/index.ts';
import { clock } from '#platform/clock.ts';
import { conflict, invalid, isUniqueViolation, postgresCode } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { ArticleVisibility } from '#shared/knowledge.ts';
import type { Language } from '#shared/languages.ts';
import { addressOf, findFreeAddress } from './article-slug.rules.ts';
import {
  type ArticleRow,
  findKnownCustomers,
  insertArticle,
  isArticleSlugTaken,
  setArticleCustomers,
  updateArticle,
} from './articles.queries.ts';
import { getArticle, getArticleRow } from './articles.ts';
import type { ArticleView } from './articles.views.ts';
import { findCategoryRow } from './categories.queries.ts';
import { announce } from './publish-text.ts';
import { readWritten, type WrittenArticle, writeDraft } from './write-text.ts';

export interface ArticleSettings {
  categoryId: number;
  slug: string;
  visibility: ArticleVisibility;
  customerIds: readonly number[];
}

/** Begins an article in one language, as a draft that nobody but writers sees. */
export async function createArticle(
  tx: ConsoleTx,
  input: Omit<ArticleSettings, 'slug'> & WrittenArticle & { language: Language },
): Promise<ArticleView> {
  await checkCategory(tx, input.categoryId);
  await checkAudience(tx, input);
  const isTaken = (slug: string) => isArticleSlugTaken(tx, slug, null);
  const slug = await findFreeAddress(addressOf(input.title, 'article'), isTaken);
  const { categoryId, visibility, language, title } = input;
  const fields = { categoryId, slug, visibility, authorId: tx.actor.technicianId };
  const id = await insertArticle(tx, fields, clock.now()).catch(refuseTaken);
  if (visibility === 'customers') await setArticleCustomers(tx, id, input.customerIds);
  const draft = await readWritten(tx, input);
  await writeDraft(tx, { articleId: id, language, version: 0 }, draft, null);
  await recordAudit(tx, {
    action: 'article.created',
    subjectKind: 'article',
    subjectId: id,
    subjectName: title,
    details: { language },
  });
  return getArticle(tx, id);
}

/**
 * Where an article stands and who may read it. An address that it leaves leads to it still. Throws
 * 409 with the article as it is now when `version` is not its version any more.
 */
export async function changeArticle(
  tx: ConsoleTx,
  id: number,
  version: number,
  changes: Partial<ArticleSettings>,
): Promise<ArticleView> {
  const before = await getArticleRow(tx, id);
  if (before.version !== version) throw conflict(await getArticle(tx, id));
  const { categoryId, slug, visibility, customerIds } = changes;
  if (categoryId !== undefined) await checkCategory(tx, categoryId);
  const audience = {
    visibility: visibility ?? before.visibility,
    customerIds: customerIds ?? before.customers.map((customer) => customer.id),
  };
  await checkAudience(tx, audience);
  const isNewSlug = slug !== undefined && slug !== before.slug;
  if (isNewSlug && (await isArticleSlugTaken(tx, slug, id))) throw slugTaken();
  const fields = {
    ...(categoryId !== undefined && { category_id: categoryId }),
    ...(isNewSlug && { slug }),
    ...(visibility && { visibility }),
  };
  const isKept = await updateArticle(tx, { id, version }, fields, clock.now()).catch(refuseTaken);
  if (!isKept) throw conflict(await getArticle(tx, id));
  const isForChosen = audience.visibility === 'customers';
  await setArticleCustomers(tx, id, isForChosen ? audience.customerIds : []);
  await note(tx, 'article.changed', before, Object.keys(changes));
  await announce(tx, id, before);
  return getArticle(tx, id);
}

/** Out of lists, and no reader gets it; nothing is deleted. */
export async function setArticleArchived(
  tx: ConsoleTx,
  id: number,
  isArchived: boolean,
): Promise<ArticleView> {
  const row = await getArticleRow(tx, id);
  if ((row.archived_at !== null) !== isArchived) {
    const now = clock.now();
    if (!(await updateArticle(tx, row, { archived_at: isArchived ? now : null }, now))) {
      throw conflict(await getArticle(tx, id));
    }
    await note(tx, isArchived ? 'article.archived' : 'article.restored', row);
    await announce(tx, id);
  }
  return getArticle(tx, id);
}

async function note(
  tx: ConsoleTx,
  action: 'article.changed' | 'article.archived' | 'article.restored',
  { id }: ArticleRow,
  fields?: string[],
): Promise<void> {
  const { texts } = await getArticle(tx, id);
  await recordAudit(tx, {
    action,
    subjectKind: 'article',
    subjectId: id,
    subjectName: texts[0]?.draft?.title ?? '',
    ...(fields && { details: { fields } }),
  });
}

async function checkCategory(tx: ConsoleTx, id: number): Promise<void> {
  if (!(await findCategoryRow(tx, id))) {
    throw invalid({ field: 'categoryId', code: 'unknownCategory' });
  }
}

/** An article for chosen customers names at least one of them. */
async function checkAudience(
  tx: ConsoleTx,
  { visibility, customerIds }: Pick<ArticleSettings, 'visibility' | 'customerIds'>,
): Promise<void> {
  if (visibility !== 'customers') return;
  if (customerIds.length === 0) throw invalid({ field: 'customerIds', code: 'required' });
  const known = await findKnownCustomers(tx, customerIds);
  if (known.length < customerIds.length) {
    throw invalid({ field: 'customerIds', code: 'unknownCustomer' });
  }
}

const slugTaken = () => invalid({ field: 'slug', code: 'addressTaken' });

/** Two at the same moment: the second is told. A category that was deleted meanwhile is not there. */
function refuseTaken(error: unknown): never {
  if (isUniqueViolation(error, 'articles_slug')) throw slugTaken();
  if (postgresCode(error) === '23503') {
    throw invalid({ field: 'categoryId', code: 'unknownCategory' });
  }
  throw error;
}
