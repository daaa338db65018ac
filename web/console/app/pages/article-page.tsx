import { useParams } from '@tanstack/react-router';
import { ArticleView } from '../../features/knowledge/article-view.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function ArticlePage() {
  const { id } = useParams({ from: '/signed-in/knowledge/$id' });
  return (
    <RecordBoundary id={id}>
      {(articleId) => <ArticleView key={articleId} id={articleId} />}
    </RecordBoundary>
  );
}
