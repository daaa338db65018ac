import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState, NotFoundState } from '#web/ui/states.tsx';

/**
 * Around the page of one record: what is no id is not found without asking, and what the server
 * says instead of the record is shown in its place.
 */
export function RecordBoundary(props: { id: string; children: (id: number) => ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  if (!/^[1-9]\d{0,14}$/.test(props.id)) return <NotFoundState />;
  return (
    <CatchBoundary
      getResetKey={() => props.id}
      onCatch={reset}
      errorComponent={({ error, reset: retry }) => <ErrorState error={error} onRetry={retry} />}
    >
      {props.children(Number(props.id))}
    </CatchBoundary>
  );
}
