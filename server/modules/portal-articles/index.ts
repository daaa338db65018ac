/** The knowledge base as readers get it: contacts, and visitors where it is public. */

export { portalArticlesRoutes } from './portal-articles.routes.ts';
export {
  findArticles,
  getKnowledgeHome,
  getReadableArticle,
  getReadableCategory,
  listArticles,
} from './portal-articles.ts';
export { enterKnowledgeBase, type Reading } from './reading.ts';
export { FOUND_MAX } from './reading-notes.ts';
