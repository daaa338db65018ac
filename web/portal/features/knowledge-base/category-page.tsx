import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { categoryPage } from '#shared/reader-pages.ts';
import { LoadingRows } from '#web/ui/states.tsx';
import { categoryQuery } from '../../data/articles.ts';
import { usePageSetting } from '../../data/page-language.ts';
import { MarkupView } from '../../parts/markup-view.tsx';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { NotReadable } from './not-readable.tsx';

export function CategoryPage() {
  const setting = usePageSetting();
  const { category: slug = '' } = useParams({ strict: false }) as { category?: string };
  const { data, error, refetch } = useQuery(categoryQuery(slug, setting.language));
  usePortalTitle(data?.name ?? setting.say('articles:title'));
  if (error) return <NotReadable error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  return <MarkupView markup={categoryPage(data, setting)} />;
}
