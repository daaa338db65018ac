import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { articlePage } from '#shared/reader-pages.ts';
import { LoadingRows } from '#web/ui/states.tsx';
import { articleQuery, noteReading } from '../../data/articles.ts';
import { usePageSetting } from '../../data/page-language.ts';
import { MarkupView } from '../../parts/markup-view.tsx';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { NotReadable } from './not-readable.tsx';
import { Rating } from './rating.tsx';

export function ArticlePage() {
  const setting = usePageSetting();
  const { language, prefix, say } = setting;
  const { article: slug = '' } = useParams({ strict: false }) as { article?: string };
  const { data, error, refetch } = useQuery(articleQuery(slug, language));
  const { history } = useRouter();
  usePortalTitle(data?.title ?? say('articles:title'));
  const id = data?.id;
  useEffect(() => {
    if (id !== undefined) void noteReading(id);
  }, [id]);
  // It moved to another category, or has another address by now.
  const path = data && prefix + data.path;
  useEffect(() => {
    const { pathname, search, hash } = history.location;
    if (path && pathname !== path && pathname.includes('/kb/'))
      history.replace(path + search + hash);
  }, [path, history]);
  if (error) return <NotReadable error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  return (
    <MarkupView
      markup={articlePage(data, setting)}
      slots={{ rating: <Rating key={data.id} articleId={data.id} language={data.language} /> }}
    />
  );
}
