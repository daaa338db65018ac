import { useParams } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '#shared/languages.ts';
import type { PageSetting } from '#shared/reader-pages.ts';

/** The words and the language of a page of the knowledge base: its address decides, else the reader. */
export function usePageSetting(): PageSetting {
  const { t, i18n } = useTranslation(['articles', 'common']);
  const { language: named } = useParams({ strict: false });
  const language = isLanguage(named) ? named : (i18n.language as Language);
  useEffect(() => {
    // Only while such pages are read: what the reader chose is something else.
    if (i18next.language !== language) void i18next.changeLanguage(language);
  }, [language]);
  return {
    // The pages' words are named where the server finds them, too (shared/reader-pages.ts).
    say: t as PageSetting['say'],
    language,
    prefix: isLanguage(named) ? `/${named}` : '',
  };
}
