import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { homePage, searchPage } from '#shared/reader-pages.ts';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { foundQuery, knowledgeHomeQuery, noteSearch } from '../../data/articles.ts';
import { FOUND_ON_PAGE } from '../../data/first-page.ts';
import { usePageSetting } from '../../data/page-language.ts';
import { ArticleSearchField } from '../../parts/article-search-field.tsx';
import { MarkupView } from '../../parts/markup-view.tsx';
import { usePortalTitle } from '../../parts/portal-title.ts';

const NOTED_AFTER_MS = 2_000;

/** The categories, or what was found: what is looked for lives in the address. */
export function KnowledgeHomePage() {
  const setting = usePageSetting();
  const { language, say } = setting;
  const { search = '' } = useSearch({ strict: false }) as { search?: string };
  const navigate = useNavigate();
  const home = useQuery({ ...knowledgeHomeQuery(language), enabled: search === '' });
  const found = useQuery(foundQuery(search, language, FOUND_ON_PAGE));
  usePortalTitle(say('articles:title'));
  const isDone = search !== '' && found.isSuccess && !found.isPlaceholderData;
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => void noteSearch(search), NOTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isDone, search]);

  const asked = search === '' ? home : found;
  if (asked.error) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  const look = (words: string) =>
    void navigate({
      to: '.',
      search: words === '' ? {} : { search: words },
      replace: true,
      resetScroll: false,
    });
  const slots = { search: <ArticleSearchField search={search} onSearch={look} /> };
  if (search !== '' && found.data)
    return (
      <MarkupView
        markup={searchPage({ ...found.data, search }, setting)}
        slots={slots}
        onSubmit={() => void noteSearch(search)}
      />
    );
  if (search === '' && home.data)
    return (
      <MarkupView markup={homePage(home.data, setting)} slots={slots} onSubmit={() => undefined} />
    );
  return <LoadingRows />;
}
