/** What the company knows: articles in categories, their versions, and what readers do with them. */

export { findArticleFiles } from './article-files.queries.ts';
export { withFileUrls } from './article-html.rules.ts';
export { articleTextsRoutes } from './article-texts.routes.ts';
export { articlesRoutes } from './articles.routes.ts';
export { categoriesRoutes } from './categories.routes.ts';
export { createCategory } from './categories.ts';
export { createArticle } from './change-article.ts';
export { knowledgeScheduledJobs } from './knowledge.jobs.ts';
export { publishText } from './publish-text.ts';
export {
  findReadableArticle,
  findReadableArticleById,
  listPublishedTexts,
  listReadableArticles,
  listReadableCategories,
  type ReadableCategoryRow,
  type ReadableRow,
  searchReadableArticles,
} from './read-articles.queries.ts';
export {
  countArticleView,
  inLanguage,
  noteArticleSearch,
  openArticleFile,
  piecesOf,
  rateArticle,
} from './read-articles.ts';
export { ticketArticlesRoutes } from './ticket-articles.routes.ts';
export type { ArticleReader } from './visible-articles.queries.ts';
export { saveDraft } from './write-text.ts';
