import {
  findArticleFiles,
  findReadableArticle,
  inLanguage,
  listPublishedTexts,
  listReadableArticles,
  piecesOf,
  type ReadableCategoryRow,
  type ReadableRow,
  searchReadableArticles,
  withFileUrls,
} from '#modules/knowledge/index.ts';
import { notFound } from '#platform/errors.ts';
import type { ReaderTx } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { articlePage, summaryOf } from './article-page.rules.ts';
import type {
  ArticleRow,
  ArticleView,
  CategoryView,
  FoundArticle,
  KnowledgeHomeView,
} from './portal-articles.views.ts';
import { type Categories, readCategories } from './readable-categories.ts';
import type { Reading } from './reading.ts';

const SUMMARY_CHARS = 160;
const ARTICLES_ON_CARD = 5;
/** The categories that hold something for the reader, with their first articles. */
export async function getKnowledgeHome(
  tx: ReaderTx,
  { reader, languages }: Reading,
): Promise<KnowledgeHomeView> {
  const categories = await readCategories(tx, { reader, languages });
  const rows = await listReadableArticles(tx, reader, { languages, perCategory: ARTICLES_ON_CARD });
  const articles = rows.map((row) => articleRow(row, categories));
  return {
    categories: categories.top.map((category) => {
      const children = categories.childrenOf(category);
      const slugs = [category, ...children].map(({ slug }) => slug);
      return {
        ...categories.ref(category),
        description: inLanguage(category.descriptions, languages),
        articleCount: categories.countOf(category),
        children: children.map((child) => ({
          ...categories.ref(child),
          articleCount: child.article_count,
        })),
        articles: articles
          .filter((article) => slugs.includes(article.category.slug))
          .slice(0, ARTICLES_ON_CARD),
      };
    }),
    languages: languagesOf(categories.all),
  };
}

/** Throws 404 for a category that has nothing for the reader. */
export async function getReadableCategory(
  tx: ReaderTx,
  slug: string,
  { reader, languages }: Reading,
): Promise<CategoryView> {
  const categories = await readCategories(tx, { reader, languages });
  const category = categories.find((one) => one.slug === slug);
  if (!category || categories.countOf(category) === 0) throw notFound();
  const children = categories.childrenOf(category);
  const rows = await listReadableArticles(tx, reader, { languages, categoryId: category.id });
  return {
    ...categories.ref(category),
    description: inLanguage(category.descriptions, languages),
    parent: categories.parentOf(category),
    children: children.map((child) => ({
      ...categories.ref(child),
      articleCount: child.article_count,
      description: inLanguage(child.descriptions, languages),
    })),
    articles: rows.map((row) => articleRow(row, categories)),
    languages: languagesOf([category, ...children]),
  };
}

/** Throws 404. The slug may be one that the article had before; the answer's path is the right one. */
export async function getReadableArticle(
  tx: ReaderTx,
  slug: string,
  { reader, languages }: Reading,
): Promise<ArticleView> {
  const article = await findReadableArticle(tx, reader, slug);
  if (!article) throw notFound();
  const texts = await listPublishedTexts(tx, article.id);
  const text = languages
    .map((language) => texts.find((one) => one.language === language))
    .find((one) => one !== undefined);
  if (!text) throw notFound();
  const categories = await readCategories(tx, { reader, languages });
  const category = categories.find(({ id }) => id === article.category_id);
  if (!category) throw notFound();
  const page = articlePage(text.html, await findArticleFiles(tx, picturesIn(text.html)));
  const html = withFileUrls(page.html, 'portal');
  return {
    id: article.id,
    slug: article.slug,
    path: pathOf(category.slug, article.slug),
    title: text.title,
    summary: summaryOf(text.words, SUMMARY_CHARS),
    html,
    contents: page.contents,
    language: text.language,
    languages: texts.map((one) => one.language),
    category: categories.ref(category),
    parentCategory: categories.parentOf(category),
    attachments: (await findArticleFiles(tx, text.attachment_ids)).map((file) => ({
      id: file.id,
      name: file.name,
      sizeBytes: Number(file.size_bytes),
      url: `/portal/v1/article-files/${file.id}`,
    })),
    pictureUrl: /<img\b[^>]*?\ssrc="(\/portal\/v1\/article-files\/\d+)"/.exec(html)?.[1] ?? null,
    publishedAt: text.published_at,
  };
}

/** The first that the reader may read, by title; without a limit all of them. */
export async function listArticles(
  tx: ReaderTx,
  limit: number | undefined,
  { reader, languages }: Reading,
): Promise<FoundArticle[]> {
  const categories = await readCategories(tx, { reader, languages });
  const rows = await listReadableArticles(tx, reader, {
    languages,
    ...(limit !== undefined && { limit }),
  });
  return rows.map((row) => {
    const article = articleRow(row, categories);
    return {
      ...article,
      titlePieces: [{ text: article.title, isHit: false }],
      textPieces: [{ text: article.summary, isHit: false }],
      hasAllWords: true,
    };
  });
}

/** The best of the reader's articles for some words. */
export async function findArticles(
  tx: ReaderTx,
  asked: { search: string; limit: number },
  { reader, languages }: Reading,
): Promise<FoundArticle[]> {
  const found = await searchReadableArticles(tx, reader, { ...asked, languages });
  const categories = await readCategories(tx, { reader, languages });
  return found.map((row) => ({
    ...articleRow(row, categories),
    titlePieces: piecesOf(row.marked_title),
    textPieces: piecesOf(row.marked_text),
    hasAllWords: row.has_all_words,
  }));
}

const pathOf = (category: string, article: string) => `/kb/${category}/${article}`;

const picturesIn = (html: string) =>
  [...html.matchAll(/\ssrc="article-file:(\d{1,15})"/g)].map(([, id]) => Number(id));

const languagesOf = (rows: readonly ReadableCategoryRow[]) =>
  LANGUAGES.filter((language) => rows.some(({ languages }) => languages.includes(language)));

function articleRow(row: ReadableRow, categories: Categories): ArticleRow {
  const category = categories.find(({ id }) => id === row.category_id);
  const ref = category ? categories.ref(category) : { slug: '', name: '' };
  return {
    id: row.id,
    slug: row.slug,
    path: pathOf(ref.slug, row.slug),
    title: row.title,
    summary: summaryOf(row.beginning, SUMMARY_CHARS),
    language: row.language,
    languages: row.languages,
    category: ref,
    publishedAt: row.published_at,
  };
}
