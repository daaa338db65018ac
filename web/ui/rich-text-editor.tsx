import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { RichTextProps } from './rich-text-surface.tsx';

const Surface = lazy(() =>
  import('./rich-text-surface.tsx').then((module) => ({ default: module.RichTextSurface })),
);

/** Rich text; the editor itself is a chunk of its own that is loaded when first needed. */
export function RichTextEditor(props: RichTextProps) {
  return (
    <Suspense fallback={<Skeleton height="12rem" />}>
      <Surface {...props} />
    </Suspense>
  );
}

/** True when the editor's HTML shows nothing: no text and no picture. */
export function isBlankHtml(html: string): boolean {
  return (
    !/<img\b/i.test(html) &&
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&nbsp;/g, ' ')
      .trim() === ''
  );
}
