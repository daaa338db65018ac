import { ARTICLE_STATES, ARTICLE_VISIBILITIES } from '#shared/knowledge.ts';
import { LANGUAGES } from '#shared/languages.ts';

const STATES = [...ARTICLE_STATES, 'archived'] as const;
const SORTS = ['-updatedAt', 'title', '-views'] as const;

/** What the address of the article list says; anything unknown is dropped. */
export interface ArticleSearch {
  search?: string | undefined;
  category?: number | undefined;
  state?: (typeof STATES)[number] | undefined;
  visibility?: (typeof ARTICLE_VISIBILITIES)[number] | undefined;
  language?: (typeof LANGUAGES)[number] | undefined;
  sort?: (typeof SORTS)[number] | undefined;
}

const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === value);

export function cleanArticleSearch(search: Record<string, unknown>): ArticleSearch {
  const category = Number(search.category);
  return {
    search: typeof search.search === 'string' && search.search ? search.search : undefined,
    category: Number.isSafeInteger(category) && category > 0 ? category : undefined,
    state: oneOf(STATES, search.state),
    visibility: oneOf(ARTICLE_VISIBILITIES, search.visibility),
    language: oneOf(LANGUAGES, search.language),
    sort: oneOf(SORTS, search.sort),
  };
}
