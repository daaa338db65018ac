import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ArticleEditorProps } from './article-surface.tsx';

const Surface = lazy(() =>
  import('./article-surface.tsx').then((module) => ({ default: module.ArticleSurface })),
);

/** The editor is a chunk of its own: who reads articles does not need it. */
export function ArticleEditor(props: ArticleEditorProps) {
  return (
    <Suspense fallback={<Skeleton height="28rem" />}>
      <Surface {...props} />
    </Suspense>
  );
}
