import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { foundList, searchForm } from '#shared/reader-pages.ts';
import { foundQuery, noteSearch } from '../../data/articles.ts';
import { usePageSetting } from '../../data/page-language.ts';
import { ArticleSearchField } from '../../parts/article-search-field.tsx';
import { MarkupView } from '../../parts/markup-view.tsx';

const FOUND_HERE = 5;
const NOTED_AFTER_MS = 2_000;

/** Many a question has its answer already: the knowledge base comes before everything else. */
export function KnowledgeSearch() {
  const setting = usePageSetting();
  const { history } = useRouter();
  const [search, setSearch] = useState('');
  const found = useQuery(foundQuery(search, setting.language, FOUND_HERE));
  const isDone = search !== '' && found.isSuccess && !found.isPlaceholderData;
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => void noteSearch(search), NOTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isDone, search]);
  return (
    <section className="kb kb-asked">
      <MarkupView
        markup={searchForm(setting)}
        slots={{ search: <ArticleSearchField search={search} onSearch={setSearch} /> }}
        onSubmit={() => history.push(`/kb?${new URLSearchParams({ search })}`)}
      />
      {search !== '' && found.data && (
        <MarkupView markup={foundList({ ...found.data, search }, setting)} />
      )}
    </section>
  );
}
