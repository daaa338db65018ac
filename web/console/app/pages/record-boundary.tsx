import { VisuallyHidden } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { messageOf } from '#web/ui/notify.ts';
import { ErrorState } from '#web/ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/**
 * Around the page of one record: what is no id is not found without asking, and what the server
 * says instead of the record is shown in its place.
 */
export function RecordBoundary(props: { id: string; children: (id: number) => ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  if (!/^[1-9]\d{0,14}$/.test(props.id)) return <NotFoundPage />;
  return (
    <CatchBoundary
      getResetKey={() => props.id}
      onCatch={reset}
      errorComponent={({ error, reset: retry }) => (
        <>
          <VisuallyHidden component="h1">{messageOf(error)}</VisuallyHidden>
          <ErrorState error={error} onRetry={retry} />
        </>
      )}
    >
      {props.children(Number(props.id))}
    </CatchBoundary>
  );
}
