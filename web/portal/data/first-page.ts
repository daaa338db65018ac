import type { QueryClient } from '@tanstack/react-query';
import type { Language } from '#shared/languages.ts';
import type { Answer } from '#web/api/types.ts';
import {
  type Article,
  type ArticleCategory,
  articleQuery,
  categoryQuery,
  type FoundArticle,
  foundQuery,
  type KnowledgeHome,
  knowledgeHomeQuery,
} from './articles.ts';

/** How many results a whole page of them has. */
export const FOUND_ON_PAGE = 50;

/** What the server wrote into a public page besides the page (portal-pages): the app's first answers. */
export interface FirstPage {
  language: Language;
  site: Answer<'/portal/v1/site', 'get'>;
  home?: KnowledgeHome;
  category?: ArticleCategory;
  article?: Article;
  found?: { search: string; items: FoundArticle[] };
}

export function readFirstPage(written: HTMLElement | null): FirstPage | null {
  const text = written?.textContent;
  return text ? (JSON.parse(text) as FirstPage) : null;
}

/** Gives the app those answers, so that its first picture is the page that is there already. */
export function keepFirstPage(client: QueryClient, page: FirstPage): void {
  const { language, home, category, article, found } = page;
  client.setQueryData(['site'], page.site);
  if (home) client.setQueryData(knowledgeHomeQuery(language).queryKey, home);
  if (category) client.setQueryData(categoryQuery(category.slug, language).queryKey, category);
  if (article) client.setQueryData(articleQuery(article.slug, language).queryKey, article);
  if (found) client.setQueryData(foundQuery(found.search, language, FOUND_ON_PAGE).queryKey, found);
}
