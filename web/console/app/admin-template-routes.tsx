import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { isLanguage, type Language } from '#shared/languages.ts';

const loadWords = () => i18next.loadNamespaces(['templates', 'signature']);

/** Admin > Templates: the list, and one mail in the language of the address. */
export function adminTemplateRoutes<Parent extends AnyRoute>(parent: Parent) {
  const list = createRoute({
    getParentRoute: () => parent,
    path: '/templates',
    loader: loadWords,
    component: lazyRouteComponent(
      () => import('../features/admin-templates/templates-page.tsx'),
      'TemplatesPage',
    ),
  });
  const one = createRoute({
    getParentRoute: () => parent,
    path: '/templates/$name',
    validateSearch: (search: Record<string, unknown>): { language?: Language } =>
      isLanguage(search.language) ? { language: search.language } : {},
    loader: loadWords,
    component: lazyRouteComponent(
      () => import('../features/admin-templates/template-page.tsx'),
      'TemplatePage',
    ),
  });
  return [list, one] as const;
}
