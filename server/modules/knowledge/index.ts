/** What the company knows: articles in categories, their versions, and what readers do with them. */

export { type ArticleFileRow, findArticleFiles } from './article-files.queries.ts';
export { type ArticleAudience, withFileUrls } from './article-html.rules.ts';
export { articleTextsRoutes } from './article-texts.routes.ts';
export { articlesRoutes } from './articles.routes.ts';
export { categoriesRoutes } from './categories.routes.ts';
export { knowledgeScheduledJobs } from './knowledge.jobs.ts';
export {
  type FoundRow,
  findReadableArticle,
  findReadableArticleById,
  listPublishedTexts,
  listReadableArticles,
  listReadableCategories,
  type PublishedText,
  type ReadableArticle,
  type ReadableCategoryRow,
  type ReadableRow,
  searchReadableArticles,
  type TextsByLanguage,
} from './read-articles.queries.ts';
export {
  countArticleView,
  inLanguage,
  type MarkedPiece,
  noteArticleSearch,
  openArticleFile,
  piecesOf,
  rateArticle,
} from './read-articles.ts';
export type { Rating } from './reading-figures.queries.ts';
export { ticketArticlesRoutes } from './ticket-articles.routes.ts';
export {
  type ArticleReader,
  readableArticles,
  visibleArticles,
} from './visible-articles.queries.ts';
