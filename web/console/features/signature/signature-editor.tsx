import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { SignatureEditorProps } from './signature-surface.tsx';

const Surface = lazy(() =>
  import('./signature-surface.tsx').then((module) => ({ default: module.SignatureSurface })),
);

/** The editor is a chunk of its own that is loaded with this section only. */
export function SignatureEditor(props: SignatureEditorProps) {
  return (
    <Suspense fallback={<Skeleton height="15rem" />}>
      <Surface {...props} />
    </Suspense>
  );
}
