import { type AnyRoute, createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import i18next from 'i18next';
import { isLanguage } from '#shared/languages.ts';
import { Readers } from './readers.tsx';

/** What is looked for, and the wish to sign in before reading on. */
interface ReaderSearch {
  search?: string;
  signIn?: true;
}

function readReaderSearch(given: Record<string, unknown>): ReaderSearch {
  const search = ['string', 'number', 'boolean'].includes(typeof given.search)
    ? String(given.search).trim()
    : '';
  return { ...(search !== '' && { search }), ...(given.signIn ? { signIn: true as const } : {}) };
}

function checkLanguage({ params }: { params: { language?: string | undefined } }): void {
  if (params.language !== undefined && !isLanguage(params.language)) throw notFound();
}

const loadWords = () => i18next.loadNamespaces('articles');

/** `/kb`, and `/de/kb` for who wants to name a language. */
export function readerRoutes<Parent extends AnyRoute>(parent: Parent) {
  const readers = createRoute({
    getParentRoute: () => parent,
    id: 'readers',
    validateSearch: readReaderSearch,
    component: Readers,
  });
  const home = createRoute({
    getParentRoute: () => readers,
    path: '/{-$language}/kb',
    beforeLoad: checkLanguage,
    loader: loadWords,
    component: lazyRouteComponent(
      () => import('../features/knowledge-base/knowledge-home-page.tsx'),
      'KnowledgeHomePage',
    ),
  });
  const category = createRoute({
    getParentRoute: () => readers,
    path: '/{-$language}/kb/$category',
    beforeLoad: checkLanguage,
    loader: loadWords,
    component: lazyRouteComponent(
      () => import('../features/knowledge-base/category-page.tsx'),
      'CategoryPage',
    ),
  });
  const article = createRoute({
    getParentRoute: () => readers,
    path: '/{-$language}/kb/$category/$article',
    beforeLoad: checkLanguage,
    loader: loadWords,
    component: lazyRouteComponent(
      () => import('../features/knowledge-base/article-page.tsx'),
      'ArticlePage',
    ),
  });
  return readers.addChildren([home, category, article]);
}
