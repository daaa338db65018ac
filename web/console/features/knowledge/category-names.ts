import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '#shared/languages.ts';
import type { Category } from '../../data/articles.ts';

type Texts = Partial<Record<Language, string>>;

/** In the reader's language, else in any. */
export function useInLanguage(): (texts: Texts) => string {
  const { i18n } = useTranslation();
  const own = i18n.language;
  return (texts) => (isLanguage(own) && texts[own]) || Object.values(texts).find(Boolean) || '';
}

/** Categories as choices in their order, those below another with its name before theirs. */
export function useCategoryOptions(
  categories: readonly Category[],
): { value: string; label: string }[] {
  const nameOf = useInLanguage();
  return inTreeOrder(categories).map(({ id, parentId, names }) => {
    const parent = categories.find((each) => each.id === parentId);
    const label = parent ? `${nameOf(parent.names)} › ${nameOf(names)}` : nameOf(names);
    return { value: String(id), label };
  });
}

/** Each category, followed by what is below it. */
export function inTreeOrder(categories: readonly Category[]): Category[] {
  const top = categories.filter(
    ({ parentId }) => parentId === null || !categories.some(({ id }) => id === parentId),
  );
  return top.flatMap((category) => [
    category,
    ...categories.filter(({ parentId }) => parentId === category.id),
  ]);
}
