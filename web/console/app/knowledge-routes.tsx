import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { cleanArticleSearch } from '../features/knowledge/article-search.ts';

// The words of the knowledge base are a catalogue of their own, so that others need not load them.
const loader = () => i18next.loadNamespaces('knowledge');

/** Everything under /knowledge. */
export function knowledgeRoutes<Parent extends AnyRoute>(parent: Parent) {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/knowledge',
      loader,
      validateSearch: cleanArticleSearch,
      component: lazyRouteComponent(
        () => import('../features/knowledge/articles-page.tsx'),
        'ArticlesPage',
      ),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/knowledge/categories',
      loader,
      component: lazyRouteComponent(
        () => import('../features/knowledge/categories-page.tsx'),
        'CategoriesPage',
      ),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/knowledge/statistics',
      loader,
      component: lazyRouteComponent(
        () => import('../features/knowledge/statistics-page.tsx'),
        'StatisticsPage',
      ),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/knowledge/$id',
      loader,
      component: lazyRouteComponent(() => import('./pages/article-page.tsx'), 'ArticlePage'),
    }),
  ] as const;
}
